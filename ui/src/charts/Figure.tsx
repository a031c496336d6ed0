import { type ReactNode, useId, useMemo, useRef } from 'react'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Drawing, DrawingContext } from './drawing'
import './charts.css'

interface FigureProps {
  title: string
  /** How many rows took part, and how many were left out for a missing value. */
  n: number
  missing: number
  /** How it was calculated. */
  method: string
  /** The same as the picture, in words. */
  words: string
  /** A picture of this folder. */
  children: ReactNode
}

/** A picture with its title, its N, its method and a menu that takes it away. */
export function Figure({ title, n, missing, method, words, children }: FigureProps) {
  const id = useId()
  const svg = useRef<SVGSVGElement>(null)
  const note = missing ? m.charts_nMissing({ n: figure(n), missing: figure(missing) }) : m.charts_nIs({ n: figure(n) })
  const drawing = useMemo<Drawing>(() => ({ titleId: `${id}-title`, wordsId: `${id}-words`, note, svg }), [id, note])
  return (
    <figure className="picture">
      <figcaption>
        <h3 id={drawing.titleId}>{title}</h3>
        <SaveMenu title={title} method={method} svg={svg} />
      </figcaption>
      <DrawingContext value={drawing}>{children}</DrawingContext>
      <p className="cap">{method}</p>
      <p className="sr" id={drawing.wordsId}>
        {note}. {words}
      </p>
    </figure>
  )
}

interface SaveMenuProps {
  title: string
  method: string
  svg: Drawing['svg']
}

function SaveMenu({ title, method, svg }: SaveMenuProps) {
  const take = (how: 'downloadSVG' | 'downloadPNG') => () => {
    const drawn = svg.current
    if (!drawn) return
    void import('./download').then((download) => download[how](drawn, { title, method })).catch(toastError)
  }
  const trigger = (
    <button type="button" className="btn quiet sm push" aria-label={m.charts_savePicture({ title })}>
      <Icon name="export" small />
      {m.charts_save()}
    </button>
  )
  return (
    <LazyMenu
      align="end"
      trigger={trigger}
      groups={[
        [
          { label: m.charts_asSVG(), onClick: take('downloadSVG') },
          { label: m.charts_asPNG(), onClick: take('downloadPNG') },
        ],
      ]}
    />
  )
}
