import { filled, under } from './boxes'
import type { Measured, RowBoxes } from './measure'
import type { Palette } from './palette'
import type { Row } from './rows'
import { dyed, svg } from './svg'

/** Underlines drawn below one another; deeper codings are told by the margin alone. */
const LEVELS = 4

/** Draws what lies under a row's words: the tint of all codings, the lit one, marks, underlines. */
export function drawOverlay(row: Row, boxes: RowBoxes, palette: Palette): void {
  const shapes = [...tints(boxes, palette), ...underlines(boxes, palette)]
  const overlay = row.el.querySelector('.ov')
  if (!shapes.length) overlay?.remove()
  else if (overlay) overlay.replaceChildren(...shapes)
  else row.el.append(svg('svg', { class: 'ov', 'aria-hidden': 'true', width: '1', height: '1' }, shapes))
}

export function eraseOverlay(row: Row): void {
  row.el.querySelector('.ov')?.remove()
}

function tints({ tint, parts, marks }: RowBoxes, palette: Palette): SVGElement[] {
  const lit = parts.filter((part) => palette.isLit(part.thread.coding)).flatMap((part) => part.boxes)
  const layers = [['tint', tint] as const, ['lit', lit] as const, ...marks]
  return layers
    .filter(([, boxes]) => boxes.length)
    .map(([name, boxes]) => svg('path', { class: name, d: filled(boxes) }))
}

function underlines({ parts }: RowBoxes, palette: Palette): SVGElement[] {
  const drawn = parts.filter((part) => part.level < LEVELS && part.boxes.length)
  return drawn.map((part) => underline(part, palette))
}

function underline({ thread: { coding }, boxes, level }: Measured, palette: Palette): SVGElement {
  const { pattern } = palette.coder(coding)
  const path = svg('path', {
    class: palette.isLit(coding) ? 'u on' : 'u',
    'data-coder': pattern > 1 ? String(pattern) : undefined,
    d: under(boxes, level),
  })
  return dyed(path, palette.code(coding).dye)
}
