import { useCallback, useEffect } from 'react'
import { useDesk } from './desk'
import { standingOf } from './placing'

/** Says anew where the selected words stand in the text. */
export function useStandAgain(): () => void {
  const { surface, doc, stand } = useDesk()
  return useCallback(() => {
    const selected = surface?.selection()
    if (selected && doc.current) stand(standingOf(selected, doc.current))
  }, [surface, doc, stand])
}

/** Keeps what stands at selected words at them while the text changes its width. */
export function useRestanding(): void {
  const { doc } = useDesk()
  const again = useStandAgain()
  useEffect(() => {
    const text = doc.current
    if (!text) return
    let width = text.clientWidth
    const watcher = new ResizeObserver(() => {
      if (text.clientWidth === width || !text.checkVisibility({ visibilityProperty: true })) return
      width = text.clientWidth
      again()
    })
    watcher.observe(text)
    return () => watcher.disconnect()
  }, [doc, again])
}
