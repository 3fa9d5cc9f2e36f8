import { localeOf, type Reader } from './moments.ts'

/** A number with its unit as people read it. */
export interface Figure {
  readonly low: number
  /** Greater than `low` for a range. */
  readonly high: number
  /** As it stands in a source: "%", "crowns", "$"; empty for a plain count. */
  readonly unit: string
}

const MILLION = 1_000_000
/** A million and more is written with its word where that loses nothing: "1.3 billion". */
const SHORTENED_STEP = 1000
const DECIMALS = 3
const SIGN = /^(?:US)?[$€£¥₽₴₹]$/u
const PER_CENT = /^(?:%|p(?:er|our) ?cent|percent|prozent|por ciento|процент\p{L}*)$/iu

function formatNumber(value: number, locale: string): string {
  const isShort = value >= MILLION && value % SHORTENED_STEP === 0
  const style = isShort ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {}
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: DECIMALS }).format(value)
}

/**
 * A figure in the reader's language: "14", "9,000", "1.3 billion crowns", "7.5%", "12–14".
 * The unit's name stays as the source has it; only per cent is written with its sign.
 */
export function formatFigure({ low, high, unit }: Figure, { language }: Reader): string {
  const locale = localeOf(language)
  if (PER_CENT.test(unit) && low === high)
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: DECIMALS }).format(low / 100)
  const number = low === high ? formatNumber(low, locale) : `${formatNumber(low, locale)}–${formatNumber(high, locale)}`
  if (unit === '') return number
  if (PER_CENT.test(unit)) return `${number}%`
  return SIGN.test(unit) ? `${unit}${number}` : `${number} ${unit}`
}
