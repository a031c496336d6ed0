import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Code } from '../api/names'
import { useProjectId } from '../app/project'
import { type Direction, mergeable, movesBy } from '../codebook/moves'
import { SetItems } from '../codesets/SetItems'
import { Keycaps } from '../commands/Keycaps'
import { MenuItem, MenuSeparator } from '../kit/menu'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { CodeActions } from './useCodeActions'

interface CodeItemsProps {
  /** The codes that are selected. */
  ids: readonly string[]
  actions: CodeActions
  /** What else one code offers where the menu is. */
  more?: (code: Code) => ReactNode
}

/** What can be done with codes, in a menu. */
export function CodeItems({ ids, actions, more }: CodeItemsProps) {
  const [id, ...others] = ids
  const code = actions.book.get(id)
  if (!code) return null
  return others.length ? <ManyItems {...{ ids, actions }} /> : <OneItems {...{ code, actions, more }} />
}

const directions: { direction: Direction; name: () => string; keys: string }[] = [
  { direction: 'up', name: m.codes_moveUp, keys: 'Alt+Up' },
  { direction: 'down', name: m.codes_moveDown, keys: 'Alt+Down' },
  { direction: 'in', name: m.codes_moveIn, keys: 'Alt+Right' },
  { direction: 'out', name: m.codes_moveOut, keys: 'Alt+Left' },
]

function OneItems({ code, actions, more }: { code: Code } & Omit<CodeItemsProps, 'ids'>) {
  const { may, open, rename } = actions
  return (
    <>
      <p className="head">{code.name}</p>
      {may ? (
        <>
          <Keyed keys="F2" onClick={() => rename(code.id)}>
            {m.codes_rename()}
          </Keyed>
          <MenuItem onClick={() => open({ what: 'recolour', codes: [code.id] })}>{m.codes_recolour()}</MenuItem>
          <MenuItem onClick={() => open({ what: 'new', under: code.id })}>{m.codes_newUnderAsk()}</MenuItem>
        </>
      ) : null}
      {more?.(code)}
      {may ? (
        <>
          <MenuSeparator />
          <Moves ids={[code.id]} actions={actions} />
        </>
      ) : null}
      <MenuSeparator />
      <Readings code={code} may={may} />
      {may ? <Endings ids={[code.id]} actions={actions} /> : null}
    </>
  )
}

function ManyItems({ ids, actions }: Pick<CodeItemsProps, 'ids' | 'actions'>) {
  const { may, open, marks } = actions
  return (
    <>
      <p className="head">{count(ids.length, 'code')}</p>
      {may ? (
        <>
          <Moves ids={ids} actions={actions} />
          <MenuSeparator />
          <MenuItem onClick={() => open({ what: 'recolour', codes: ids })}>{m.codes_recolour()}</MenuItem>
          {marks ? null : <SetItems ids={ids} onKeep={() => open({ what: 'set', codes: ids })} />}
          <MenuSeparator />
          <Endings ids={ids} actions={actions} />
        </>
      ) : null}
    </>
  )
}

function Moves({ ids, actions: { book, move, open } }: Pick<CodeItemsProps, 'ids' | 'actions'>) {
  return (
    <>
      {directions.map(({ direction, name, keys }) => (
        <Keyed
          key={direction}
          keys={keys}
          disabled={!movesBy(book, ids, direction).length}
          onClick={() => void move(ids, direction)}
        >
          {name()}
        </Keyed>
      ))}
      <MenuItem onClick={() => open({ what: 'move', codes: ids })}>{m.codes_moveUnder()}</MenuItem>
    </>
  )
}

/** Where the passages of a code are read. */
function Readings({ code, may }: { code: Code; may: boolean }) {
  const project = useProjectId()
  const navigate = useNavigate()
  const passages = () => void navigate({ to: '/p/$project/excerpts', params: { project }, search: { code: [code.id] } })
  const split = () => void navigate({ to: '/p/$project/codes/$code/split', params: { project, code: code.id } })
  return (
    <>
      <MenuItem onClick={passages}>{m.codes_passages()}</MenuItem>
      {may && code.codable ? <MenuItem onClick={split}>{m.codes_split()}</MenuItem> : null}
    </>
  )
}

function Endings({ ids, actions: { book, open, askRemove } }: Pick<CodeItemsProps, 'ids' | 'actions'>) {
  const asks = ids.some((id) => book.get(id)?.all || book.children(id).length)
  return (
    <>
      <MenuItem disabled={!mergeable(book, ids).length} onClick={() => open({ what: 'merge', codes: ids })}>
        {m.codes_mergeInto()}
      </MenuItem>
      <Keyed keys="Delete" onClick={() => askRemove(ids)}>
        {asks ? m.codes_deleteAsk() : m.codes_delete()}
      </Keyed>
    </>
  )
}

interface KeyedProps {
  keys: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

/** A line with the key that does the same. */
function Keyed({ keys, children, ...item }: KeyedProps) {
  return (
    <MenuItem {...item}>
      {children}
      <span className="push">
        <Keycaps keys={keys} />
      </span>
    </MenuItem>
  )
}
