import './bench.css'
import { type Code, type Coder, type Coding, createSurface, type Surface, type SurfaceOptions } from '../src/surface'

interface Source extends Pick<SurfaceOptions, 'text' | 'turns'> {
  codings: Coding[]
  codes: [string, Code][]
  coders: [string, Coder][]
}

declare global {
  interface Window {
    bench: { surface: Surface; source: Source; told: unknown[][]; ready: number; afterPaint(): Promise<number> }
  }
}

const asked = new URLSearchParams(location.search)
if (asked.get('theme')) document.documentElement.dataset.theme = asked.get('theme') as string

/** Resolves, with the time, when the frame that shows what was drawn so far is on its way to the screen. */
const afterPaint = (): Promise<number> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(0)
    }),
  )

const response = await fetch(`/source.json?words=${asked.get('words')}&codings=${asked.get('codings')}`)
const source: Source = await response.json()
const told: unknown[][] = []
const surface = createSurface(document.getElementById('host') as HTMLElement, {
  text: source.text,
  turns: source.turns,
  codings: source.codings,
  codes: new Map(source.codes),
  coders: new Map(source.coders),
  language: 'en',
  linear: asked.has('linear'),
  density: document.getElementById('density') ?? undefined,
  onSelect: (selected) => told.push(['select', selected && { ...selected, top: selected.rect.top }]),
  onLight: (coding) => told.push(['light', coding]),
  onPointCodings: ({ codings, lit }) => told.push(['point', codings.map((coding) => coding.id), lit?.id ?? null]),
  onTurnFocus: (turn) => told.push(['turn', turn]),
  onScroll: (position) => told.push(['scroll', position]),
  onReady: async () => {
    window.bench.ready = await afterPaint()
    document.documentElement.dataset.ready = 'true'
  },
})
window.bench = { surface, source, told, ready: 0, afterPaint }
