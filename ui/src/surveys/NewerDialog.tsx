import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Survey } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { keys } from '../data/keys'
import { bringNewer, refresh } from '../data/surveys'
import { Dialog } from '../kit/dialog'
import { Bar } from '../kit/marks'
import { Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { NewerDifference } from './NewerDifference'
import '../cases/cases.css'

interface NewerProps {
  survey: Survey
  onClose: () => void
}

/** A newer table of the same survey: what it changes, by key, is shown before anything does. */
export function NewerDialog({ survey, onClose }: NewerProps) {
  const field = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const { report, error, isReading, isBringing, share, bring } = useNewer(survey, file, onClose)
  const changes = report ? report.new + report.changed : 0
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!changes || isReading || isBringing} onClick={bring}>
        {m.surveys_bring({ n: changes })}
      </button>
    </>
  )
  return (
    <Dialog title={m.surveys_newerTitle({ name: survey.name })} onClose={onClose} footer={footer} focus={field} wide>
      <div className="stack case-import">
        <label className="field">
          <span className="label">{m.surveys_newerFile()}</span>
          <input
            ref={field}
            type="file"
            accept=".csv,.tsv,.xlsx"
            onChange={({ target }) => target.files?.[0] && setFile(target.files[0])}
          />
          <span className="hint">{m.surveys_newerHow()}</span>
        </label>
        {error ? (
          <p className="st bad" role="alert">
            {sentenceOf(error)}
          </p>
        ) : null}
        {isReading ? <Lines count={3} /> : null}
        {report && !isReading ? <NewerDifference report={report} /> : null}
        {isBringing ? <Bar share={share} /> : null}
      </div>
    </Dialog>
  )
}

/** What a newer table would change, and how it is brought. */
function useNewer({ id, name }: Survey, file: File | undefined, onDone: () => void) {
  const project = useProjectId()
  const cache = useQueryClient()
  const undoable = useUndoToast()
  const [share, setShare] = useState(0)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  const preview = useQuery({
    queryKey: [...keys.newerPreview(project, id), file?.name, file?.lastModified, file?.size],
    queryFn: ({ signal }) => bringNewer(project, id, file as File, true, signal),
    enabled: file !== undefined,
    gcTime: 0,
    retry: false,
  })
  const bringing = useMutation({
    mutationFn: (table: File) => {
      stop.current = new AbortController()
      return bringNewer(project, id, table, false, stop.current.signal, setShare)
    },
    onSuccess: async ({ seq }) => {
      await refresh(cache, project)
      undoable(m.surveys_brought({ name }), seq)
      onDone()
    },
  })
  return {
    report: preview.data?.report,
    error: bringing.error ?? preview.error,
    isReading: preview.isFetching,
    isBringing: bringing.isPending,
    share,
    bring: () => file && bringing.mutate(file),
  }
}
