import { useRef } from 'react'
import { Icon } from '../../kit/marks'
import { m } from '../../paraglide/messages'

interface CodesFieldProps {
  codes?: File
  onChoose: (codes: File | undefined) => void
}

/** A code list in a file of its own: what values mean, and which count as missing. */
export function CodesField({ codes, onChoose }: CodesFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="field">
      <span className="label">{m.surveys_codesFile()}</span>
      <span className="row tight">
        <button type="button" className="btn sm cut" title={codes?.name} onClick={() => field.current?.click()}>
          {codes?.name ?? m.surveys_codesChoose()}
        </button>
        {codes ? (
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label={m.surveys_codesWithout()}
            title={m.surveys_codesWithout()}
            onClick={() => onChoose(undefined)}
          >
            <Icon name="x" small />
          </button>
        ) : null}
      </span>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.tsv,.xlsx"
        aria-label={m.surveys_codesFile()}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onChoose(file)
          currentTarget.value = '' // so that the same can be chosen again
        }}
      />
    </div>
  )
}
