import type { Code } from '../../api/names'
import { toast } from '../../kit/toasts'
import { m } from '../../paraglide/messages'
import { keepPlace, placeIn } from '../../settings/preferences'

/** Puts a code on a key, and off the one it had. */
export function favour(project: string, key: string, code: Code): void {
  const others = Object.entries(placeIn(project).favourites ?? {}).filter(([, id]) => id !== code.id)
  keepPlace(project, { favourites: { ...Object.fromEntries(others), [key]: code.id } })
  toast(m.coding_onKey({ code: code.name, key }))
}

/** The first key that nobody chose a code for. */
export const freeKey = (project: string): string =>
  [...'123456789'].find((key) => !placeIn(project).favourites?.[key]) ?? '9'
