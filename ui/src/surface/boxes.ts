/** A piece of a line, in px. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const sameLine = (a: Box, b: Box): boolean => Math.abs(a.bottom - b.bottom) < 8

/** Boxes that meet on a line, or come within `gap` px of it, become one. */
export function joined(boxes: readonly Box[], gap: number): Box[] {
  const sorted = [...boxes].sort((a, b) => (sameLine(a, b) ? a.left - b.left : a.bottom - b.bottom))
  const out: Box[] = []
  for (const box of sorted) {
    const last = out.at(-1)
    if (last && sameLine(last, box) && box.left <= last.right + gap) last.right = Math.max(last.right, box.right)
    else out.push({ ...box })
  }
  return out
}

/** Whether a point lies in one of the boxes, the leading above and below counted in. */
export function holds(boxes: readonly Box[], x: number, y: number): boolean {
  return boxes.some((b) => x >= b.left && x <= b.right && y >= b.top - 4 && y <= b.bottom + 4)
}

const px = (n: number): number => Math.round(n * 10) / 10

/** An SVG path of boxes that reach 2 px beyond the words, with corners of 2 px. */
export function filled(boxes: readonly Box[]): string {
  return boxes
    .map(({ left, right, top, bottom }) => {
      const width = px(right - left)
      const height = px(bottom - top - 5)
      return `M${px(left)} ${px(top + 1)}h${width}q2 0 2 2v${height}q0 2-2 2h${-width}q-2 0-2-2v${-height}q0-2 2-2z`
    })
    .join('')
}

/** An SVG path under the words; `level` 0 lies just below the descenders, each further one 3 px deeper. */
export function under(boxes: readonly Box[], level: number): string {
  return boxes.map(({ left, right, bottom }) => `M${px(left)} ${px(bottom - 0.5 + level * 3)}H${px(right)}`).join('')
}
