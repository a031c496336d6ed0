import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { Page } from '../app/Page'
import { type Handlers, useHandlers } from '../commands/registry'
import { Icon } from '../kit/marks'
import { Sized } from '../kit/Sized'
import { Empty } from '../kit/states'
import { rich } from '../language/rich'
import { Boxes } from './Boxes'
import { ChoicePanel } from './ChoicePanel'
import { CodeSheet } from './CodeSheet'
import { CodesHead } from './CodesHead'
import { DraftPanel } from './DraftPanel'
import { type Hand, useHand } from './hand'
import { TreePane, useTreePane } from './TreePane'
import { type CodeActions, useCodeActions } from './useCodeActions'
import { type DraftHand, useDraft } from './useDraft'
import './codes.css'
import { m } from '../paraglide/messages'

const route = getRouteApi('/inside/p/$project/codes')

/** The codebook: the tree at the left, and what a code means as a document at the right. */
export function CodesPage() {
  const { mode } = route.useSearch()
  return mode === 'reorganise' ? <Reorganising /> : <Reading />
}

function Reading() {
  return <Codes hand={useHand()} />
}

function Reorganising() {
  const hand = useDraft()
  return <Codes hand={hand} draft={hand} />
}

/** The page; with a draft, what is done in the tree is collected. */
function Codes({ hand, draft }: { hand: Hand; draft?: DraftHand }) {
  const { code: chosen = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (code: string) =>
    void navigate({ search: (now) => ({ ...now, code: code || undefined }), replace: true, resetScroll: false })
  const leave = () => void navigate({ search: ({ code }) => ({ code }), replace: true, resetScroll: false })
  const actions = useCodeActions(hand, choose)
  const pane = useTreePane(actions, chosen)
  const field = useRef<HTMLInputElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const edit = () => sheet.current?.querySelector<HTMLElement>('textarea, input, a, button')?.focus()
  const { selected } = pane.state
  useCommands(actions, { chosen, selected, edit, filter: () => field.current?.focus(), draft })
  const code = hand.book.get(chosen)
  return (
    <Page title={m.codes_codes()} className="cbk">
      <Sized panel="codebook" side={1} label={m.codes_widthOfTree()}>
        <TreePane {...{ actions, pane, field }} onEnter={edit}>
          <CodesHead actions={actions} chosen={chosen} foldAll={pane.state.foldAll} />
        </TreePane>
      </Sized>
      <section className="sheet-p" aria-label={code?.name ?? m.codes_codebook()} ref={sheet}>
        {draft ? (
          <DraftPanel hand={draft} onLeave={leave} />
        ) : selected.length > 1 ? (
          <ChoicePanel ids={selected} actions={actions} />
        ) : code ? (
          <CodeSheet key={code.id} code={code} actions={actions} />
        ) : (
          <Nothing actions={actions} />
        )}
      </section>
      <Boxes actions={actions} />
    </Page>
  )
}

interface Where {
  chosen: string
  selected: readonly string[]
  edit: () => void
  filter: () => void
  draft?: DraftHand
}

function useCommands(actions: CodeActions, { chosen, selected, edit, filter, draft }: Where): void {
  const { may, open, rename, askRemove, book } = actions
  const handlers: Handlers = { 'codes.filter': filter }
  if (may) handlers['code.new'] = () => open({ what: 'new', under: '' })
  const last = draft?.draft.items.at(-1)
  if (draft && last) {
    handlers['edit.undo'] = () => draft.keep({ ...draft.draft, items: draft.draft.items.slice(0, -1) })
  }
  if (may && book.get(chosen)) {
    Object.assign(handlers, {
      'code.newUnder': () => open({ what: 'new', under: chosen }),
      'code.rename': () => rename(chosen),
      'code.describe': edit,
      'code.recolour': () => open({ what: 'recolour', codes: selected }),
      'code.merge': () => open({ what: 'merge', codes: selected }),
      'code.delete': () => askRemove(selected),
    } satisfies Handlers)
  }
  useHandlers(handlers)
}

function Nothing({ actions: { book, may, open } }: { actions: CodeActions }) {
  if (book.codes.length) {
    return (
      <div className="sheet">
        <p className="soft">{may ? m.codes_choosePrompt() : m.codes_chooseToRead()}</p>
      </div>
    )
  }
  const button = (
    <button type="button" className="btn primary" onClick={() => open({ what: 'new', under: '' })}>
      <Icon name="plus" />
      {m.codes_new()}
    </button>
  )
  return (
    <div className="sheet">
      <Empty title={m.codes_empty()} actions={may ? button : null}>
        {rich(m.codes_emptyHint(), { key: (words) => <kbd>{words}</kbd> })}
      </Empty>
    </div>
  )
}
