import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ImportedProject } from '../api/names'
import { importProject } from '../data/exchange'
import { keys } from '../data/keys'
import { FileDialog } from '../exchange/FileDialog'
import { useSent } from '../exchange/useSent'
import { m } from '../paraglide/messages'
import { FromFileReport } from './FromFileReport'

/** Makes a project of another program's file: what becomes of it is shown before it is made. */
export function FromFile({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const open = async ({ project }: ImportedProject) => {
    if (!project) return
    await cache.invalidateQueries({ queryKey: keys.projects })
    void navigate({ to: '/p/$project', params: { project: project.id } })
  }
  const { seen, ...sent } = useSent(importProject, open)
  return (
    <FileDialog
      title={m.exchange_fromFileTitle()}
      label={m.exchange_fromFileField()}
      hint={m.exchange_fromFileHint()}
      accept=".qdpx,.qde,.zip"
      action={m.projects_make()}
      acting={m.projects_making()}
      ready={seen !== undefined}
      sent={sent}
      onClose={onClose}
    >
      {seen ? <FromFileReport report={seen.report} /> : null}
    </FileDialog>
  )
}
