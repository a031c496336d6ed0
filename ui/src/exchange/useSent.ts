import { useRef, useState } from 'react'
import { sentenceOf } from '../api/refusal'
import type { Progress } from '../data/upload'

/** Sends a file: only to see what would become of it, or to do it. */
export type Send<T> = (file: File, preview: boolean, signal: AbortSignal, progress: Progress) => Promise<T>

/** A file of which one sees what would become of it before it is done, and how far it has come. */
export function useSent<T>(send: Send<T>, onDone: (done: T) => void) {
  const running = useRef<AbortController>(null)
  const chosen = useRef<File>(null)
  const [seen, setSeen] = useState<T>()
  const [share, setShare] = useState<number>()
  const [doing, setDoing] = useState(false)
  const [why, setWhy] = useState('')
  const go = async (file: File, preview: boolean) => {
    const controller = new AbortController()
    running.current = controller
    setWhy('')
    setShare(0)
    setDoing(!preview)
    try {
      return await send(file, preview, controller.signal, setShare)
    } catch (error) {
      if (!controller.signal.aborted) setWhy(sentenceOf(error))
    } finally {
      setShare(undefined)
      setDoing(false)
    }
  }
  const look = async (file: File) => {
    chosen.current = file
    setSeen(undefined)
    setSeen(await go(file, true))
  }
  const apply = async () => {
    const done = chosen.current && (await go(chosen.current, false))
    if (done) onDone(done)
  }
  return { look, apply, stop: () => running.current?.abort(), seen, share, doing, why }
}
