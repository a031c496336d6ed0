import { useState } from 'react'
import type { Strand } from '../api/names'
import { useCodebook, useProjectId, useStrands } from '../app/project'
import { useChangeStrand } from '../data/strands'
import { CodeTicks } from '../excerpts/CodeTicks'
import { announce } from '../kit/announce'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'

/** What the interviews of each strand were asked about, as ticks in the codebook. */
export function Guides({ onClose }: { onClose: () => void }) {
  const strands = useStrands()
  const [id, setId] = useState(strands[0]?.id ?? '')
  const strand = strands.find((one) => one.id === id)
  if (!strand) return null
  return <Guide key={id} strand={strand} strands={strands} onStrand={setId} onClose={onClose} />
}

interface GuideProps {
  strand: Strand
  strands: readonly Strand[]
  onStrand: (id: string) => void
  onClose: () => void
}

function Guide({ strand, strands, onStrand, onClose }: GuideProps) {
  const book = useCodebook()
  const change = useChangeStrand(useProjectId())
  const [asked, setAsked] = useState<string[]>(strand.asked.filter((code) => book.get(code)))
  const save = () =>
    change.mutate(
      { seen: strand, asked },
      {
        onSuccess: () => {
          announce(m.crossref_guideKept({ strand: strand.name }))
          onClose()
        },
      },
    )
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={change.isPending} onClick={save}>
        {m.crossref_keepGuide()}
      </button>
    </>
  )
  return (
    <Dialog title={m.crossref_guides()} onClose={onClose} footer={footer}>
      <div className="stack axis-choice">
        <p>{m.crossref_guidesAbout()}</p>
        {change.error ? <Failure error={change.error} /> : null}
        <SelectField
          label={m.crossref_strandName()}
          value={strand.id}
          options={strands.map(({ id, name }) => ({ value: id, name }))}
          onChange={onStrand}
        />
        <p className="soft" role="status">
          {asked.length ? m.crossref_guideNames({ n: asked.length }) : m.crossref_noGuide()}
        </p>
        <CodeTicks book={book} chosen={asked} onChange={setAsked} />
      </div>
    </Dialog>
  )
}
