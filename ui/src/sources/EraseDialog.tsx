import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Erasing, ErasureReport, Source } from '../api/names'
import { useProjectId } from '../app/project'
import { erasure, useErase } from '../data/erasures'
import { Dialog } from '../kit/dialog'
import { Check, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { voices } from './listing'

/** Erases what someone said in a source, or all of it. It can't be undone, so the source's title is asked for. */
export function EraseDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const project = useProjectId()
  const erase = useErase(project)
  const first = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [whole, setWhole] = useState(!voices(source).length)
  const [also, setAlso] = useState('')
  const [typed, setTyped] = useState('')
  const phrases = also.split(',').flatMap((one) => one.trim() || [])
  const what: Erasing = { ...(whole ? { sources: [source.id] } : { speakers: [...chosen] }), phrases }
  const { data, error } = useQuery(erasure(project, what))
  const sure = typed.trim() === source.title.trim() && (whole || chosen.length > 0)
  const send = () =>
    erase.mutate(what, {
      onSuccess: (report) => {
        toast(m.sources_erased({ words: count(report.words, 'word') }))
        onClose()
      },
    })
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn danger" disabled={!sure || erase.isPending} onClick={send}>
        {m.sources_eraseForGood()}
      </button>
    </>
  )
  return (
    <Dialog title={m.sources_eraseFrom({ title: source.title })} onClose={onClose} footer={footer} focus={first}>
      <div className="stack">
        {(erase.error ?? error) ? <Failure error={erase.error ?? error} /> : null}
        <p className="soft">{m.sources_eraseAbout()}</p>
        <fieldset className="srcs-erase">
          <legend>{m.sources_whose()}</legend>
          {voices(source).map(({ id, name }, at) => (
            <Check
              key={id}
              ref={at ? undefined : first}
              checked={whole || chosen.includes(id)}
              disabled={whole}
              onChange={() => toggle(id)}
            >
              {name}
            </Check>
          ))}
          <Check ref={voices(source).length ? undefined : first} checked={whole} onChange={setWhole}>
            {m.sources_wholeSource()}
          </Check>
        </fieldset>
        <TextField
          label={m.sources_eraseAlso()}
          hint={m.sources_eraseAlsoHint()}
          autoComplete="off"
          value={also}
          onChange={(event) => setAlso(event.target.value)}
        />
        {data ? <Goes report={data} /> : null}
        <TextField
          label={m.sources_typeTitle()}
          hint={source.title}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
    </Dialog>
  )
}

function Goes({ report }: { report: ErasureReport }) {
  return (
    <p role="status">
      {m.sources_goes({
        words: count(report.words, 'word'),
        turns: count(report.turns, 'turn'),
        passages: count(report.passages, 'passage'),
        codings: count(report.codings, 'coding'),
      })}{' '}
      {m.sources_goesBeside({
        records: report.records,
        files: count(report.files, 'file'),
      })}
    </p>
  )
}
