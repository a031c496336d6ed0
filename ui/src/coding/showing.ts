import type { Params } from '../app/search-params'
import type { Codebook } from '../codebook/codebook'
import type { Coding } from '../surface'

export const times = ['hour', 'today', 'visit'] as const
/** Only codings made lately: within the hour, today, or since I was last in this source. */
export type Since = (typeof times)[number]

/** Which codings are shown, as the address says it. What is left out narrows nothing. */
export interface Showing {
  /** Whose, by account. */
  by?: string
  /** Of these codes, and of those under them. */
  code?: string[]
  since?: Since
  /** None at all: the bare text. */
  bare?: 'yes'
}

/** What an address asks for; what makes no sense is left out. */
export function showingIn({ by, code, since, bare }: Params): Showing {
  const codes = (Array.isArray(code) ? code : [code]).filter((one): one is string => typeof one === 'string')
  return {
    by: typeof by === 'string' ? by : undefined,
    code: codes.length ? codes : undefined,
    since: times.find((one) => one === since),
    bare: bare === 'yes' ? 'yes' : undefined,
  }
}

export const isNarrowed = ({ by, code, since, bare }: Showing): boolean => Boolean(by || code || since || bare)

/** What narrows nothing any more. */
export const everything: Showing = {
  by: undefined,
  code: undefined,
  since: undefined,
  bare: undefined,
}

/** The codes that are looked for, with all under them; none when every code is shown. */
export const codesShown = ({ code = [] }: Showing, book: Codebook): string[] => [
  ...new Set(code.flatMap((one) => book.withDescendants(one))),
]

/** The moment from which on codings are shown, in ms since 1970; `visit` is when I was last here, if ever. */
export function from(since: Since | undefined, now: Date, visit: string | undefined): number {
  if (since === 'hour') return now.getTime() - 3_600_000
  if (since === 'today') return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  return since === 'visit' && visit ? Date.parse(visit) : 0
}

/** Whether a coding is shown. Null when all are. */
export function filterOf(
  showing: Showing,
  codes: readonly string[],
  begun: number,
): ((coding: Coding) => boolean) | null {
  if (!isNarrowed(showing)) return null
  const { by, code, bare } = showing
  const wanted = new Set(codes)
  return (coding) =>
    !bare && (!by || coding.coder === by) && (!code || wanted.has(coding.code)) && Date.parse(coding.at) >= begun
}
