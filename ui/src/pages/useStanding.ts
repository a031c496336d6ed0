import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useDesk } from '../coding/desk'
import { standingOf } from '../coding/placing'
import { useStandAgain } from '../coding/useRestanding'

/** While pages stand in the place of the text, what stands at selected words stands at them on the page. */
export function useStanding(box: RefObject<HTMLElement | null>, alone: boolean): void {
  const { selected, doc, stand } = useDesk()
  const inText = useStandAgain()
  const latest = useRef(() => {})
  useLayoutEffect(() => {
    latest.current = () => {
      const bands = box.current?.querySelector('.chosen')?.querySelectorAll('rect') ?? []
      const [first, last] = [bands[0], bands[bands.length - 1]]
      if (!alone || !selected || !first || !last || !doc.current) return
      const [rect, lastRect] = [first.getBoundingClientRect(), last.getBoundingClientRect()]
      stand(standingOf({ ...selected, rect, lastRect }, doc.current))
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is what moves it
  useLayoutEffect(() => latest.current(), [selected, alone])
  useEffect(() => {
    if (alone) return () => void requestAnimationFrame(inText) // once the text is there again
  }, [alone, inText])
  useEffect(() => {
    const again = () => latest.current()
    const scrollers = [box.current, doc.current?.parentElement]
    for (const each of scrollers) each?.addEventListener('scroll', again, { passive: true })
    const watcher = new ResizeObserver(again)
    for (const each of [doc.current, box.current, ...(box.current?.children ?? [])]) if (each) watcher.observe(each)
    return () => {
      watcher.disconnect()
      for (const each of scrollers) each?.removeEventListener('scroll', again)
    }
  }, [box, doc])
}
