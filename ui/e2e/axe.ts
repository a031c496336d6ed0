import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

// Run by page.evaluate, which the Content-Security-Policy of the page does not concern.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.0 to 2.2, A and AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What breaks the rules on the page as it is once nothing moves any more, so that no colour is looked at halfway. */
export async function axeFinds(page: Page, more: readonly string[] = []): Promise<{ rule: string; at: string[] }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(
    async (runOnly) => {
      const moving = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      await Promise.allSettled(moving.map(({ finished }) => finished))
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
      const found = await axe.run({ runOnly, resultTypes: ['violations'] })
      if (!found.passes.length) throw new Error('axe looked at nothing')
      return found.violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        at: nodes.slice(0, 4).map((node) => `${node.html.slice(0, 160)} | ${node.any[0]?.message ?? ''}`),
      }))
    },
    [...wcag, ...more],
  )
}
