import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Source } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { keys } from '../data/keys'
import { putRecording } from '../data/recordings'
import { Dialog } from '../kit/dialog'
import { Bar, Icon } from '../kit/marks'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Asks for the recording of a source and sends it, however long that takes. */
export function AttachDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const { share, why, send, stop } = useSending(source, onClose)
  const sending = share !== undefined
  const close = () => {
    stop()
    onClose()
  }
  const footer = (
    <button type="button" className="btn" onClick={close}>
      {m.kit_cancel()}
    </button>
  )
  return (
    <Dialog title={m.recording_attachTo({ title: source.title })} onClose={close} footer={footer} focus={field}>
      <div className="stack">
        <p className="soft">{m.recording_attachHint()}</p>
        <label className="field">
          <span className="label">{m.recording_file()}</span>
          <input
            ref={field}
            type="file"
            accept="audio/*,video/*"
            disabled={sending}
            onChange={({ target }) => target.files?.[0] && void send(target.files[0])}
          />
        </label>
        {sending ? (
          <p className="st" role="status">
            <Bar share={share} />
            {m.recording_sending({ share: `${Math.round(share * 100)} %` })}
          </p>
        ) : null}
        {why ? (
          <p className="st bad" role="alert">
            <Icon name="stop" small />
            {why}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}

function useSending(source: Source, onDone: () => void) {
  const project = useProjectId()
  const cache = useQueryClient()
  const undo = useUndoEntry(project)
  const running = useRef<AbortController>(null)
  const [share, setShare] = useState<number>()
  const [why, setWhy] = useState('')
  const send = async (file: File) => {
    const controller = new AbortController()
    running.current = controller
    setWhy('')
    setShare(0)
    try {
      const { seq } = await putRecording(project, source.id, file, controller.signal, setShare)
      await cache.invalidateQueries({ queryKey: keys.sources(project) })
      const back = { label: m.kit_undo(), run: () => undo.mutate(seq, { onError: toastError }) }
      toast(m.recording_attached({ title: source.title }), back)
      onDone()
    } catch (error) {
      if (!controller.signal.aborted) setWhy(sentenceOf(error))
    } finally {
      setShare(undefined)
    }
  }
  return { share, why, send, stop: () => running.current?.abort() }
}
