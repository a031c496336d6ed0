/** The size of words in a picture, in px of its drawing. */
export const SIZE = 12

/** From one line to the next, in px. */
export const LINE = 15

/** How wide a letter is, in sizes of it: rather too wide, since a picture can't measure where it is shown. */
const LETTER = 0.54

/** How wide words are about, in px. */
export const widthOf = (text: string, size = SIZE): number => text.length * size * LETTER

/** Words in lines that are no wider than `width` px; what goes beyond `most` lines ends with …. */
export function wrapped(text: string, width: number, most = 2): string[] {
  const room = Math.max(4, Math.floor(width / (SIZE * LETTER) + 1e-6))
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, most).map((line) => cut(line, room))
  if (lines.length > most) kept[most - 1] = `${cut(kept[most - 1] ?? '', room - 2)} …`
  return kept
}

const cut = (text: string, room: number): string => (text.length > room ? `${text.slice(0, room - 1)}…` : text)
