import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { type CodebookFile, importCodebook } from '../data/codebookFiles'
import { keys } from '../data/keys'
import { Dialog } from '../kit/dialog'
import { Check, SelectField } from '../kit/fields'
import { Lines } from '../kit/states'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { ImportedChanges } from './ImportedChanges'

/** Codes out of a table: what would change is shown before anything does. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const { chosen, choose, plan, error, reading, apply, applying } = useImport(onClose)
  const changes = plan ? plan.new + plan.changed : 0
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codes_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!changes || reading || applying} onClick={apply}>
        {m.codes_importThese({ what: count(changes, 'code') })}
      </button>
    </>
  )
  return (
    <Dialog title={m.codes_importTitle()} onClose={onClose} footer={footer} focus={field} wide>
      <div className="stack code-import">
        <label className="field">
          <span className="label">{m.codes_importFile()}</span>
          <input
            ref={field}
            type="file"
            accept=".csv,.tsv,.xlsx,.qdc"
            onChange={({ target }) => target.files?.[0] && choose({ file: target.files[0], keepEmpty: false })}
          />
        </label>
        {chosen ? null : <p className="soft">{m.codes_importHint()}</p>}
        {error ? (
          <p className="st bad" role="alert">
            {sentenceOf(error)}
          </p>
        ) : null}
        {chosen && reading && !plan ? <Lines count={4} /> : null}
        {chosen && plan ? (
          <>
            {plan.sheets.length > 1 ? (
              <SelectField
                label={m.codes_importSheet()}
                value={plan.sheet ?? ''}
                options={plan.sheets.map((name) => ({ value: name, name }))}
                onChange={(sheet) => choose({ ...chosen, sheet })}
              />
            ) : null}
            <Check checked={chosen.keepEmpty} onChange={(keepEmpty) => choose({ ...chosen, keepEmpty })}>
              {m.codes_importKeep()}
            </Check>
            <ImportedChanges plan={plan} />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

/** A file, what it would change, and how that is done. */
function useImport(onDone: () => void) {
  const project = useProjectId()
  const cache = useQueryClient()
  const undoable = useUndoToast()
  const [chosen, choose] = useState<CodebookFile>()
  const preview = useQuery({
    queryKey: [...keys.codes(project), 'preview', chosen, chosen?.file.name, chosen?.file.lastModified],
    queryFn: ({ signal }) => importCodebook(project, chosen as CodebookFile, true, signal),
    enabled: chosen !== undefined,
    placeholderData: (last) => (chosen ? last : undefined),
    gcTime: 0,
    retry: false,
  })
  const applying = useMutation({
    mutationFn: (file: CodebookFile) => importCodebook(project, file, false, new AbortController().signal),
    onSuccess: ({ seq, new: made, changed }) => {
      undoable(m.codes_imported({ made: count(made, 'code'), changed: count(changed, 'code') }), seq)
      void cache.invalidateQueries({ queryKey: keys.codes(project) })
      onDone()
    },
  })
  const plan = preview.error ? undefined : preview.data
  const apply = () => chosen && applying.mutate(chosen)
  const error = applying.error ?? preview.error
  return { chosen, choose, plan, error, reading: preview.isFetching, apply, applying: applying.isPending }
}
