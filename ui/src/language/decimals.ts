import { language } from './language'

const formats = new Map<string, Intl.NumberFormat>()

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options)
  const kept = formats.get(key) ?? new Intl.NumberFormat(language(), options)
  formats.set(key, kept)
  return kept
}

/** A number with so many places after the point, and a true minus: −0.31. */
export const decimal = (n: number, places = 2): string =>
  format({ minimumFractionDigits: places, maximumFractionDigits: places, signDisplay: 'negative' })
    .format(n)
    .replace('-', '−')

/** How many places after the point tell values apart that lie within a span. */
export const placesIn = (span: number): number => Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(span || 1))))

/** A number as short as it can be told: 12, 3.5, 0.042. */
export const short = (n: number): string =>
  format(Math.abs(n) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: Math.abs(n) < 100 ? 2 : 0 })
    .format(n)
    .replace('-', '−')

/** A share of 0 to 1 in per cent: 34%, 0.3% where it would be nought, and < 0.1% where even that would. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return `< ${percent(0.001)}`
  const places = share > 0 && share < 0.01 ? 1 : 0
  return format({ style: 'percent', minimumFractionDigits: places, maximumFractionDigits: places }).format(share)
}

/** A probability: 0.034, or that it is less than can be told. */
export const probability = (p: number): string => (p < 0.001 ? `< ${decimal(0.001, 3)}` : decimal(p, 3))
