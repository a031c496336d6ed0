import { createContext, type RefObject, use } from 'react'

/** What a picture takes from the figure that it stands in. */
export interface Drawing {
  /** Ids of what it is called and of the words that say the same. */
  titleId: string
  wordsId: string
  /** How many took part; stands in the picture. */
  note: string
  svg: RefObject<SVGSVGElement | null>
}

export const DrawingContext = createContext<Drawing | null>(null)

export function useDrawing(): Drawing {
  const drawing = use(DrawingContext)
  if (!drawing) throw new Error('A picture stands in a figure')
  return drawing
}
