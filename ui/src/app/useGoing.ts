import { useNavigate } from '@tanstack/react-router'
import type { Handlers } from '../commands/registry'
import { useHandlers } from '../commands/registry'
import { places } from './places'
import { useProjectId, useSources } from './project'
import { useResume } from './useResume'

/** The commands that go to a place. */
export function useGoing(): void {
  const navigate = useNavigate()
  const project = useProjectId()
  const resume = useResume()
  const sources = useSources()
  const handlers: Handlers = {
    'go.projects': () => void navigate({ to: '/' }),
    'go.add': () => void navigate({ to: '/p/$project/sources/add', params: { project } }),
    'go.secondLook': () => void navigate({ to: '/p/$project/codes/second-look', params: { project } }),
    'go.codeSets': () => void navigate({ to: '/p/$project/codes/sets', params: { project } }),
    'go.codeHistory': () => void navigate({ to: '/p/$project/codes/history', params: { project } }),
    'go.words': () => void navigate({ to: '/p/$project/pictures/words', params: { project } }),
    'go.saturation': () => void navigate({ to: '/p/$project/pictures/saturation', params: { project } }),
  }
  for (const place of places.flat())
    handlers[place.command] = () => void navigate({ to: place.to, params: { project } })
  if (sources.length && resume) {
    const params = { project, source: resume.id }
    handlers['go.coding'] = () => void navigate({ to: '/p/$project/sources/$source', params })
  }
  useHandlers(handlers)
}
