import assert from 'node:assert/strict'

/** What a reader does with the words: selects, copies, finds, walks. */
export const text = {
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
}
