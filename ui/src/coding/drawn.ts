import { useMemo } from 'react'
import type { Member, Source } from '../api/names'
import { useCodebook, useMe, useMembers } from '../app/project'
import { dyeOf } from '../codebook/codebook'
import type { Content } from '../data/sources'
import type { Code, Coder, Coding, Turn } from '../surface'

/** The same object for as long as it says the same: counts that change must not draw the text anew. */
function useSteady<T>(entries: [string, T][]): ReadonlyMap<string, T> {
  const written = JSON.stringify(entries)
  return useMemo(() => new Map(JSON.parse(written) as [string, T][]), [written])
}

/** How the codes are drawn. */
export function useDrawnCodes(): ReadonlyMap<string, Code> {
  const { codes } = useCodebook()
  return useSteady<Code>(codes.map(({ id, name, color }) => [id, { name, ...dyeOf(color) }]))
}

/** How the coders are drawn: I am solid, who else coded most here is dashed, the others dotted. */
export function useDrawnCoders(codings: readonly Coding[]): ReadonlyMap<string, Coder> {
  const me = useMe()
  const others = othersByCodings(useMembers(), codings, me.id)
  const drawn = others.map(({ account, name }, i): [string, Coder] => [account, { name, pattern: i ? 3 : 2 }])
  return useSteady<Coder>([[me.id, { name: 'you', pattern: 1 }], ...drawn])
}

/** Everyone else who may code or did, most codings first. */
export function othersByCodings(members: readonly Member[], codings: readonly Coding[], me: string): Member[] {
  const counts = new Map<string, number>()
  for (const { coder } of codings) counts.set(coder, (counts.get(coder) ?? 0) + 1)
  const codingsOf = ({ account }: Member) => counts.get(account) ?? 0
  return members
    .filter((one) => one.account !== me && (one.role !== 'reader' || codingsOf(one) > 0))
    .sort((a, b) => codingsOf(b) - codingsOf(a))
}

/** The turns with the names of those who speak. */
export function useTurns({ turns }: Content, { speakers }: Source): readonly Turn[] {
  const written = JSON.stringify(speakers.map(({ id, name, moderator }) => [id, name, moderator]))
  return useMemo(() => {
    const known = new Map((JSON.parse(written) as [string, string, boolean][]).map(([id, ...rest]) => [id, rest]))
    return turns.map(({ index, start, end, fromMs, speakerId = '' }) => {
      const [name, moderator = false] = known.get(speakerId) ?? []
      return { index, start, end, fromMs, speaker: name, moderator }
    })
  }, [turns, written])
}
