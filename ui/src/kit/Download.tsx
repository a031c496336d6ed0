import { useMutation } from '@tanstack/react-query'
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { download } from '../data/download'
import { decimal } from '../language/decimals'
import { m } from '../paraglide/messages'
import { save } from './save'
import { Failure } from './states'
import { toastError } from './toasts'

const MEGABYTE = 1_000_000

export interface Fetching {
  start: (address: string) => void
  cancel: () => void
  again: () => void
  isPending: boolean
  bytes: number
  error: Error | null
}

/** Fetches files one at a time and saves them. It goes on when the page is left, and then tells a failure in passing. */
export function useDownload(): Fetching {
  const stop = useRef<AbortController>(undefined)
  const here = useRef(true)
  const [bytes, setBytes] = useState(0)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const { mutate, reset, variables, isPending, error } = useMutation({
    meta: { changesNothing: true },
    mutationFn: async (address: string) => {
      setBytes(0)
      stop.current = new AbortController()
      const { signal } = stop.current
      const { blob, name } = await download(address, signal, setBytes)
      signal.throwIfAborted()
      save(blob, name)
    },
    onError: (failure) => here.current || toastError(failure),
  })
  const cancel = () => {
    stop.current?.abort()
    reset()
  }
  return { start: mutate, cancel, again: () => variables && mutate(variables), isPending, bytes, error }
}

interface LinkProps {
  href: string
  by: Fetching
  primary?: boolean
  children: ReactNode
}

/** A link to a file that takes a while; without scripts, and with a key held, it is a plain link. */
export function DownloadLink({ href, by, primary, children }: LinkProps) {
  const take = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (!by.isPending) by.start(href)
  }
  return (
    <a
      className={primary ? 'btn primary' : 'btn'}
      href={href}
      download
      aria-disabled={by.isPending || undefined}
      onClick={take}
    >
      {children}
    </a>
  )
}

/** How far a file has come, with a way to stop it, or why it did not come. */
export function DownloadState({ of }: { of: Fetching }) {
  const said = of.bytes ? m.kit_received({ size: decimal(of.bytes / MEGABYTE, 1) }) : m.kit_making()
  if (of.error) return <Failure error={of.error} retry={of.again} />
  return (
    <>
      <span className="sr" role="status">
        {of.isPending ? m.kit_making() : ''}
      </span>
      {of.isPending ? (
        <span className="row soft">
          <span className="num" aria-hidden={!of.bytes}>
            {said}
          </span>
          <button type="button" className="btn sm" onClick={of.cancel}>
            {m.kit_cancel()}
          </button>
        </span>
      ) : null}
    </>
  )
}
