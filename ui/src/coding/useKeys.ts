import { useNavigate } from '@tanstack/react-router'
import { useSources } from '../app/project'
import { type Handlers, useHandlers } from '../commands/registry'
import { announce } from '../kit/announce'
import { m } from '../paraglide/messages'
import { prefer, preferences } from '../settings/preferences'
import type { Desk } from './desk'
import { toldOf } from './stack'
import type { useResize } from './useResize'
import { writing } from './writingKeys'

/** The keys of coding. Who may only read has none that write. */
export function useKeys(desk: Desk, resize: ReturnType<typeof useResize>): void {
  useHandlers({ ...reading(desk), ...(desk.may.code ? writing(desk, resize) : {}) })
  useOtherSources(desk)
}

function reading(desk: Desk): Handlers {
  const step = (direction: 1 | -1) => {
    const coding = desk.surface?.stepCoding(direction)
    if (!coding) return announce(m.coding_noCodingThere())
    announce(toldOf({ codings: [coding], lit: coding }, desk.acts))
  }
  return {
    'coding.next': () => step(1),
    'coding.previous': () => step(-1),
    'coding.stack': () => {
      const found = desk.surface?.stepStack()
      if (found?.lit) desk.choose(found.lit.code)
      if (found) announce(toldOf(found, desk.acts))
    },
    'codings.showAll': desk.view.narrowed ? desk.view.showAll : undefined,
    'light.none': () => away(desk),
    'text.numbers': () => prefer({ numbers: !preferences().numbers }),
    'text.linear': () => prefer({ linear: !preferences().linear }),
  }
}

/** Light nothing, then close, then put back what is in the hand, then clear. */
function away(desk: Desk): void {
  const { litCode, surface, lightCode, writing: memo, write, inspector, codes, selected, modes } = desk
  const shut = (drawer: { set(open: boolean): void }) => {
    drawer.set(false)
    desk.back()
  }
  if (surface?.lit()) surface.light(null)
  else if (litCode) lightCode('')
  else if (memo) write(null)
  else if (inspector.drawer && inspector.open) shut(inspector)
  else if (codes.drawer && codes.open) shut(codes)
  else if (modes.spread) modes.spreadOver(null)
  else if (modes.taken) modes.take(null)
  else if (selected) surface?.clearSelection()
}

function useOtherSources({ source, project, view }: Desk): void {
  const navigate = useNavigate()
  const sources = useSources()
  const at = sources.findIndex(({ id }) => id === source.id)
  const open = (other: { id: string } | undefined) =>
    other && (() => void navigate({ to: '/p/$project/sources/$source', params: { project, source: other.id } }))
  useHandlers({
    'source.next': open(sources[at + 1]),
    'source.previous': open(sources[at - 1]),
    'source.print': () =>
      void navigate({
        to: '/p/$project/sources/$source/print',
        params: { project, source: source.id },
        search: view.showing,
      }),
  })
}
