import { useNavigate } from '@tanstack/react-router'
import type { Source } from '../api/names'
import { useMay, useProjectId, useStrands } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { useRemoveRecording } from '../data/recordings'
import { useChangeSource, useRemoveSource } from '../data/sources'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { Menu, MenuItem, MenuSeparator } from '../kit/menu'
import { toast, toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { namesSpeakers } from './listing'

interface SourceMenuProps {
  source: Source
  /** Whether one may change sources. */
  may: boolean
  onRename: () => void
  onSpeakers: () => void
  onRecording: () => void
  onVersions: () => void
  onErase: (what: 'words' | 'original') => void
}

/** What can be done with a source. */
export function SourceMenu({ source, may, onRename, onSpeakers, onRecording, onVersions, onErase }: SourceMenuProps) {
  const project = useProjectId()
  const strands = useStrands()
  const change = useChangeSource(project)
  const remove = useRemove(source)
  const mute = useMute(source)
  const lead = useMay().manage
  const navigate = useNavigate()
  const portray = () =>
    void navigate({ to: '/p/$project/pictures/portrait/$source', params: { project, source: source.id } })
  const trigger = (
    <button type="button" className="btn quiet sm icon" aria-label={m.sources_whatToDo({ title: source.title })}>
      <Icon name="more" />
    </button>
  )
  const move = (strand: string, name: string) =>
    change.mutate(
      { seen: source, strand },
      { onSuccess: () => announce(m.sources_movedTo({ name })), onError: toastError },
    )
  const withhold = () =>
    change.mutate(
      { seen: source, withheld: !source.withheld },
      { onSuccess: () => toast(source.withheld ? m.sources_unwithheld() : m.sources_withheld()), onError: toastError },
    )
  return (
    <Menu trigger={trigger} align="end">
      {may ? <MenuItem onClick={onRename}>{m.sources_rename()}</MenuItem> : null}
      {may && namesSpeakers(source) ? <MenuItem onClick={onSpeakers}>{m.sources_nameSpeakers()}</MenuItem> : null}
      {may ? (
        <MenuItem onClick={onRecording}>
          {source.recording ? m.sources_replaceRecording() : m.sources_attachRecording()}
        </MenuItem>
      ) : null}
      {may && source.recording ? <MenuItem onClick={mute}>{m.sources_removeRecording()}</MenuItem> : null}
      <MenuItem onClick={onVersions}>{m.revisions_menu()}</MenuItem>
      {source.codings ? <MenuItem onClick={portray}>{m.pictures_portraitMenu()}</MenuItem> : null}
      {source.blob && (lead || !source.withheld) ? (
        <MenuItem onClick={() => download(project, source)}>{m.sources_download()}</MenuItem>
      ) : null}
      {may && strands.length > 1 ? (
        <>
          <MenuSeparator />
          <p className="head">{m.sources_moveTo()}</p>
          {strands.map(({ id, name }) => (
            <MenuItem key={id} disabled={id === source.strand} onClick={() => move(id, name)}>
              <span className="cut">{name}</span>
              {id === source.strand ? <span className="push">{m.app_here()}</span> : null}
            </MenuItem>
          ))}
        </>
      ) : null}
      {may ? (
        <>
          <MenuSeparator />
          <MenuItem onClick={remove}>{m.kit_delete()}</MenuItem>
        </>
      ) : null}
      {lead ? (
        <>
          <MenuSeparator />
          {source.blob ? (
            <>
              <MenuItem onClick={withhold}>{source.withheld ? m.sources_unwithhold() : m.sources_withhold()}</MenuItem>
              <MenuItem onClick={() => onErase('original')}>{m.sources_eraseOriginal()}</MenuItem>
            </>
          ) : null}
          <MenuItem onClick={() => onErase('words')}>{m.sources_erase()}</MenuItem>
        </>
      ) : null}
    </Menu>
  )
}

function download(project: string, source: Source): void {
  const link = document.createElement('a')
  link.href = `/api/projects/${project}/sources/${source.id}/original`
  link.download = source.filename
  link.click()
}

const deleted = ({ title, codings: n }: Source): string =>
  n ? m.sources_deletedWith({ title, codings: count(n, 'coding') }) : m.sources_deleted({ title })

/** Deletes a source, and offers it back. */
function useRemove(source: Source): () => void {
  const project = useProjectId()
  const remove = useRemoveSource(project)
  const undo = useUndoEntry(project)
  return () =>
    remove.mutate(source.id, {
      onSuccess: ({ seq }) => {
        document.getElementById('main')?.focus({ preventScroll: true }) // the row that had the focus is gone
        toast(deleted(source), {
          label: m.kit_undo(),
          run: () => undo.mutate(seq, { onError: toastError }),
        })
      },
      onError: toastError,
    })
}

/** Takes the recording of a source away, and offers it back. */
function useMute(source: Source): () => void {
  const project = useProjectId()
  const remove = useRemoveRecording(project)
  const undo = useUndoEntry(project)
  return () =>
    remove.mutate(source.id, {
      onSuccess: ({ seq }) =>
        toast(m.sources_removedRecording({ title: source.title }), {
          label: m.kit_undo(),
          run: () => undo.mutate(seq, { onError: toastError }),
        }),
      onError: toastError,
    })
}
