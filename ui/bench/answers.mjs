// Measures the grid of open answers on a running server, and prints JSON.
// node bench/answers.mjs ADDRESS EMAIL PASSWORD PROJECT SURVEY [rounds]: each round in a fresh browser; the best of each
// figure counts.
import { open } from './browser.mjs'
import { frames, round, scroll } from './scrolling.mjs'

const [address, email, password, project, survey, rounds = '3'] = process.argv.slice(2)
const grid = '.answers-grid'

/** From the list of surveys to the grid, whose first rows are painted: ms. */
const opened = (page) =>
  page.evaluate(
    async ({ link, row }) => {
      const began = performance.now()
      document.querySelector(link).click()
      while (!document.querySelector(row)) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      const { port1, port2 } = new MessageChannel()
      await new Promise((resolve) => {
        port1.onmessage = resolve
        port2.postMessage(0)
      })
      return performance.now() - began
    },
    { link: `a[href$="/surveys/${survey}/answers"]`, row: `${grid} .answer-text` },
  )

async function measure() {
  const { page, context, close } = await open({ width: 1440, height: 900 })
  try {
    const signedIn = await context.request.post(`${address}/api/session`, { data: { email, password } })
    if (!signedIn.ok()) throw new Error(`signing in: ${signedIn.status()}`)
    await page.goto(`${address}/p/${project}/surveys/${survey}`)
    await page.waitForSelector(`a[href$="/surveys/${survey}/answers"]`)
    await page.waitForLoadState('networkidle')
    const ready = await opened(page)
    const [hand, fast] = [await scroll(page, grid, 25), await scroll(page, grid, 240)]
    return { ready, hand, fast }
  } finally {
    await close()
  }
}

const runs = []
for (let i = 0; i < Number(rounds); i++) runs.push(await measure())
console.log(
  JSON.stringify({
    readyMs: round(Math.min(...runs.map(({ ready }) => ready))),
    scroll1500: frames(runs.map(({ hand }) => hand)),
    scroll14000: frames(runs.map(({ fast }) => fast)),
  }),
)
