import assert from 'node:assert/strict'

/** Where things are: jumps, marks, what is drawn after words moved, what is heard. */
export const places = {
  async 'jumps to a line, in view, lit, and stays there'(page) {
    for (const share of [0.5, 0.95, 0.2]) {
      const place = await page.evaluate(async (share) => {
        const { surface, source } = window.bench
        const turn = source.turns[Math.floor(source.turns.length * share)]
        const at = Math.floor((turn.start + turn.end) / 2)
        await surface.jump({ start: at, end: at + 1 }, { lit: true })
        const top = () => document.querySelector(`[data-turn="${turn.index}"]`).getBoundingClientRect().top
        const before = top()
        await new Promise((resolve) => setTimeout(resolve, 250))
        surface.select({ start: at, end: at + 3 })
        const line = getSelection().getRangeAt(0).getClientRects()[0].top
        return { moved: Math.abs(top() - before), line, marked: CSS.highlights.get('target').size }
      }, share)
      assert.ok(place.moved < 1, `it moved by ${place.moved}`)
      assert.equal(place.marked, 1)
      assert.ok(place.line > 200 && place.line < 400, `the line is at ${place.line}`)
    }
  },

  async 'comes back to the place it told'(page) {
    const [told, again] = await page.evaluate(async () => {
      const { surface } = window.bench
      const scroller = document.getElementById('scroller')
      scroller.scrollTop = scroller.scrollHeight * 0.4
      await new Promise((resolve) => setTimeout(resolve, 400))
      const told = surface.top()
      scroller.scrollTop = 0
      await surface.jump({ start: told, end: told + 1 }, { block: 'top' })
      return [told, surface.top()]
    })
    assert.equal(again, told)
  },

  async 'draws anew where words move'(page) {
    await page.setViewportSize({ width: 900, height: 900 })
    await page.waitForTimeout(300)
    const off = await page.evaluate(() => {
      const { surface, source } = window.bench
      let worst = 0
      let seen = 0
      for (const coding of source.codings) {
        const name = document.querySelector(`.lab[data-coding="${coding.id}"]`)
        const row = name?.closest('.turn')
        if (!row) continue
        const index = Number(row.dataset.turn)
        surface.select({ start: coding.start, end: Math.min(coding.end, source.turns[index].end) })
        const corner = row.getBoundingClientRect()
        const line = getSelection().getRangeAt(0).getClientRects()[0]
        const path = [...row.querySelectorAll('.ov .u')].map((each) => each.getAttribute('d'))
        const wanted = `M${Math.round((line.left - corner.left) * 10) / 10} `
        if (row.querySelectorAll('.ov .u').length < 4 && !path.some((d) => d.startsWith(wanted))) worst++
        seen++
      }
      getSelection().removeAllRanges()
      return { worst, seen }
    })
    assert.ok(off.seen > 5)
    assert.equal(off.worst, 0)
  },

  async 'tells each turn’s codings to those who listen, and all turns in linear reading'(page) {
    await page.evaluate(() => window.bench.surface.setLinear(true))
    await page.waitForTimeout(200)
    const { turns, coded, described, last } = await page.evaluate(() => {
      const { source, surface } = window.bench
      const rows = [...document.querySelectorAll('.turn')]
      const coded = source.turns.filter((turn) => source.codings.some((c) => c.start < turn.end && c.end > turn.start))
      const described = rows.filter((row) => document.getElementById(row.getAttribute('aria-describedby')))
      const last = coded.at(-1)
      const summary = document.getElementById(rows[last.index].getAttribute('aria-describedby')).textContent
      return {
        turns: source.turns.length,
        coded: coded.length,
        described: described.length,
        last: summary,
        lit: surface.lit(),
      }
    })
    assert.equal(described, coded)
    assert.match(last, /^\d+ codings?: Barriers of kind/)
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    assert.equal(nodes.filter((node) => node.role?.value === 'article').length, turns)
  },

  async 'marks hits near the viewport only'(page) {
    const sizes = await page.evaluate(async () => {
      const { surface, source } = window.bench
      surface.markRanges(
        'hit',
        source.turns.map((turn) => ({ start: turn.start, end: turn.start + 3 })),
      )
      const near = CSS.highlights.get('hit').size
      surface.markRanges('hit', [])
      return [near, CSS.highlights.get('hit').size, source.turns.length]
    })
    assert.ok(sizes[0] > 5 && sizes[0] < sizes[2] / 2, `${sizes}`)
    assert.equal(sizes[1], 0)
  },

  async 'draws marks itself where the browser can’t'(page) {
    await page.addInitScript(() => delete window.Highlight)
    await page.reload()
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
    const drawn = await page.evaluate(async () => {
      const { surface, source, afterPaint } = window.bench
      const count = () => document.querySelectorAll('.turn[data-turn="1"] .ov .hit').length
      surface.markRanges('hit', [source.turns[1]])
      await afterPaint()
      const before = count()
      surface.markRanges('hit', [])
      await afterPaint()
      return [before, count()]
    })
    assert.deepEqual(drawn, [1, 0])
  },

  async 'leaves nothing behind'(page) {
    const left = await page.evaluate(() => {
      const host = document.getElementById('host')
      window.bench.surface.markRanges('hit', [window.bench.source.turns[1]])
      window.bench.surface.destroy()
      return [host.childElementCount, host.className, CSS.highlights.get('hit').size]
    })
    assert.deepEqual(left, [0, '', 0])
  },
}
