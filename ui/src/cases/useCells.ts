import type { Case, Cell, Variable } from '../api/names'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { MOST_CELLS, useChangeCells } from '../data/cases'
import { announce } from '../kit/announce'
import { toast, toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { shown, typed, valueIn } from './values'

/** A value to be set as it was typed; what stood there goes along, so that nothing is overwritten unseen. */
export interface Setting {
  one: Case
  variable: Variable
  text: string
}

/** Sets values that were typed or pasted. What a colleague set meanwhile is told, and set all the same if one wants. */
export function useCells(): (settings: readonly Setting[]) => void {
  const { mutate } = useChangeCells(useProjectId())
  const undoable = useUndoToast()
  const send = (settings: readonly Setting[], anyway: boolean) => {
    const changed = settings.filter(({ one, variable, text }) => typed(valueIn(one.values, variable)) !== text.trim())
    if (!changed.length) return
    if (changed.length > MOST_CELLS)
      return toast(m.cases_tooMany({ n: figure(changed.length), most: figure(MOST_CELLS) }))
    mutate(
      changed.map((setting) => cellOf(setting, anyway)),
      {
        onSuccess: ({ seq }) => {
          const [first] = changed
          if (changed.length > 1) undoable(m.cases_setMany({ n: changed.length }), seq)
          else if (first) announce(m.cases_set({ name: first.one.name, variable: first.variable.name }))
        },
        onError: (error) => refused(error, changed, () => send(changed, true)),
      },
    )
  }
  return (settings) => send(settings, false)
}

const cellOf = ({ one, variable, text }: Setting, anyway: boolean): Cell => ({
  case: one.id,
  variable: variable.name,
  value: text.trim(),
  ...(!anyway && { was: valueIn(one.values, variable) ?? '' }),
})

interface Now {
  case: string
  variable: string
  value: Parameters<typeof shown>[1]
}

function refused(error: unknown, settings: readonly Setting[], anyway: () => void): void {
  const [now] = error instanceof Refusal && Array.isArray(error.current) ? (error.current as Now[]) : []
  const mine = settings.find(({ one, variable }) => one.id === now?.case && variable.name === now.variable)
  if (!now || !mine) {
    toastError(error)
    return
  }
  const value = shown(mine.variable, now.value) || m.cases_nothing()
  toast(m.cases_other({ name: mine.one.name, variable: now.variable, value }), { label: m.cases_anyway(), run: anyway })
}
