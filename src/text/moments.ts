/** Where and in which language a time is read. */
export interface Reader {
  /** IANA zone; UTC when absent. */
  readonly timezone?: string
  /** BCP 47 tag; English when absent. */
  readonly language?: string
}

/** Well-formed enough for Intl, which throws at others. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

/** The locale that dates and numbers are written in. British order and a 24-hour clock for English: "Tue 24 Nov, 08:00" reads the same everywhere. */
export const localeOf = (language = 'en'): string =>
  language === 'en' || !LANGUAGE_TAG.test(language) ? 'en-GB' : language

/** Intl names offsets after Greenwich; zones and settings say UTC. */
const withUtc = (text: string): string => text.replace(/GMT(?:[+−-]0)?(?![+−-]?\d)/, 'UTC').replace('GMT', 'UTC')

/**
 * A time as people read it, with the zone's offset: "Tue 24 Nov, 08:00 UTC+1".
 * @returns the time in the reader's zone and language
 */
export function formatMoment(at: Date, { timezone = 'UTC', language }: Reader): string {
  const text = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timezone,
    timeZoneName: 'shortOffset',
  }).format(at)
  return withUtc(text)
}

/** The time at which something was published, for good: "24 Nov 2026, 08:00 UTC+1". Never throws: a wrong zone reads as UTC. */
export function formatTimestamp(at: Date, { timezone = 'UTC', language }: Reader): string {
  if (Number.isNaN(at.getTime())) return ''
  const text = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: isTimeZone(timezone) ? timezone : 'UTC',
    timeZoneName: 'shortOffset',
  }).format(at)
  return withUtc(text)
}

/** The time of day, with the date when it is not the day of `now`: "07:10", "23 Nov 2026, 07:10". */
export function formatClock(at: Date, reader: Reader, now: Date): string {
  const clock = new Intl.DateTimeFormat(localeOf(reader.language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reader.timezone ?? 'UTC',
  }).format(at)
  const day = formatDay(at, reader)
  return day === formatDay(now, reader) ? clock : `${day}, ${clock}`
}

/** A date as people read it: "24 Nov 2026". */
export function formatDay(at: Date, { timezone = 'UTC', language }: Reader): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: timezone,
  }).format(at)
}

/** Whether this is an IANA zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
