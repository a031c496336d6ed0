import assert from 'node:assert/strict'

/** What happens to codings: added, lit, walked through, filtered. */
export const codings = {
  async 'adds and removes a coding in its row alone, without touching text or scroll'(page) {
    const touched = await page.evaluate(async () => {
      const { surface, source, afterPaint } = window.bench
      const scroller = document.getElementById('scroller')
      scroller.scrollTop = 300
      await afterPaint()
      await new Promise((resolve) => setTimeout(resolve, 200))
      const turn = [...document.querySelectorAll('.turn')].find((row) => row.getBoundingClientRect().top > 100)
      const index = Number(turn.dataset.turn)
      const before = turn.outerHTML
      const seen = new Set()
      const observer = new MutationObserver((records) => {
        for (const { target } of records)
          seen.add(target.parentElement.closest('.say') ? 'text' : target.closest?.('.turn')?.dataset.turn)
      })
      observer.observe(document.getElementById('host'), { subtree: true, childList: true, characterData: true })
      const { start, end } = source.turns[index]
      surface.addCoding({
        id: 'x',
        passage: 'x',
        code: 'code3',
        coder: 'coder1',
        at: '',
        start: start + 1,
        end: end - 1,
      })
      await afterPaint()
      const drawn = turn.querySelector('[data-coding="x"]') !== null
      surface.removeCoding('x')
      await afterPaint()
      observer.disconnect()
      return {
        drawn,
        text: seen.has('text'),
        same: turn.outerHTML === before,
        scroll: scroller.scrollTop,
        rows: seen.size,
      }
    })
    assert.deepEqual([touched.drawn, touched.text, touched.scroll], [true, false, 300])
    assert.ok(touched.same, 'the row is as it was before')
    assert.ok(touched.rows <= 2, `${touched.rows} rows were touched`)
  },

  async 'keeps the focus of a name while its row is painted again'(page) {
    await page.locator('.lab').first().focus()
    const kept = await page.evaluate(async () => {
      const { surface, source, afterPaint } = window.bench
      const name = document.activeElement
      const index = Number(name.closest('.turn').dataset.turn)
      const { start, end } = source.turns[index]
      const coding = { passage: 'x', code: 'code3', coder: 'coder1', at: '', start, end }
      surface.addCoding({ id: 'mine', ...coding })
      await afterPaint()
      surface.replaceCoding('mine', { id: 'theirs', ...coding })
      await afterPaint()
      surface.relayout()
      await afterPaint()
      return document.activeElement === name && name.isConnected
    })
    assert.ok(kept)
  },

  async 'walks by click from the smallest coding to the largest'(page) {
    const { x, y, ids } = await page.evaluate(async () => {
      const { surface, source, afterPaint } = window.bench
      surface.setCodings([])
      const { start } = source.turns[1]
      const coding = (id, from, to) => ({
        id,
        passage: id,
        code: 'code1',
        coder: 'coder0',
        at: '',
        start: start + from,
        end: start + to,
      })
      surface.setCodings([coding('large', 0, 60), coding('small', 10, 30), coding('middle', 5, 40)])
      await afterPaint()
      const text = document.querySelector('[data-turn="1"] .say').firstChild
      const range = new Range()
      range.setStart(text, 20)
      range.setEnd(text, 21)
      const { left, top } = range.getBoundingClientRect()
      return { x: left + 2, y: top + 8, ids: surface.codingsAt(start + 20).map((each) => each.id) }
    })
    assert.deepEqual(ids, ['small', 'middle', 'large'])
    const lit = []
    for (let i = 0; i < 4; i++) {
      await page.mouse.click(x, y)
      await page.waitForTimeout(600)
      lit.push(await page.evaluate(() => window.bench.surface.lit()))
    }
    assert.deepEqual(lit, ['small', 'middle', 'large', 'small'])
    assert.equal(await page.locator('.lab.on').getAttribute('data-coding'), 'small')
    assert.equal(await page.locator('.lab.on').getAttribute('aria-pressed'), 'true')
  },

  async 'lights by name, bracket and program, and one at a time'(page) {
    const name = page.locator('.lab').first()
    await name.hover()
    await page.waitForTimeout(60)
    assert.equal(await page.locator('.surface.has-lit .lab.on').count(), 1)
    await page.mouse.move(2, 2)
    await page.waitForTimeout(60)
    assert.equal(await page.locator('.surface.has-lit').count(), 0)
    await name.click()
    const id = await name.getAttribute('data-coding')
    assert.equal(await page.evaluate(() => window.bench.surface.lit()), id)
    await name.click()
    assert.equal(await page.evaluate(() => window.bench.surface.lit()), null)
  },

  async 'shows only what the filter lets through'(page) {
    const left = await page.evaluate(async () => {
      const { surface, source, afterPaint } = window.bench
      const coders = new Map(source.codings.map((coding) => [coding.id, coding.coder]))
      surface.setFilter((coding) => coding.coder === 'coder1')
      await afterPaint()
      await afterPaint()
      return [...document.querySelectorAll('.lab')].map((name) => coders.get(name.dataset.coding))
    })
    assert.deepEqual([...new Set(left)], ['coder1'])
  },
}
