import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Code } from '../../api/names'
import { type Direction, type Place, placeOf } from '../../codes/moves'
import { useCodeActions } from '../../codes/useCodeActions'
import { type Handlers, useHandlers } from '../../commands/registry'
import { useChangeCode } from '../../data/codes'
import { announce } from '../../kit/announce'
import { toastError } from '../../kit/toasts'
import { useDesk } from '../desk'
import { favour, freeKey } from './favour'

/** A box that is open over the page. */
export type Open =
  | { what: 'new'; under: string }
  | { what: 'merge' | 'delete' | 'recolour' | 'describe'; code: Code }
  | null

export type CodeTools = ReturnType<typeof useCodeTools>

/** What can be done with codes beside the text. Who may only read can do none of it. */
export function useCodeTools() {
  const { project, choose, book } = useDesk()
  const shared = useCodeActions()
  const change = useChangeCode(project)
  const [renaming, rename] = useState('')
  const [box, setBox] = useState<Open>(null)
  const open = (next: Open) => {
    const own = next?.what === 'recolour' || next?.what === 'describe'
    setBox(own ? next : null)
    shared.setAsking(own ? null : (next as typeof shared.asking))
  }
  const moveTo = (code: Code, place: Place) =>
    change.mutateAsync({ seen: code, ...place }).then(() => announce(`${code.name} moved`), toastError)
  const move = (code: Code, direction: Direction) => {
    const place = placeOf(book, code, direction)
    if (shared.may && place && !change.isPending) void moveTo(code, place)
  }
  const setName = (code: Code, name: string) => {
    rename('')
    if (name !== code.name) change.mutateAsync({ seen: code, name }).catch(toastError)
  }
  const recolour = (code: Code, color: string) => change.mutateAsync({ seen: code, color }).catch(toastError)
  const actions = { ...shared, select: (code: string | undefined) => void choose(code ?? '') }
  return { ...actions, box: box ?? shared.asking, open, moveTo, move, renaming, rename, setName, recolour }
}

/** The commands about codes, for the code that is chosen. */
export function useCodeCommands(tools: CodeTools, filter: () => void): void {
  const { project, book, chosen } = useDesk()
  const navigate = useNavigate()
  const code = book.get(chosen)
  const handlers: Handlers = { 'codes.filter': filter }
  if (code)
    handlers['code.passages'] = () =>
      void navigate({ to: '/p/$project/excerpts', params: { project }, search: { code: [code.id] } })
  if (tools.may) handlers['code.new'] = () => tools.open({ what: 'new', under: '' })
  useHandlers({ ...handlers, ...(code && tools.may ? changing(tools, code, project) : {}) })
}

function changing(tools: CodeTools, code: Code, project: string): Handlers {
  return {
    'code.newUnder': () => tools.open({ what: 'new', under: code.id }),
    'code.rename': () => tools.rename(code.id),
    'code.describe': () => tools.open({ what: 'describe', code }),
    'code.recolour': () => tools.open({ what: 'recolour', code }),
    'code.merge': () => tools.open({ what: 'merge', code }),
    'code.delete': () => tools.askRemove(code),
    ...(code.codable ? { 'code.favour': () => favour(project, freeKey(project), code) } : {}),
  }
}
