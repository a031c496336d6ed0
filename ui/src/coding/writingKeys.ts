import { favourites } from '../codebook/favourites'
import type { Handlers } from '../commands/registry'
import { announce } from '../kit/announce'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { placeIn } from '../settings/preferences'
import type { Coding, Side } from '../surface'
import { type Desk, litNow } from './desk'
import { turnsOfSpeaker, wholeTurns } from './turns'

type Resize = (side: Side, direction: 1 | -1) => void

const select = () => toast(m.coding_selectFirst())
const light = () => toast(m.coding_lightFirst())

/** The keys that write. */
export function writing(desk: Desk, resize: Resize): Handlers {
  return {
    ...putting(desk),
    ...selecting(desk),
    ...changing(desk),
    'coding.shrink': () => resize('end', -1),
    'coding.grow': () => resize('end', 1),
    'coding.later': () => resize('start', 1),
    'coding.earlier': () => resize('start', -1),
  }
}

function putting(desk: Desk): Handlers {
  const { acts, book, project, selected, words, onto, modes } = desk
  const kept = placeIn(project)
  const put = (code: string | undefined) => {
    if (!words) return select()
    if (code) acts.put(onto, [code])
    else toast(m.coding_noneUsed())
  }
  const last = () => kept.recent?.find((id) => book.get(id)?.codable)
  return {
    'code.find': () => {
      if (!words) return select()
      if (!selected) desk.surface?.select(words)
      desk.find('put')
    },
    'code.last': () => {
      if (!selected) return select()
      if (modes.picked.length) acts.put(onto, modes.picked)
      else put(last())
    },
    'code.favourite': (key) => put(favourites(book, kept.favourites ?? {}).get(key)?.id),
    'code.inVivo': () => (selected ? acts.putInVivo(selected) : select()),
    'code.open': modes.toggleOpen,
    'memo.write': () => (words ? desk.write(words) : select()),
  }
}

function selecting(desk: Desk): Handlers {
  const { modes, surface } = desk
  return {
    'turn.select': () => surface?.select(wholeTurns(desk)),
    'speaker.select': () => {
      const spread = turnsOfSpeaker(desk)
      if (!spread) return toast(m.coding_nobodySpeaks())
      surface?.select(spread.at)
      modes.spreadOver(spread)
    },
  }
}

function changing(desk: Desk): Handlers {
  const { acts, surface, selected, words, modes } = desk
  const withLit = (act: (coding: Coding) => void) => () => {
    const lit = litNow(desk)
    return lit ? act(lit) : light()
  }
  return {
    'coding.remove': withLit(acts.remove),
    'coding.removeAll': () => (words ? acts.removeAll(words) : select()),
    'coding.replace': withLit((coding) => {
      if (!acts.owned(coding)) return toast(acts.notMine(coding))
      surface?.select(coding)
      desk.find('replace')
    }),
    'coding.take': withLit((coding) => {
      modes.take(coding)
      announce(m.coding_took({ code: acts.called(coding.code) }))
    }),
    'coding.move': () => laid(desk, (coding, to) => acts.move(coding, to)),
    'coding.copy': () => laid(desk, (coding, to) => acts.put(to, [coding.code])),
    'passage.split': withLit((coding) => acts.split(coding, selected?.start ?? surface?.caret() ?? null)),
    'passage.join': withLit(acts.join),
  }
}

/** Puts the coding in the hand on the words that are selected, or else lit. */
function laid({ modes, words }: Desk, put: (coding: Coding, to: { start: number; end: number }) => void) {
  if (!modes.taken) return toast(m.coding_takeFirst())
  if (!words) return select()
  put(modes.taken, { start: words.start, end: words.end })
  modes.take(null)
}
