import { axeFinds } from './axe'
import { expect, type Page } from './test'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]
const themes = ['light', 'dark'] as const
/** The larger of them at 200 %. */
const zoomed = { width: 720, height: 450 }
const pictures = 'test-results/look'

/** Looks at a page in every size and theme: takes its picture, and says what is wrong with it. Then it is as before. */
export async function lookAt(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready)
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const picture = `${name}-${size.width}x${size.height}-${colorScheme}`
      await page.screenshot({ path: `${pictures}/${picture}.png` })
      expect.soft(await page.evaluate(sideways), `${picture}: what scrolls sideways`).toEqual([])
      expect.soft(await axeFinds(page), `${picture}: what axe finds`).toEqual([])
    }
  }
  await page.setViewportSize(zoomed)
  await page.screenshot({ path: `${pictures}/${name}-zoomed.png` })
  expect.soft(await page.evaluate(sideways), `${name} at 200 %: what scrolls sideways`).toEqual([])
  expect.soft(await page.evaluate(outside), `${name} at 200 %: what can’t be reached`).toEqual([])
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** What can be scrolled sideways; a sheet or a table of figures has more columns than a window holds. */
function sideways(): string[] {
  const all = [document.documentElement, ...document.body.querySelectorAll('*')]
  const scrolls = (el: Element) => el === document.documentElement || /auto|scroll/.test(getComputedStyle(el).overflowX)
  return all
    .filter((el) => scrolls(el) && !el.matches('.sheet, .grid-box') && el.scrollWidth > el.clientWidth + 1)
    .map((el) => `${el.tagName} ${el.className}`)
}

/** What one can use, and the edge of the window, or of what holds it, cuts off. A table of figures can be scrolled to it. */
function outside(): string[] {
  const usable = 'button, a[href], input, select, textarea, [role=slider], [role=treeitem]'
  const isCut = (el: Element) => {
    const { left, right, width } = el.getBoundingClientRect()
    return width > 1 && el.checkVisibility() && !el.closest('.grid-box') && (left < -1 || right > innerWidth + 1)
  }
  return [...document.querySelectorAll(usable)]
    .filter(isCut)
    .map((el) => `${el.tagName} ${el.ariaLabel ?? el.textContent}`)
}
