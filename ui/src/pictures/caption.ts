import { figure } from '../kit/words'
import { locale } from '../language/language'
import { m } from '../paraglide/messages'

interface Counted {
  codebook: number
  at: string
}

/** A day as it can still be read years later: 26 November 2026. */
const dateOf = (at: string): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(new Date(at))

/** The same with the time of the day. */
export const momentOf = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))

/** What stands under a picture: what was asked, as of which codebook, and when. */
export const captionOf = (asked: readonly string[], { codebook, at }: Counted): string =>
  [...asked, m.pictures_asOf({ changes: figure(codebook), day: dateOf(at) })].join(' ')
