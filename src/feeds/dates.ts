import { findMonth } from './months.ts'
import { offsetMinutes } from './zones.ts'

const LENGTH_MAX = 100
/** Two-digit years below it are of this century (RFC 2822 §4.3 says 50; feeds began in 1997). */
const CENTURY_PIVOT = 70
const YEAR_MAX = 9000
const HOURS_PER_HALF_DAY = 12
const HOURS_PER_DAY = 24

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,]\d+)?)?`
const ISO_ZONE = String.raw`(?<zone>z|[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})?`
const WEEKDAY = String.raw`(?:\p{L}+(?:\.?,\s*|\.?\s+))?`

/** The forms of dates in feeds, by how often they are met; the first that fits and names a real day counts. */
const FORMS: readonly RegExp[] = [
  // RFC 822 and its kin: "Sat, 07 Sep 2002 00:00:01 GMT", "7. September 02, 9:05 pm", "Thu, 01 Jan 04"
  new RegExp(
    String.raw`^${WEEKDAY}(?:of\s+)?(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:de )?(?<month>\p{L}+\.?)[ ,-]+(?:de )?(?<year>\d{4}|\d{2})(?:(?:,? | at |t)${TIME})?\s*(?<half>[ap]m)?\s*(?<zone>\S+)?(?:\s.*)?$`,
    'iu',
  ),
  // RFC 3339, ISO 8601, SQL: "2003-12-31T10:14:55Z", "2003-12-31 10:14:55.5 +0100", "2003-12-31"
  new RegExp(
    String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[t ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?\s*${ISO_ZONE}$`,
    'i',
  ),
  // American and asctime: "January 5, 2004 at 3:04 pm EST", "Mon Jan 5 03:04:05 UTC 2004"
  new RegExp(
    String.raw`^${WEEKDAY}(?<month>\p{L}+)\.?,? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?:,? (?:at )?${TIME})?\s*(?<half>[ap]m)?\s*(?<zone>\S+)?(?:\s*\([^)]*\))?$`,
    'iu',
  ),
  new RegExp(
    String.raw`^${WEEKDAY}(?<month>\p{L}+)\.?,? (?<day>\d{1,2})(?:st|nd|rd|th)?,? ${TIME}(?: (?<zone>[a-z+-][\w:]*))?,? (?<year>\d{4})$`,
    'iu',
  ),
  // "31.12.2003, 10:14 Uhr": with points the day comes first everywhere
  new RegExp(
    String.raw`^${WEEKDAY}(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?:(?:,? | um )${TIME})?(?: uhr)?\s*${ISO_ZONE}$`,
    'iu',
  ),
  // "2003/12/31 10:14", "Wed, 2003/12/31"
  new RegExp(
    String.raw`^(?:\p{L}+,? )?(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?:[ t]${TIME})?\s*(?<zone>\S*)$`,
    'iu',
  ),
  // ISO basic and shortened: "20031231T101455Z", "2003-12", "-0312", "03-12-31", "2003"
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2}):?(?<minute>\d{2}):?(?<second>\d{2})?(?<zone>z|[+-]\d\d:?\d\d)?)?$/i,
  /^-?(?<year>\d{4})-(?<month>\d{2})$/,
  /^(?<year>\d{4})$/,
  /^-(?<year>\d{2})-?(?<month>\d{2})$/,
  /^(?<year>\d{2})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
  // A zero too many in the month: "2003-012-31T10:14:55Z"
  /^(?<year>\d{4})-0(?<month>\d{2})-(?<day>\d{2})T(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?<zone>z|[+-]\d\d:?\d\d)?$/i,
  // Hungarian: "2004-július-13T9:15-05:00"
  /^(?<year>\d{4})-?(?<month>\p{L}+)-?(?<day>\d{1,2})t?\s?(?<hour>\d{1,2}):(?<minute>\d{2})(?<zone>z|[+-]\d\d:?\d\d)?$/iu,
]

/** "2004년 05월 28일 오전 01:31:15" and "2004-05-25 오후 11:23:17": Korean local time. */
const KOREAN =
  /^(?<year>\d{4})\D{1,2}(?<month>\d{1,2})\D{1,2}(?<day>\d{1,2})\D{0,2}\s+(?<half>오전|오후)\s*(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)$/
const KOREAN_PM = '오후'

/** "2003-335" and "2003335": the day of the year (ISO 8601 §4.1.3). */
const ORDINAL = /^(?<year>\d{4}|\d{2})-?(?<day>\d{3})$/
const EPOCH_SECONDS = /^\d{10}$/
const EPOCH_MILLISECONDS = /^\d{13}$/
const MS_PER_SECOND = 1000

type Parts = Readonly<Record<string, string | undefined>>

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < CENTURY_PIVOT ? 2000 + year : 1900 + year
}

function hourOf({ hour, half }: Parts): number {
  const number = Number(hour ?? 0)
  if (half === undefined) return number
  const isAfternoon = half.toLowerCase() === 'pm' || half === KOREAN_PM
  return (number % HOURS_PER_HALF_DAY) + (isAfternoon ? HOURS_PER_HALF_DAY : 0)
}

function monthOf(text: string | undefined): number | undefined {
  if (text === undefined) return 1
  const month = /^\d+$/.test(text) ? Number(text) : findMonth(text)
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined
}

function dateOf(parts: Parts): Date | undefined {
  const year = fullYear(parts.year ?? '')
  const month = monthOf(parts.month)
  const day = Number(parts.day ?? 1)
  const hour = hourOf(parts)
  if (month === undefined || day < 1 || day > 31 || hour > HOURS_PER_DAY || year > YEAR_MAX) return undefined
  const minute = Number(parts.minute ?? 0) - offsetMinutes(parts.zone)
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, Number(parts.second ?? 0)))
  return Number.isNaN(date.getTime()) ? undefined : date
}

function findKorean(text: string): Date | undefined {
  const parts = KOREAN.exec(text)?.groups
  return parts === undefined ? undefined : dateOf({ ...parts, zone: 'kst' })
}

function findOrdinal(text: string): Date | undefined {
  const parts = ORDINAL.exec(text)?.groups
  if (parts === undefined || Number(parts.day) < 1 || Number(parts.day) > 366) return undefined
  return new Date(Date.UTC(fullYear(parts.year ?? ''), 0, Number(parts.day)))
}

/**
 * The moment that a date of a feed names: RFC 822, RFC 3339, ISO 8601 and its short forms, SQL, American, asctime, month
 * names of twenty calendars, Korean and Hungarian forms, (milli)seconds since 1970. A time without a zone is read as UTC.
 * @returns undefined when the text names no day
 */
export function findDate(text: string): Date | undefined {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line === '' || line.length > LENGTH_MAX) return undefined
  if (EPOCH_SECONDS.test(line)) return new Date(Number(line) * MS_PER_SECOND)
  if (EPOCH_MILLISECONDS.test(line)) return new Date(Number(line))
  for (const form of FORMS) {
    const parts = form.exec(line)?.groups
    const date = parts === undefined ? undefined : dateOf(parts)
    if (date !== undefined) return date
  }
  return findKorean(line) ?? findOrdinal(line)
}
