import { useProjectId } from '../app/project'
import { keepPlace, type Place, placeIn, usePreferences } from '../settings/preferences'

type Kept = NonNullable<Place['sheet']>

const none: readonly string[] = []
const asTheyAre: Readonly<Record<string, number>> = {}

export type Shown = ReturnType<typeof useShown>

/** Which columns of the sheet one has hidden, and how wide others are made; kept on this computer, by project. */
export function useShown() {
  const project = useProjectId()
  usePreferences() // it is drawn again when they change
  const { hidden = none, widths = asTheyAre } = placeIn(project).sheet ?? {}
  const keep = (change: Partial<Kept>) => keepPlace(project, { sheet: { ...placeIn(project).sheet, ...change } })
  return {
    hidden,
    widths,
    toggle: (id: string) =>
      keep({ hidden: hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id] }),
    /** Makes a column this wide, in px. */
    widen: (id: string, width: number) => keep({ widths: { ...placeIn(project).sheet?.widths, [id]: width } }),
    reset: () => keepPlace(project, { sheet: undefined }),
  }
}
