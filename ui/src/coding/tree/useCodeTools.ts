import { useNavigate } from '@tanstack/react-router'
import type { Code } from '../../api/names'
import { useHand } from '../../codes/hand'
import { type CodeActions, useCodeActions } from '../../codes/useCodeActions'
import { type Handlers, useHandlers } from '../../commands/registry'
import { useDesk } from '../desk'
import { favour, freeKey } from './favour'

/** What can be done with codes beside the text. */
export function useCodeTools(): CodeActions {
  const { choose } = useDesk()
  return useCodeActions(useHand(), choose)
}

/** The commands about codes, for those that are selected in the tree. */
export function useCodeCommands(tools: CodeActions, selected: readonly string[], filter: () => void): void {
  const { project, book, chosen } = useDesk()
  const navigate = useNavigate()
  const code = book.get(chosen)
  const handlers: Handlers = { 'codes.filter': filter }
  if (code)
    handlers['code.passages'] = () =>
      void navigate({ to: '/p/$project/excerpts', params: { project }, search: { code: [code.id] } })
  if (tools.may) handlers['code.new'] = () => tools.open({ what: 'new', under: '' })
  useHandlers({ ...handlers, ...(code && tools.may ? changing(tools, code, selected, project) : {}) })
}

function changing(tools: CodeActions, code: Code, codes: readonly string[], project: string): Handlers {
  return {
    'code.newUnder': () => tools.open({ what: 'new', under: code.id }),
    'code.rename': () => tools.rename(code.id),
    'code.describe': () => tools.open({ what: 'describe', codes: [code.id] }),
    'code.recolour': () => tools.open({ what: 'recolour', codes }),
    'code.merge': () => tools.open({ what: 'merge', codes }),
    'code.delete': () => tools.askRemove(codes),
    ...(code.codable ? { 'code.favour': () => favour(project, freeKey(project), code) } : {}),
  }
}
