import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ExchangeReport } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { importProject } from '../data/exchange'
import { keys } from '../data/keys'
import { Dialog } from '../kit/dialog'
import { Bar, Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { FromFileReport } from './FromFileReport'

/** Makes a project of another program's file: what becomes of it is shown before it is made. */
export function FromFile({ onClose }: { onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const { look, make, stop, report, share, making, why } = useFile()
  const close = () => {
    stop()
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={close}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!report || share !== undefined} onClick={make}>
        {making ? m.projects_making() : m.projects_make()}
      </button>
    </>
  )
  return (
    <Dialog title={m.exchange_fromFileTitle()} onClose={close} footer={footer} focus={field} wide>
      <div className="stack">
        <label className="field">
          <span className="label">{m.exchange_fromFileField()}</span>
          <input
            ref={field}
            type="file"
            accept=".qdpx,.qde,.zip"
            disabled={share !== undefined}
            onChange={({ target }) => target.files?.[0] && look(target.files[0])}
          />
        </label>
        {report || share !== undefined ? null : <p className="soft">{m.exchange_fromFileHint()}</p>}
        {share === undefined ? null : <Going share={share} making={making} />}
        {why ? (
          <p className="st bad" role="alert">
            <Icon name="stop" small />
            {why}
          </p>
        ) : null}
        {report ? <FromFileReport report={report} /> : null}
      </div>
    </Dialog>
  )
}

/** How far the file has come; when all of it is there, that it is being read. */
const Going = ({ share, making }: { share: number; making: boolean }) => (
  <p className="st" role="status">
    <Bar share={share} />
    {share < 1
      ? m.exchange_fromFileSending({ share: `${Math.round(share * 100)} %` })
      : making
        ? m.projects_making()
        : m.exchange_fromFileReading()}
  </p>
)

/** A file, what would become of it, and how that is done. */
function useFile() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const running = useRef<AbortController>(null)
  const chosen = useRef<File>(null)
  const [report, setReport] = useState<ExchangeReport>()
  const [share, setShare] = useState<number>()
  const [making, setMaking] = useState(false)
  const [why, setWhy] = useState('')
  const send = async (file: File, preview: boolean) => {
    const controller = new AbortController()
    running.current = controller
    setWhy('')
    setShare(0)
    setMaking(!preview)
    try {
      return await importProject(file, preview, controller.signal, setShare)
    } catch (error) {
      if (!controller.signal.aborted) setWhy(sentenceOf(error))
    } finally {
      setShare(undefined)
      setMaking(false)
    }
  }
  const look = async (file: File) => {
    chosen.current = file
    setReport(undefined)
    setReport((await send(file, true))?.report)
  }
  const make = async () => {
    const made = chosen.current && (await send(chosen.current, false))
    if (!made?.project) return
    await cache.invalidateQueries({ queryKey: keys.projects })
    void navigate({ to: '/p/$project', params: { project: made.project.id } })
  }
  return { look, make, stop: () => running.current?.abort(), report, share, making, why }
}
