import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Erasing, ErasureReport, Source } from '../api/names'
import { useProjectId } from '../app/project'
import { erasure, useErase } from '../data/erasures'
import { ForGoodDialog } from '../kit/ForGoodDialog'
import { Check, TextField } from '../kit/fields'
import { toast } from '../kit/toasts'
import { count, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import { useSpeakers } from './FindSpeaker'
import { voices } from './listing'

/** Erases what someone said in a source, or all of it. */
export function EraseDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const project = useProjectId()
  const erase = useErase(project)
  const first = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [whole, setWhole] = useState(!voices(source).length)
  const [also, setAlso] = useState('')
  const phrases = also.split(',').flatMap((one) => one.trim() || [])
  const what: Erasing = { ...(whole ? { sources: [source.id] } : { speakers: [...chosen] }), phrases }
  const { data, error } = useQuery(erasure(project, what))
  const send = () =>
    erase.mutate(what, {
      onSuccess: (report) => {
        toast(m.sources_erased({ words: count(report.words, 'word') }))
        onClose()
      },
    })
  const { shown, field } = useSpeakers(source, chosen)
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <ForGoodDialog
      title={m.sources_eraseFrom({ title: source.title })}
      act={m.sources_eraseForGood()}
      typed={{ label: m.sources_typeTitle(), name: source.title }}
      ready={whole || chosen.length > 0}
      doing={{ ...erase, error: erase.error ?? error }}
      onDo={send}
      onClose={onClose}
      focus={first}
    >
      <p className="soft">{m.sources_eraseAbout()}</p>
      {whole ? null : field}
      <fieldset className="srcs-erase">
        <legend>{m.sources_whose()}</legend>
        {shown.map(({ id, name }, at) => (
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
    </ForGoodDialog>
  )
}

/** What goes, and where else the words are struck. */
function Goes({ report }: { report: ErasureReport }) {
  const what = (['word', 'turn', 'passage', 'coding', 'file'] as const).flatMap((one) => {
    const n = report[`${one}s`]
    return n ? [count(n, one)] : []
  })
  return (
    <p role="status">
      {m.sources_goes({ what: listed(what) })} {report.records ? m.sources_goesFrom({ n: report.records }) : null}
    </p>
  )
}
