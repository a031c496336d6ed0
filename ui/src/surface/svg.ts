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
