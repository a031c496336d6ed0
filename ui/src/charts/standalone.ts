import { inks } from './inks'
import { WIDTH } from './layout'
import { LINE, wrapped } from './text'

/** Round a picture in a file, in px. */
const MARGIN = 24

/** From one line of the title to the next, in px. */
const TITLE = 19

const space = 'http://www.w3.org/2000/svg'

/** A picture as a file of its own, and how large it is in px. */
export interface Standalone {
  text: string
  width: number
  height: number
}

export interface Captions {
  title: string
  method: string
}

/** The typeface of a file: families as a style sheet names them, and the first one's file as a data address. */
export interface Typeface {
  families: string
  file?: string
}

/** Makes a drawing a file that needs nothing else: light colours on white, its title above, the method under it. */
export function standalone(drawn: SVGSVGElement, { title, method }: Captions, face: Typeface): Standalone {
  const above = wrapped(title, WIDTH * 0.8, 3)
  const below = wrapped(method, WIDTH, 4)
  const top = MARGIN + above.length * TITLE + 8
  const under = top + Number(drawn.getAttribute('height')) + LINE
  const size = { width: WIDTH + 2 * MARGIN, height: under + below.length * LINE + MARGIN }
  const file = element('svg', {
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': face.families,
    'font-size': 12,
    fill: inks.ink,
  })
  file.append(named('title', title))
  if (face.file) file.append(named('style', ruleOf(face)))
  file.append(
    element('rect', { ...size, fill: '#ffffff' }),
    ...above.map((line, i) => words(line, MARGIN + (i + 0.7) * TITLE, { 'font-size': 15, 'font-weight': 600 })),
    placed(drawn, top),
    ...below.map((line, i) => words(line, under + i * LINE, { fill: inks['ink-2'] })),
  )
  return { text: new XMLSerializer().serializeToString(file), ...size }
}

/** A copy with values in place of tokens, and without what only a page needs. */
function placed(drawn: SVGSVGElement, top: number): Element {
  const copy = drawn.cloneNode(true) as SVGSVGElement
  for (const one of ['class', 'font-family', 'aria-labelledby', 'aria-describedby']) copy.removeAttribute(one)
  copy.setAttribute('x', String(MARGIN))
  copy.setAttribute('y', String(top))
  for (const node of [copy, ...copy.querySelectorAll('*')])
    for (const { name, value } of [...node.attributes])
      if (/^(tabindex|role|aria-.*)$/.test(name)) node.removeAttribute(name)
      else if (value.startsWith('var(')) node.setAttribute(name, lightOf(value))
  return copy
}

function lightOf(value: string): string {
  const name = value.slice('var(--'.length, -1)
  const light = name === 'paper' ? '#ffffff' : (inks as Readonly<Record<string, string>>)[name]
  if (!light) throw new Error(`Pictures have no value of ${value}`)
  return light
}

function element(name: string, attributes: Readonly<Record<string, string | number>> = {}): Element {
  const node = document.createElementNS(space, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
  return node
}

function named(name: string, text: string): Element {
  const node = element(name)
  node.textContent = text
  return node
}

function words(text: string, y: number, more: Readonly<Record<string, string | number>>): Element {
  const node = element('text', { x: MARGIN, y, ...more })
  node.textContent = text
  return node
}

const ruleOf = ({ families, file }: Typeface): string =>
  `@font-face{font-family:${families.split(',')[0]};font-weight:100 700;src:url(${file})}`
