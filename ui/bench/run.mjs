// Measures the coding surface against a bare HTML page of the same rows, in the same run, and prints JSON.
// node bench/run.mjs [rounds]: rounds are interleaved, each in a fresh browser; the best of each figure counts.
import { open } from './browser.mjs'
import { frames, median, part, round, scroll } from './scrolling.mjs'
import { serve } from './serve.mjs'
import { sizes as built } from './sizes.mjs'

const sizes = [
  { words: 150_000, codings: 5_000, limit: 1.0 },
  { words: 50_000, codings: 5_000, limit: 1.0 },
  { words: 25_000, codings: 500, limit: 2.0 },
  { words: 9_000, codings: 500, limit: 2.0 },
]

/** How long a frame is shown, in ms. */
const FRAME = 1000 / 60

async function visit(page, url) {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 60_000 })
  const ready = await page.evaluate(() => window.bench.ready)
  await page.waitForTimeout(300)
  return ready
}

/** Codings added in view, from the call to the frame that shows them. */
const add = (page) =>
  page.evaluate(async () => {
    const { surface, source, afterPaint } = window.bench
    const times = []
    for (let i = 0; i < 12; i++) {
      const turn = source.turns[1 + (i % 4)]
      const coding = { id: `new${i}`, passage: `new${i}`, code: `code${i}`, coder: 'coder0', at: '' }
      const began = performance.now()
      surface.addCoding({ ...coding, start: turn.start + i, end: Math.min(turn.end, turn.start + i + 60) })
      times.push((await afterPaint()) - began)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return times
  })

/** Codings of a colleague, one at a time: from the message that brings each to the frame that shows it. */
const remote = (page) =>
  page.evaluate(async () => {
    const { surface, source, afterPaint } = window.bench
    const times = []
    for (let i = 0; i < 8; i++) {
      const { start, end } = source.turns[1 + (i % 4)]
      const coding = { id: `remote${i}`, passage: 'remote', code: 'code1', coder: 'coder1', at: '', start }
      const message = JSON.stringify({ ...coding, end: Math.min(end, start + 50) })
      const { port1, port2 } = new MessageChannel()
      const arrived = new Promise((resolve) => {
        port1.onmessage = ({ data }) => resolve(surface.addCoding(JSON.parse(data)))
      })
      const began = performance.now()
      port2.postMessage(message)
      await arrived
      times.push((await afterPaint()) - began)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return times
  })

/** A colleague's hundred codings that arrive at once: the frames until they are painted. */
const burst = (page) =>
  page.evaluate(async () => {
    const { surface, source } = window.bench
    const frames = []
    let last = await new Promise(requestAnimationFrame)
    for (let i = 0; i < 100; i++) {
      const { start, end } = source.turns[i % 8]
      const coding = { id: `burst${i}`, passage: 'burst', code: 'code2', coder: 'coder1', at: '' }
      surface.addCoding({ ...coding, start, end: Math.min(end, start + 40) })
    }
    for (let i = 0; i < 10; i++) {
      const now = await new Promise(requestAnimationFrame)
      frames.push(now - last)
      last = now
    }
    return frames
  })

/** Jumps into the middle of turns: until the target is painted, and how far it moves after that. */
const jump = (page) =>
  page.evaluate(async () => {
    const { surface, source, afterPaint } = window.bench
    const [times, shifts] = [[], []]
    for (const share of [0.5, 0.93, 0.11, 0.77, 0.33]) {
      const turn = source.turns[Math.floor(source.turns.length * share)]
      const middle = Math.floor((turn.start + turn.end) / 2)
      const row = document.querySelector(`[data-turn="${turn.index}"]`)
      const began = performance.now()
      const done = surface.jump({ start: middle, end: middle + 1 }, { lit: true })
      let now = await afterPaint()
      while (!row.querySelector('.say').id && now - began < 2000) now = await afterPaint()
      times.push(now - began)
      const top = row.getBoundingClientRect().top
      await done
      await new Promise((resolve) => setTimeout(resolve, 200))
      shifts.push(Math.abs(row.getBoundingClientRect().top - top))
    }
    return { times, shifts }
  })

async function measureSurface(url, { words, codings }) {
  const { page, context, close } = await open()
  try {
    const ready = await visit(page, `${url}/surface.html?words=${words}&codings=${codings}`)
    const session = await context.newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1048576)
    const [added, came] = [await add(page), await remote(page)]
    const [gust, jumped] = [await burst(page), await jump(page)]
    const [hand, fast] = [await scroll(page, '#scroller', 25), await scroll(page, '#scroller', 240)]
    const turns = await page.evaluate(() => window.bench.source.turns.length)
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    return { ready, heap, elements: elements / turns, added, came, gust, jumped, hand, fast }
  } finally {
    await close()
  }
}

async function measureBare(url, { words, codings }) {
  const { page, close } = await open()
  try {
    const ready = await visit(page, `${url}/bare.html?words=${words}&codings=${codings}`)
    return { ready, fast: await scroll(page, '#scroller', 240) }
  } finally {
    await close()
  }
}

function summary({ words, codings, limit }, surface, bare) {
  const best = (runs) => round(Math.min(...runs))
  const ratio = best(surface.map((run) => run.ready)) / best(bare.map((run) => run.ready))
  return {
    words,
    codings,
    ready: {
      surfaceMs: best(surface.map((run) => run.ready)),
      bareMs: best(bare.map((run) => run.ready)),
      ratio: Math.round(ratio * 100) / 100,
      limit,
    },
    addToPaintMs: {
      median: best(surface.map((run) => median(run.added))),
      p95: best(surface.map((run) => part(run.added, 0.95))),
      limit: 16,
    },
    remoteToPaintMs: {
      median: best(surface.map((run) => median(run.came))),
      p95: best(surface.map((run) => part(run.came, 0.95))),
      limit: 100,
    },
    burstOf100: {
      medianFrames: round(best(surface.map((run) => median(run.gust))) / FRAME),
      longestFrames: round(best(surface.map((run) => Math.max(...run.gust))) / FRAME),
    },
    jumpMs: {
      median: best(surface.map((run) => median(run.jumped.times))),
      limit: 100,
      laterShiftPx: best(surface.map((run) => Math.max(...run.jumped.shifts))),
    },
    scroll1500: frames(surface.map((run) => run.hand)),
    scroll14000: frames(surface.map((run) => run.fast)),
    bareScroll14000: frames(bare.map((run) => run.fast)),
    heapMB: best(surface.map((run) => run.heap)),
    elementsPerTurn: best(surface.map((run) => run.elements)),
  }
}

const rounds = Number(process.argv[2] ?? 3)
const { url, close } = await serve()
try {
  const results = sizes.map((size) => ({ size, surface: [], bare: [] }))
  for (let i = 0; i < rounds; i++) {
    for (const { size, surface, bare } of results) {
      bare.push(await measureBare(url, size))
      surface.push(await measureSurface(url, size))
    }
  }
  const told = results.map(({ size, surface, bare }) => summary(size, surface, bare))
  console.log(JSON.stringify({ cases: told, javaScript: built() }, null, 2))
  if (told.some(({ ready }) => ready.ratio > ready.limit)) process.exitCode = 1
} finally {
  close()
}
