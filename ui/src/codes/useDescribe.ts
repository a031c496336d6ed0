import type { Code, CodeChange } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useChangeCode } from '../data/changingCodes'
import { useBothVersions } from '../kit/BothVersions'
import { m } from '../paraglide/messages'
import { dyeName } from './DyePicker'
import { proses } from './proses'

const fields = () => [
  { field: 'name', label: m.codes_name() } as const,
  { field: 'color', label: m.codes_colourField(), shown: (color: unknown) => dyeName(String(color)) } as const,
  { field: 'codable', label: m.codes_useAs(), shown: useName } as const,
  ...proses.map(({ field, label }) => ({ field, label: label(), prose: true })),
]

const useName = (codable: unknown): string => (codable ? m.codes_a_code() : m.codes_a_heading())

/** Saves what is written about a code, and shows both versions where someone else wrote too. */
export function useDescribe(code: Code) {
  const change = useChangeCode(useProjectId())
  const send = (seen: Code, what: Partial<Code>): Promise<boolean> =>
    change.mutateAsync({ seen, ...(what as CodeChange) }).then(
      () => true,
      (error) => versions.take(error, seen, what) ?? false,
    )
  const versions = useBothVersions({ what: m.codes_theCode({ code: code.name }), fields: fields(), send })
  const sent = Object.keys(change.variables ?? {})
  const errorOf = (field: string): string | undefined => {
    if (!change.error || !sent.includes(field) || versions.dialog) return undefined
    return (change.error instanceof Refusal && change.error.fields[field]) || sentenceOf(change.error)
  }
  const { isPending, data } = change
  const saved = data && (data.kept ? m.together_keptHere() : m.codes_saved())
  return {
    save: (what: CodeChange, seen = code) => send(seen, what as Partial<Code>),
    errorOf,
    state: isPending ? m.codes_saving() : (saved ?? ''),
    versions: versions.dialog,
  }
}

export type Describing = ReturnType<typeof useDescribe>
