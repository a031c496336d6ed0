import { useNavigate } from '@tanstack/react-router'
import { useSources } from '../app/project'
import { favourites } from '../codebook/favourites'
import { type Handlers, useHandlers } from '../commands/registry'
import { announce } from '../kit/announce'
import { toast } from '../kit/toasts'
import { placeIn, prefer, preferences } from '../settings/preferences'
import type { Desk } from './desk'
import { toldOf } from './stack'
import type { useResize } from './useResize'

type Resize = ReturnType<typeof useResize>

/** The keys of coding. Who may only read has none that write. */
export function useKeys(desk: Desk, resize: Resize): void {
  useHandlers({ ...reading(desk), ...(desk.may.code ? writing(desk, resize) : {}) })
  useOtherSources(desk)
}

const select = () => toast('Select words first, with the mouse or with Shift and the arrow keys.')

function writing(desk: Desk, resize: Resize): Handlers {
  const { acts, book, project, selected, words, lit } = desk
  const kept = placeIn(project)
  const put = (code: string | undefined) => {
    if (!words) return select()
    if (code) acts.put(words, code)
    else toast('No code was used yet. C finds one, or makes one.')
  }
  return {
    'code.find': () => {
      if (!words) return select()
      if (!selected) desk.surface?.select(words)
      desk.find(true)
    },
    'code.last': () => (selected ? put(kept.recent?.find((id) => book.get(id)?.codable)) : select()),
    'code.favourite': (key) => put(favourites(book, kept.favourites ?? {}).get(key)?.id),
    'code.inVivo': () => (selected ? void acts.putInVivo(selected) : select()),
    'memo.write': () => (words ? desk.write(true) : select()),
    'coding.remove': () => (lit ? acts.remove(lit) : toast('Light a coding first: click on its words, or press N.')),
    'coding.shrink': () => resize('end', -1),
    'coding.grow': () => resize('end', 1),
    'coding.later': () => resize('start', 1),
    'coding.earlier': () => resize('start', -1),
  }
}

function reading(desk: Desk): Handlers {
  const step = (direction: 1 | -1) => {
    const coding = desk.surface?.stepCoding(direction)
    if (!coding) return announce('There is no coding there.')
    announce(`‘${desk.acts.called(coding.code)}’, ${desk.acts.wordsOf(coding)}, coded by ${desk.acts.coderOf(coding)}`)
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

/** Light nothing, then close, then clear. */
function away({ litCode, surface, lightCode, writing: memo, write, inspector, selected }: Desk): void {
  if (surface?.lit()) surface.light(null)
  else if (litCode) lightCode('')
  else if (memo) write(false)
  else if (inspector.drawer && inspector.open) inspector.set(false)
  else if (selected) surface?.clearSelection()
}

function useOtherSources({ source, project }: Desk): void {
  const navigate = useNavigate()
  const sources = useSources()
  const at = sources.findIndex(({ id }) => id === source.id)
  const open = (other: { id: string } | undefined) =>
    other && (() => void navigate({ to: '/p/$project/sources/$source', params: { project, source: other.id } }))
  useHandlers({ 'source.next': open(sources[at + 1]), 'source.previous': open(sources[at - 1]) })
}
