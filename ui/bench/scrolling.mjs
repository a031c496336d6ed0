const sorted = (numbers) => [...numbers].sort((a, b) => a - b)
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)]
export const part = (numbers, share) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]
export const round = (n) => Math.round(n * 10) / 10

/** Frame times, in ms, while an element is scrolled a number of px a frame. */
export const scroll = (page, selector, step) =>
  page.evaluate(
    async ({ selector, step }) => {
      const scroller = document.querySelector(selector)
      scroller.scrollTop = 0
      await new Promise((resolve) => setTimeout(resolve, 300))
      const frames = []
      let last = await new Promise(requestAnimationFrame)
      for (let i = 0; i < 150; i++) {
        scroller.scrollTop += step
        const now = await new Promise(requestAnimationFrame)
        frames.push(now - last)
        last = now
      }
      return frames.slice(1)
    },
    { selector, step },
  )

/** Of several runs, the best of each figure. */
export const frames = (runs) => ({
  medianMs: round(Math.min(...runs.map(median))),
  p95Ms: round(Math.min(...runs.map((run) => part(run, 0.95)))),
  over34Ms: Math.min(...runs.map((run) => run.filter((ms) => ms > 34).length)),
})
