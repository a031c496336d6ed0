const NAMESPACE = 'http://www.w3.org/2000/svg'

type Attributes = Readonly<Record<string, string | undefined>>

/** An SVG element; attributes without a value are left out. */
export function svg(name: string, attributes: Attributes, children: readonly SVGElement[] = []): SVGElement {
  const el = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) el.setAttribute(key, value)
  el.append(...children)
  return el
}

/** Gives an element its code's colour: a dye by its name, any other by value. The content policy allows no style attribute. */
export function dyed<T extends HTMLElement | SVGElement>(el: T, dye: string): T {
  if (dye.startsWith('#')) {
    delete el.dataset.dye
    el.style.setProperty('--c', dye)
  } else {
    el.dataset.dye = dye
    el.style.removeProperty('--c')
  }
  return el
}

/** A turn's layer of a name, for a drawing and the buttons on it; made when it isn't there yet. */
export function layerOf(turn: HTMLElement, name: string): HTMLElement {
  const known = turn.querySelector<HTMLElement>(`.${name}`)
  if (known) return known
  const el = document.createElement('div')
  el.className = name
  el.append(svg('svg', {}))
  turn.append(el)
  return el
}
