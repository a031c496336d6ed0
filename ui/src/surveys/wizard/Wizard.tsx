import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useDrop } from '../../adding/drop'
import { Page } from '../../app/Page'
import { useMay, useProjectId } from '../../app/project'
import { Empty } from '../../kit/states'
import { m } from '../../paraglide/messages'
import { Reading } from './Reading'
import '../../adding/adding.css'
import '../../cases/cases.css'
import '../surveys.css'

/** Makes a survey of a table: chosen, looked at column by column, and brought when it is as it should be. */
export function Wizard() {
  const project = useProjectId()
  const [file, setFile] = useState<File>()
  const may = useMay().change
  const { isOver, target } = useDrop(([first]) => may && first && setFile(first.file))
  const crumbs = (
    <Link to="/p/$project/surveys" params={{ project }}>
      {m.surveys_surveys()}
    </Link>
  )
  return (
    <Page title={m.surveys_importing()} crumbs={crumbs} className="imp-main">
      <div className={`survey-wizard${isOver ? ' drop-over' : ''}`} {...target}>
        {file ? (
          <Reading key={`${file.name} ${file.lastModified} ${file.size}`} file={file} onOther={setFile} />
        ) : (
          <NoTable may={may} onFile={setFile} />
        )}
      </div>
    </Page>
  )
}

function NoTable({ may, onFile }: { may: boolean; onFile: (file: File) => void }) {
  return (
    <div className="imp-drop">
      {may ? (
        <Empty title={m.surveys_drop()} heading="h1" actions={<ChooseTable primary onFile={onFile} />}>
          {m.surveys_dropHow()}
        </Empty>
      ) : (
        <Empty title={m.surveys_youRead()} heading="h1">
          {m.surveys_researcherCan()}
        </Empty>
      )}
    </div>
  )
}

/** A button for a table. */
export function ChooseTable({ primary, onFile }: { primary?: boolean; onFile: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={primary ? 'btn primary' : 'btn quiet'} onClick={() => field.current?.click()}>
        {primary ? m.surveys_choose() : m.surveys_chooseOther()}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.tsv,.xlsx"
        aria-label={m.surveys_table()}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file)
          currentTarget.value = '' // so that the same can be chosen again
        }}
      />
    </>
  )
}
