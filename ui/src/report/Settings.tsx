import { useState } from 'react'
import type { ReportPages, ReportPart } from '../api/names'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { nameOf } from './Contents'
import { ExcerptSettings } from './ExcerptSettings'
import { Level, Switches } from './Fields'
import { CodesButton, VariablesButton } from './Picks'
import { PictureSettings } from './PictureSettings'
import { isHeaded, partNames } from './parts'
import { TableSettings } from './TableSettings'
import type { ReportActs } from './useReportActs'
import { WordsDialog } from './WordsDialog'

interface SettingsProps {
  part: ReportPart
  pages?: ReportPages
  may: boolean
  acts: ReportActs
}

/** How the part that is worked on is. Each choice is saved as it is made. */
export function Settings({ part, pages, may, acts }: SettingsProps) {
  const set = (change: Partial<ReportPart>) => acts.set(part.id, change)
  return (
    <fieldset className="set" disabled={!may} aria-label={m.report_thisPart()}>
      <h3>{m.report_thisPart()}</h3>
      <HeadingField key={part.heading} part={part} onChange={(heading) => set({ heading })} />
      {isHeaded(part) ? <Level part={part} set={set} /> : null}
      {part.kind === 'contents' ? null : <Words part={part} onChange={(text) => set({ text })} />}
      {part.kind === 'excerpts' ? <ExcerptSettings {...{ part, pages, set }} /> : null}
      {part.kind === 'table' ? <TableSettings part={part} set={set} /> : null}
      {part.kind === 'picture' ? <PictureSettings part={part} set={set} /> : null}
      {part.kind === 'sources' ? <VariablesButton part={part} set={set} /> : null}
      {part.kind === 'codebook' ? <CodesButton part={part} set={set} /> : null}
      {part.kind === 'sources' || part.kind === 'codebook' ? (
        <Switches of={['withCounts']} part={part} set={set} />
      ) : null}
    </fieldset>
  )
}

/** What stands over it; saved when the field is left, or on Enter. */
function HeadingField({ part, onChange }: { part: ReportPart; onChange: (heading: string) => void }) {
  const was = part.heading ?? ''
  const [heading, setHeading] = useState(was)
  const save = () => heading.trim() !== was && onChange(heading.trim())
  return (
    <div id="part-heading">
      <TextField
        label={part.kind === 'table' || part.kind === 'picture' ? m.report_caption() : m.report_heading()}
        value={heading}
        placeholder={partNames[part.kind]()}
        maxLength={200}
        onChange={(event) => setHeading(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
    </div>
  )
}

function Words({ part, onChange }: { part: ReportPart; onChange: (text: string) => void }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="pencil" small />
        {part.text ? m.report_changeWords() : m.report_write()}
      </button>
      {open ? (
        <WordsDialog
          title={nameOf(part)}
          text={part.text ?? ''}
          onSave={(text) => {
            onChange(text)
            close()
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}
