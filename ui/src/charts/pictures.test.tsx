// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Bars } from './Bars'
import { BoxPlot } from './BoxPlot'
import { Climb } from './Climb'
import { DivergingBars } from './DivergingBars'
import { Figure } from './Figure'
import { GroupedBars } from './GroupedBars'
import { HeatMap } from './HeatMap'
import { IntervalPlot } from './IntervalPlot'
import { inks } from './inks'
import { Lanes } from './Lanes'
import { Network } from './Network'
import { Scatter } from './Scatter'
import { standalone } from './standalone'

const box = { n: 812, low: 1, high: 9, outliers: 3, lower: 3, median: 4, upper: 6, mean: 4.5 }
const pictures: Record<string, [ReactNode, string[]]> = {
  bars: [
    <Bars
      key="b"
      data={[
        { name: 'Food & drink', n: 1204, share: 0.34 },
        { name: 'Textiles <old>', n: 12, share: 0.003 },
      ]}
    />,
    ['Food & drink', 'Textiles <old>', '1,204 · 34%', '12 · 0.3%'],
  ],
  'grouped bars': [
    <GroupedBars
      key="g"
      groups={[
        {
          name: 'Drop-outs, N = 5',
          bars: [
            { name: 'Banks & finance', share: 0.8, figures: '4 · 80%' },
            { name: 'Weather', figures: 'not asked' },
          ],
        },
      ]}
    />,
    ['Drop-outs, N = 5', 'Banks & finance', '4 · 80%', 'Weather', 'not asked'],
  ],
  network: [
    <Network
      key="n"
      names={['Banks & finance', 'Trust']}
      ties={[{ a: 0, b: 1, n: 12 }]}
      said={(node) => `node ${node}`}
    />,
    ['Banks & finance', 'Trust', '12'],
  ],
  'diverging bars': [
    <DivergingBars
      key="d"
      values={['Disagree', 'Neither', 'Agree']}
      data={[{ name: 'We plan ahead', n: 8412, shares: [0.31, 0.23, 0.46] }]}
    />,
    ['Disagree', 'Agree', '31%', '23%', '46%', 'N = 8,412'],
  ],
  'box plot': [
    <BoxPlot key="x" axis="Growth" data={[{ name: 'Burnley', ...box }]} />,
    ['Burnley', 'median 4, N = 812', '3 beyond', 'Growth'],
  ],
  'dot plot': [
    <IntervalPlot
      key="i"
      zero
      axis="Estimate"
      data={[{ name: 'Size', value: -0.31, interval: { low: -0.42, high: 0.2 } }]}
    />,
    ['Size', '−0.310 [−0.420, 0.200]', 'Estimate'],
  ],
  scatter: [
    <Scatter
      key="s"
      x="Employees"
      y="Output"
      said="r = 0.42"
      fit={{ intercept: 0, slope: 1 }}
      points={[
        [1, 1],
        [2, 3],
        [2, 3],
      ]}
    />,
    ['Employees', 'Output', 'r = 0.42'],
  ],
  'heat map': [
    <HeatMap
      key="h"
      names={['ICT', 'Innovation']}
      values={[
        [1, -0.31],
        [-0.31, 1],
      ]}
    />,
    ['1 ICT', '2 Innovation', '−0.31'],
  ],
  climb: [
    <Climb
      key="c"
      counted="Codes"
      order="Sources"
      data={[
        { key: 'a', fresh: 4, all: 4 },
        { key: 'b', fresh: 2, all: 6 },
      ]}
    />,
    ['Codes', 'Sources', '6'],
  ],
  lanes: [
    <Lanes
      key="l"
      length={200}
      axis="Along the text"
      data={[{ name: 'Barriers', stretches: [{ key: 'x', start: 20, end: 60 }] }]}
      link={({ key }, { name }, drawn) => (
        <a key={key} href="#there" aria-label={name}>
          {drawn}
        </a>
      )}
    />,
    ['Barriers', 'Along the text', '40%'],
  ],
}

const figureWith = (picture: ReactNode) =>
  renderToStaticMarkup(
    <Figure title="Firms & “trust”" n={8412} missing={488} method="Welch’s F < 3" words="Trust differs.">
      {picture}
    </Figure>,
  )

const fileOf = (markup: string) => {
  const page = document.createElement('div')
  page.innerHTML = markup
  const svg = page.querySelector<SVGSVGElement>('svg.chart')
  if (!svg) throw new Error('Nothing is drawn')
  return standalone(svg, { title: 'Firms & “trust”', method: 'Welch’s F < 3' }, { families: "'Plex', Arial" })
}

const parsed = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml')

describe.each(Object.entries(pictures))('the %s', (_, [picture, figures]) => {
  it('has a name, says how many took part, and is told in words', () => {
    const page = document.createElement('div')
    page.innerHTML = figureWith(picture)
    const svg = page.querySelector('svg.chart')
    const called = (attribute: string) => page.querySelector(`[id="${svg?.getAttribute(attribute)}"]`)?.textContent
    expect(called('aria-labelledby')).toBe('Firms & “trust”')
    expect(called('aria-describedby')).toBe('N = 8,412, 488 missing. Trust differs.')
    expect(svg?.textContent).toContain('N = 8,412, 488 missing')
  })

  it('is a file of its own with all figures', () => {
    const { text, height } = fileOf(figureWith(picture))
    const file = parsed(text)
    expect(file.querySelector('parsererror')).toBeNull()
    const words = (file.documentElement.textContent ?? '').replace(/\s+/g, ' ')
    for (const figure of [...figures, 'Firms & “trust”', 'Welch’s F < 3', 'N = 8,412, 488 missing'])
      expect(words).toContain(figure)
    expect(text).not.toMatch(/var\(|class=|style=|https?:\/\/(?!www\.w3\.org)/)
    expect(height).toBeGreaterThan(100)
  })

  it('has no place that is not a number', () => {
    expect(figureWith(picture)).not.toContain('NaN')
  })
})

it('is drawn in files with the light colours of the screen', () => {
  const tokens = readFileSync('src/look/tokens.css', 'utf8')
  for (const [name, value] of Object.entries(inks)) expect(tokens).toContain(`--${name}: light-dark(${value},`)
})

it('finds a file that is no XML', () => {
  expect(parsed('<svg><text>Food & drink</svg>').querySelector('parsererror')).not.toBeNull()
})
