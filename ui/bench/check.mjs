// Uses the coding surface in a real browser as a reader does, and says what doesn't hold. node bench/check.mjs
import assert from 'node:assert/strict'
import { open } from './browser.mjs'
import { serve } from './serve.mjs'

const page9k = '/surface.html?words=9000&codings=500'
const page50k = '/surface.html?words=50000&codings=5000'

const checks = {
  async 'keeps the text whole: one text node a turn, and all of it'(page) {
    const whole = await page.evaluate(() => {
      const { source } = window.bench
      const characters = [...source.text]
      return [...document.querySelectorAll('.say')].filter(
        (say, i) =>
          say.childNodes.length === 1 &&
          say.textContent === characters.slice(source.turns[i].start, source.turns[i].end).join(''),
      ).length
    })
    assert.equal(whole, await page.evaluate(() => window.bench.source.turns.length))
  },

  async 'tells selections in code points, whatever the characters'(page) {
    const wrong = await page.evaluate(() => {
      const { surface, source } = window.bench
      const characters = [...source.text]
      const segmenter = new Intl.Segmenter('und')
      const out = []
      for (const [i, say] of [...document.querySelectorAll('.say')].entries()) {
        const text = say.firstChild
        const borders = [...segmenter.segment(text.data)].map((piece) => piece.index)
        const [a, b] = [borders[Math.floor(borders.length * 0.2)], borders[Math.floor(borders.length * 0.8)]]
        getSelection().setBaseAndExtent(text, b, text, a)
        const selected = surface.selection()
        const wanted = text.data.slice(a, b).trim()
        const cut = selected && characters.slice(selected.start, selected.end).join('')
        if (wanted && (cut !== wanted || selected.text !== wanted)) out.push([i, wanted, cut])
        if (source.turns[i + 2]) {
          const last = document.querySelectorAll('.say')[i + 2].firstChild
          getSelection().setBaseAndExtent(text, a, last, 1)
          const several = surface.selection()
          const asText = several && characters.slice(several.start, several.end).join('')
          if (!asText?.startsWith(text.data.slice(a).trim().slice(0, 5)) || asText !== several.text)
            out.push([i, 'several', asText])
        }
      }
      getSelection().removeAllRanges()
      return out
    })
    assert.deepEqual(wrong, [])
  },

  async 'maps a drag that ends in the margin to the end of its turn'(page) {
    const [from, to, margin] = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('.turn')].slice(1, 4)
      const box = (el) => el.getBoundingClientRect().toJSON()
      return [box(rows[0].querySelector('.say')), box(rows[2].querySelector('.say')), box(rows[2])]
    })
    await page.mouse.move(from.left + 60, from.top + 12)
    await page.mouse.down()
    await page.mouse.move(to.left + 60, to.bottom - 12, { steps: 5 })
    await page.mouse.move(margin.right - 90, to.bottom - 12, { steps: 5 })
    await page.mouse.up()
    const { selected, turns } = await page.evaluate(() => ({
      selected: window.bench.surface.selection(),
      turns: window.bench.source.turns.slice(0, 5),
    }))
    assert.ok(selected.start > turns[1].start && selected.start < turns[1].end)
    assert.equal(selected.end, turns[3].end)
    await page.waitForTimeout(60)
    const told = await page.evaluate(() => window.bench.told.filter(([what]) => what === 'select'))
    assert.deepEqual([told.length, told.at(-1)[1].end], [1, turns[3].end], 'a drag is told once, when it ends')
  },

  async 'maps a triple click to the turn without what separates it from the next'(page) {
    const say = page.locator('.turn[data-turn="2"] .say')
    await say.click({ clickCount: 3, position: { x: 40, y: 12 } })
    const { selected, turn } = await page.evaluate(() => ({
      selected: window.bench.surface.selection(),
      turn: window.bench.source.turns[2],
    }))
    assert.deepEqual([selected.start, selected.end], [turn.start, turn.end])
  },

  async 'copies with speaker and time'(page) {
    await page.evaluate(() => {
      const { surface, source } = window.bench
      surface.select({ start: source.turns[1].start, end: source.turns[2].end })
    })
    const copied = await page.evaluate(() => {
      const data = new DataTransfer()
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, cancelable: true }))
      return data.getData('text/plain')
    })
    assert.match(copied, /^Imran \(0:00:\d\d\): [^\n]+\nModerator \(0:\d\d:\d\d\): [^\n]+$/)
  },

  async 'is found by the browser where it is not drawn'(page) {
    const found = await page.evaluate(() => {
      const { source } = window.bench
      const turn = source.turns.at(-3)
      const words = [...source.text].slice(turn.start, turn.end).join('').slice(0, 40)
      getSelection().removeAllRanges()
      return window.find(words) && getSelection().toString() === words
    })
    assert.ok(found)
  },

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

  async 'follows the keys: turns, words, sentences, all'(page) {
    await page.locator('.turn[data-turn="1"]').focus()
    await page.keyboard.press('ArrowDown')
    assert.equal(await page.evaluate(() => document.activeElement.dataset.turn), '2')
    const selected = () => page.evaluate(() => window.bench.surface.selection()?.text)
    const text = await page.evaluate(() => document.querySelector('[data-turn="2"] .say').textContent)
    await page.keyboard.press('Shift+ArrowRight')
    assert.equal(await selected(), text.match(/^[\p{L}\p{M}]+/u)?.[0] ?? (await selected()))
    await page.keyboard.press('Shift+ArrowDown')
    assert.ok(text.startsWith(await selected()))
    assert.match(await selected(), /\.$/)
    await page.keyboard.press('Control+Shift+ArrowDown')
    assert.equal(await selected(), text)
    await page.keyboard.press('Control+a')
    assert.equal(await selected(), await page.evaluate(() => window.bench.source.text))
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

async function burst(url) {
  const { page, close } = await open()
  await page.goto(url + page50k)
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
  await page.waitForTimeout(300)
  const frames = await page.evaluate(async () => {
    const { surface, source } = window.bench
    const times = []
    for (let i = 0; i < 100; i++) {
      const { start, end } = source.turns[i % 8]
      surface.addCoding({
        id: `b${i}`,
        passage: 'b',
        code: 'code2',
        coder: 'coder1',
        at: '',
        start,
        end: Math.min(end, start + 40),
      })
    }
    let last = await new Promise(requestAnimationFrame)
    for (let i = 0; i < 10; i++) {
      const now = await new Promise(requestAnimationFrame)
      times.push(now - last)
      last = now
    }
    return times
  })
  await close()
  assert.ok(Math.max(...frames) < 100, `a burst of 100 codings made a frame of ${Math.max(...frames)} ms`)
}

async function run(url, name, check) {
  const { page, close } = await open()
  const broken = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => /Content Security/.test(message.text()) && broken.push(message.text()))
  try {
    await page.goto(url + page9k)
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
    await page.waitForTimeout(200)
    await check(page)
    assert.deepEqual(broken, [])
    console.log(`ok   ${name}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`FAIL ${name}\n     ${error.message.replaceAll('\n', '\n     ')}`)
  } finally {
    await close()
  }
}

const wanted = process.argv[2] ?? ''
const { url, close } = await serve()
for (const [name, check] of Object.entries(checks)) if (name.includes(wanted)) await run(url, name, check)
if (!wanted) await run(url, 'paints a burst of 100 codings without a long frame', () => burst(url))
close()
