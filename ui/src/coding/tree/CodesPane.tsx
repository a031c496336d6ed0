import { useEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '../../api/names'
import { favourites, keyOf } from '../../codebook/favourites'
import { narrowed } from '../../codebook/narrowing'
import { Boxes } from '../../codes/Boxes'
import { CodeItems } from '../../codes/CodeItems'
import { CodesFilter } from '../../codes/tree/CodesFilter'
import { CodeTree } from '../../codes/tree/CodeTree'
import { useCodeTree } from '../../codes/tree/useCodeTree'
import type { CodeActions } from '../../codes/useCodeActions'
import { Icon } from '../../kit/marks'
import { Menu, MenuItem, MenuSeparator } from '../../kit/menu'
import { Empty } from '../../kit/states'
import { m } from '../../paraglide/messages'
import { placeIn, usePreferences } from '../../settings/preferences'
import { afterPaint } from '../afterPaint'
import { useDesk } from '../desk'
import { useCodeTicks } from '../useCodeTicks'
import { Definition } from './Definition'
import { KeyItems } from './KeyItems'
import { useCodeCommands, useCodeTools } from './useCodeTools'

/** The codebook beside the text: filter, tree, and what the chosen code means. */
export default function CodesPane() {
  const { book, chosen, choose, back, project, may, selected, acts, lightCode, onto, modes, codes } = useDesk()
  const [filter, setFilter] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const tools = useCodeTools()
  const left = useMemo(() => narrowed(book, filter, 'all'), [book, filter])
  const onMove = (codes: readonly string[], place: Parameters<typeof tools.moveTo>[1]) =>
    void tools.moveTo(codes, place)
  const ticks = useCodeTicks(book)
  const state = useCodeTree({ project, book, left, chosen, mayMove: tools.may, onMove })
  usePreferences()
  const hints = may.code ? keyOf(favourites(book, placeIn(project).favourites ?? {})) : undefined
  useCodeCommands(tools, state.selected, () => {
    const focus = () => field.current?.focus()
    if (codes.open) return focus()
    codes.set(true)
    afterPaint(focus)
  })
  const code = book.get(chosen)
  const picked = state.selected.filter((id) => state.selected.length > 1 && book.get(id)?.codable)
  usePicked(modes.setPicked, picked)
  const put = (one: Code, codes: readonly string[]) => {
    choose(one.id)
    if (selected && may.code && one.codable) acts.put(onto, codes)
  }
  const pick = (one: Code) => {
    put(one, [one.id])
    if (selected) back()
  }
  const onEscape = () => {
    setFilter('')
    codes.set(false)
    back()
  }
  const menu = <Items ids={state.selected} tools={tools} />
  return (
    <aside className="tree-p" aria-label={m.codes_codes()}>
      <Head tools={tools} foldAll={state.foldAll}>
        {menu}
      </Head>
      <div className="tools">
        <CodesFilter {...{ field, state }} value={filter} onChange={setFilter} onEscape={onEscape} />
      </div>
      {book.codes.length ? (
        <CodeTree
          {...{ state, book, hints, ticks, menu }}
          renaming={tools.renaming}
          onRename={tools.setName}
          onPick={pick}
          onEnter={(one) => put(one, picked.includes(one.id) ? picked : [one.id])}
          onWords={may.code ? (one, words) => acts.put(words, [one.id]) : undefined}
          onLight={({ id }) => selected || lightCode(id)}
          onChoose={({ id }) => choose(id)}
          onMove={(ids, direction) => void tools.move(ids, direction)}
        />
      ) : (
        <NoCodes may={tools.may} />
      )}
      {left?.size === 0 ? <p className="cap none">{m.codes_noneCalled({ filter })}</p> : null}
      {code ? (
        <Definition
          code={code}
          onEdit={tools.may ? () => tools.open({ what: 'describe', codes: [code.id] }) : undefined}
        />
      ) : null}
      <Boxes actions={tools} />
    </aside>
  )
}

/** Tells the desk which codes are picked in the tree, to be put on words together. */
function usePicked(tell: (codes: readonly string[]) => void, picked: readonly string[]) {
  const written = picked.join(' ')
  useEffect(() => {
    tell(written ? written.split(' ') : [])
  }, [tell, written])
}

/** What can be done with the codes that are selected, beside the text. */
function Items({ ids, tools }: { ids: readonly string[]; tools: CodeActions }) {
  const { may } = useDesk()
  const more = (code: Code) => (
    <>
      {tools.may ? (
        <MenuItem onClick={() => tools.open({ what: 'describe', codes: [code.id] })}>
          {m.coding_definitionEditAsk()}
        </MenuItem>
      ) : null}
      {may.code && code.codable ? <KeyItems code={code} /> : null}
    </>
  )
  return <CodeItems ids={ids} actions={tools} more={more} />
}

function NoCodes({ may }: { may: boolean }) {
  return (
    <div className="none">
      <Empty title={m.codes_empty()}>{may ? m.coding_noCodesHow() : undefined}</Empty>
    </div>
  )
}

interface HeadProps {
  tools: CodeActions
  foldAll: (fold: boolean) => void
  children: React.ReactNode
}

function Head({ tools, foldAll, children }: HeadProps) {
  const { book, chosen } = useDesk()
  const trigger = (
    <button type="button" className="btn icon quiet sm" aria-label={m.codes_menu()} title={m.codes_menu()}>
      <Icon name="more" />
    </button>
  )
  return (
    <div className="panel-h">
      <h2 className="h">{m.codes_codes()}</h2>
      <span className="push">
        {tools.may ? (
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label={m.codes_new()}
            title={m.codes_new()}
            onClick={() => tools.open({ what: 'new', under: '' })}
          >
            <Icon name="plus" />
          </button>
        ) : null}
        <Menu trigger={trigger} align="end">
          <MenuItem onClick={() => foldAll(false)}>{m.codes_showAll()}</MenuItem>
          <MenuItem onClick={() => foldAll(true)}>{m.codes_foldAll()}</MenuItem>
          {book.get(chosen) ? (
            <>
              <MenuSeparator />
              {children}
            </>
          ) : null}
        </Menu>
      </span>
    </div>
  )
}
