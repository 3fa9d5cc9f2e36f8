import { Cron } from 'croner'
import type { Briefing, Weekday } from '../model/briefing.ts'
import { UserError } from '../model/errors.ts'
import { isTimeZone } from '../text/moments.ts'
import { nearestWords } from '../text/nearest.ts'

/** Week order; the index is cron's day number (crontab(5): 0 is Sunday), so Sunday comes last by hand. */
const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const NAMED_DAYS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ['daily', WEEK],
  ['weekdays', WEEK.slice(0, 5)],
  ['weekend', WEEK.slice(5)],
])
const TIME = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?$/i
const NOON = 12
const HOURS_IN_DAY = 24
const MINUTES_IN_HOUR = 60
const ZONES_SUGGESTED = 3
/** A name with its region (Etc/GMT+2), or one of the old ones without (GMT, CET, EST5EDT); an offset is neither. */
const ZONE_NAME = /^(?:[a-z_]+(?:\/[a-z0-9_+-]+)+|[a-z][a-z-]+(?:\d[a-z]{3})?)$/i
/** Short names are written in capitals in the tz database. */
const SHORT_ZONE = /^[a-z]{2,4}(?:\d[a-z]{3})?$/i

/** What a schedule needs to know of a briefing. */
export type Slots = Pick<Briefing, 'at' | 'days' | 'timezone'>

/** One pattern is parsed once: croner computes a few thousand next times a second, and few patterns are distinct. */
const patterns = new Map<string, Cron>()

function patternOf({ at, days, timezone }: Slots): Cron {
  const [hour, minute] = at.split(':').map(Number)
  const pattern = `${minute} ${hour} * * ${days.join(',')}`
  const key = `${pattern} ${timezone}`
  const known = patterns.get(key)
  if (known !== undefined) return known
  const cron = new Cron(pattern, { timezone, paused: true })
  patterns.set(key, cron)
  return cron
}

/**
 * The first run after a moment. A time that a DST change skips runs once, later that day; one that it repeats runs once.
 * @param after exclusive
 */
export function nextRun(slots: Slots, after: Date): Date {
  const next = patternOf(slots).nextRun(after)
  if (next === null) throw new RangeError(`no next run for ${slots.at} in ${slots.timezone}`)
  return next
}

/** The next `count` runs after a moment, earliest first. */
export function nextRuns(slots: Slots, after: Date, count: number): readonly Date[] {
  return patternOf(slots).nextRuns(count, after)
}

/**
 * Reads a time of day: 7, 07:30, 7.30, 7h30, 7:30pm.
 * @returns "HH:MM"
 * @throws UserError 'badTime'
 */
export function parseTime(value: string): string {
  const match = TIME.exec(value.trim())
  const half = match?.[3]?.toLowerCase()
  const given = Number(match?.[1] ?? Number.NaN)
  const minute = Number(match?.[2] ?? 0)
  const isHalfDay = half === undefined || (given >= 1 && given <= NOON)
  const hour = half === undefined ? given : (given % NOON) + (half === 'pm' ? NOON : 0)
  if (!(isHalfDay && hour < HOURS_IN_DAY && minute < MINUTES_IN_HOUR)) throw new UserError('badTime', { value })
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function parseRange(part: string, value: string): readonly Weekday[] {
  const ends = part.split('-').map(end => WEEK.findIndex(day => end.trim().startsWith(day)))
  const [from = -1, to = from] = ends
  if (from < 0 || to < 0 || ends.length > 2) throw new UserError('badDays', { value })
  return from <= to ? WEEK.slice(from, to + 1) : [...WEEK.slice(from), ...WEEK.slice(0, to + 1)]
}

/**
 * Reads days: daily, weekdays, weekend, mon-fri, "sat, sun", "mon wed" (English names, whole or cut to three letters).
 * @returns in week order, each once
 * @throws UserError 'badDays'
 */
export function parseDays(value: string): readonly Weekday[] {
  const wanted = value.trim().toLowerCase()
  const named = NAMED_DAYS.get(wanted)
  if (named !== undefined) return named
  const parts = wanted.replaceAll(/\s*-\s*/g, '-').split(/[\s,]+/)
  const days = new Set(parts.filter(part => part !== '').flatMap(part => parseRange(part, value)))
  if (days.size === 0) throw new UserError('badDays', { value })
  return WEEK.filter(day => days.has(day))
}

/** Days as they can be typed: "daily", "weekdays", "mon,wed". */
export function typedDays(days: readonly Weekday[]): string {
  const named = [...NAMED_DAYS].find(([, meant]) => meant.join() === days.join())
  return named?.[0] ?? days.join()
}

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')]

/** IANA zones that fit what is typed, best first. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_')
  return zones()
    .filter(zone => zone.toLowerCase().includes(wanted))
    .toSorted((a, b) => a.toLowerCase().indexOf(wanted) - b.toLowerCase().indexOf(wanted))
    .slice(0, limit)
}

/**
 * Reads a time zone: an IANA name in any case, or its city when only one zone has it ("berlin").
 * @throws UserError 'unknownZone' with the nearest names
 */
export function parseZone(value: string): string {
  const wanted = value.trim().toLowerCase().replaceAll(' ', '_')
  const exact = zones().find(zone => zone.toLowerCase() === wanted)
  if (exact !== undefined) return exact
  const cities = zones().filter(zone => zone.toLowerCase().split('/').at(-1) === wanted)
  const [city] = cities
  if (city !== undefined && cities.length === 1) return city
  // Offsets such as "+02:00" are no zones: they know no summer time.
  if (ZONE_NAME.test(wanted) && isTimeZone(wanted)) {
    return SHORT_ZONE.test(wanted) ? wanted.toUpperCase() : value.trim().replaceAll(' ', '_')
  }
  const cityNames = new Map(zones().map(zone => [zone.split('/').at(-1) ?? zone, zone]))
  const near = nearestWords(wanted.split('/').at(-1) ?? wanted, [...cityNames.keys()], ZONES_SUGGESTED)
  throw new UserError('unknownZone', { value, nearest: near.flatMap(name => cityNames.get(name) ?? []).join(', ') })
}
