import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useProjectId } from '../../app/project'
import { useUndoToast } from '../../app/useUndo'
import { keys } from '../../data/keys'
import { type Definition, previewSurvey, type TableFiles, useImportSurvey } from '../../data/surveys'
import { toastError } from '../../kit/toasts'
import { m } from '../../paraglide/messages'
import { type Draft, definitionOf, noDraft, readingOf } from './draft'

export type Table = ReturnType<typeof useTable>

/** A table that is to become a survey: what was said of it, how the server would read it, and how it is brought. */
export function useTable(file: File) {
  const project = useProjectId()
  const [draft, setDraft] = useState<Draft>(noDraft)
  const [codes, setCodes] = useState<File>()
  const files = { file, codes }
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  const preview = useQuery({
    queryKey: [...keys.surveyPreview(project), ...namesOf(file), ...namesOf(codes), readingOf(draft)],
    queryFn: ({ signal }) => previewSurvey(project, files, definitionOf(latest.current), signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const [found, setFound] = useState(preview.data) // stays while it is asked again, and when that is refused
  if (preview.data && preview.data !== found) setFound(preview.data)
  const bringing = useBringing(files)
  return {
    file,
    codes,
    explain: (codes: File | undefined) => {
      setCodes(codes)
      setDraft((draft) => ({ ...draft, settings: { ...draft.settings, labels: undefined } }))
    },
    draft,
    say: (change: (draft: Draft) => Draft) => setDraft(change),
    found,
    isRefused: preview.error !== null,
    isReading: preview.isFetching,
    again: () => void preview.refetch(),
    ...bringing,
    error: bringing.error ?? preview.error,
    bring: () => bringing.bring(definitionOf(draft), draft.settings.name || found?.definition.name || file.name),
  }
}

const namesOf = (file?: File) => [file?.name, file?.lastModified, file?.size]

/** Brings the table: how far it is, how it is stopped, and what has become of it. */
function useBringing(files: TableFiles) {
  const project = useProjectId()
  const undoable = useUndoToast()
  const { mutate, data: done, error, isPending: isBringing } = useImportSurvey(project)
  const [share, setShare] = useState(0)
  const stopping = useRef<AbortController>(undefined)
  useEffect(() => () => stopping.current?.abort(), [])
  const bring = (definition: Definition, name: string) => {
    const stop = new AbortController()
    stopping.current = stop
    setShare(0)
    mutate(
      { files, definition, signal: stop.signal, progress: setShare },
      {
        onSuccess: ({ seq }) => undoable(m.surveys_importedIt({ name }), seq),
        onError: (reason) => stop.signal.aborted || toastError(reason),
      },
    )
  }
  const stop = () => stopping.current?.abort()
  return { done, error: stopping.current?.signal.aborted ? null : error, isBringing, share, bring, stop }
}
