import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CasesImported } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { type CaseTable, importCases } from '../data/cases'
import { keys } from '../data/keys'
import { Dialog } from '../kit/dialog'
import { Check, Segmented, SelectField } from '../kit/fields'
import { Lines } from '../kit/states'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { ColumnTable } from './ColumnTable'
import { Difference } from './Difference'

/** Cases out of a table, by a key: what would change is shown before anything does. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const { table, setTable, plan, error, reading, apply, applying } = useImport(onClose)
  const changes = plan ? plan.new + plan.changed : 0
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.cases_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!changes || reading || applying} onClick={apply}>
        {m.cases_importThese({ what: count(changes, 'case') })}
      </button>
    </>
  )
  return (
    <Dialog title={m.cases_importTitle()} onClose={onClose} footer={footer} focus={field} wide>
      <div className="stack case-import">
        <label className="field">
          <span className="label">{m.cases_importFile()}</span>
          <input
            ref={field}
            type="file"
            accept=".csv,.tsv,.xlsx"
            onChange={({ target }) => target.files?.[0] && setTable(begun(target.files[0]))}
          />
        </label>
        {error ? (
          <p className="st bad" role="alert">
            {sentenceOf(error)}
          </p>
        ) : null}
        {table && reading && !plan ? <Lines count={4} /> : null}
        {table && plan ? (
          <>
            <div className="case-values">
              <SelectField
                label={m.cases_importKey()}
                value={plan.key}
                options={plan.columns.map(({ column }) => ({ value: column, name: column }))}
                onChange={(key) => setTable({ ...table, key })}
              />
              {plan.sheets.length > 1 ? (
                <SelectField
                  label={m.cases_importSheet()}
                  value={plan.sheet ?? ''}
                  options={plan.sheets.map((name) => ({ value: name, name }))}
                  onChange={(sheet) => setTable({ ...begun(table.file), sheet })}
                />
              ) : null}
              {saysKinds(plan) ? null : (
                <Segmented
                  label={m.cases_importKind()}
                  value={table.kind}
                  options={[
                    { value: 'firm', name: m.cases_firms() },
                    { value: 'person', name: m.cases_persons() },
                  ]}
                  onChange={(kind) => setTable({ ...table, kind, firm: undefined })}
                />
              )}
              {table.kind === 'person' || saysKinds(plan) ? (
                <FirmColumn plan={plan} table={table} onChange={setTable} />
              ) : null}
            </div>
            <Check checked={table.keepEmpty} onChange={(keepEmpty) => setTable({ ...table, keepEmpty })}>
              {m.cases_importKeep()}
            </Check>
            <Difference plan={plan} />
            <ColumnTable plan={plan} mapping={table.mapping} onChange={(mapping) => setTable({ ...table, mapping })} />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

interface FirmColumnProps {
  plan: CasesImported
  table: CaseTable
  onChange: (table: CaseTable) => void
}

/** The column that says to which firm a person belongs, by its key or name. */
function FirmColumn({ plan, table, onChange }: FirmColumnProps) {
  const now = plan.columns.find(({ is }) => is === 'firm')?.column ?? ''
  const set = (firm: string) => {
    const { [firm]: _, ...rest } = table.mapping
    onChange({ ...table, firm: firm || undefined, mapping: firm ? rest : { ...rest, [now]: '' } })
  }
  const columns = plan.columns.filter(({ is }) => is !== 'key' && is !== 'name')
  return (
    <SelectField
      label={m.cases_importFirm()}
      value={now}
      options={[
        { value: '', name: m.cases_noColumn() },
        ...columns.map(({ column }) => ({ value: column, name: column })),
      ]}
      onChange={set}
    />
  )
}

/** Whether a column says of each row what kind of case it is. */
const saysKinds = (plan: CasesImported) => plan.columns.some(({ is }) => is === 'kind')

const begun = (file: File): CaseTable => ({ file, kind: 'firm', mapping: {}, keepEmpty: false })

/** A table, what it would change, and how that is done. */
function useImport(onDone: () => void) {
  const project = useProjectId()
  const cache = useQueryClient()
  const undoable = useUndoToast()
  const [table, setTable] = useState<CaseTable>()
  const preview = useQuery({
    queryKey: [...keys.cases(project), 'preview', table, table?.file.name, table?.file.lastModified],
    queryFn: ({ signal }) => importCases(project, table as CaseTable, true, signal),
    enabled: table !== undefined,
    placeholderData: (last) => (table ? last : undefined),
    gcTime: 0,
    retry: false,
  })
  const plan = preview.error ? undefined : preview.data
  const applying = useMutation({
    mutationFn: (chosen: CaseTable) =>
      importCases(project, { ...chosen, key: plan?.key }, false, new AbortController().signal),
    onSuccess: ({ seq, new: made, changed }) => {
      undoable(m.cases_imported({ made: count(made, 'case'), changed: count(changed, 'case') }), seq)
      void cache.invalidateQueries({ queryKey: keys.cases(project) })
      void cache.invalidateQueries({ queryKey: keys.variables(project) })
      onDone()
    },
  })
  const apply = () => table && applying.mutate(table)
  const error = applying.error ?? preview.error
  return { table, setTable, plan, error, reading: preview.isFetching, apply, applying: applying.isPending }
}
