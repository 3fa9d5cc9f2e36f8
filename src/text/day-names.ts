/** A day as a sentence names it. */
export interface NamedDay {
  /** Lower case. */
  readonly word: string
  /** Days from it to the date of the article, 0 to 6. */
  daysBack(publishedAt: Date): number
}

const DAY_MS = 86_400_000
const DAYS_IN_WEEK = 7
/** Sunday first, as Date.getUTCDay() counts; English, German, French, Spanish, Russian. */
const WEEKDAYS: readonly string[] = [
  'sunday|sonntag|dimanche|domingo|воскресенье',
  'monday|montag|lundi|lunes|понедельник',
  'tuesday|dienstag|mardi|martes|вторник',
  'wednesday|mittwoch|mercredi|miércoles|среду|среда',
  'thursday|donnerstag|jeudi|jueves|четверг',
  'friday|freitag|vendredi|viernes|пятницу|пятница',
  'saturday|samstag|sonnabend|samedi|sábado|субботу|суббота',
]
const YESTERDAY = 'yesterday|gestern|hier|ayer|вчера'
const TODAY = "today|tonight|heute|aujourd[’']hui|hoy|сегодня"
const MONTHS =
  /(?<!\p{L})(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L})/gu

const numberOf = new Map(WEEKDAYS.flatMap((names, day) => names.split('|').map(name => [name, day] as const)))
const NAMES = new RegExp(
  `(?<!\\p{L})(?:(${[...numberOf.keys()].join('|')})|(${YESTERDAY})|(${TODAY}))(?:s|abend|morgen|nacht)?(?!\\p{L})`,
  'giu',
)

/** The days that a text names, in order: weekdays (the last one before the article), yesterday and today. */
export function weekdaysNamed(text: string): readonly NamedDay[] {
  return Array.from(text.matchAll(NAMES), match => {
    const day = numberOf.get(match[1]?.toLowerCase() ?? '')
    const fixed = match[2] === undefined ? 0 : 1
    return {
      word: match[0].toLowerCase(),
      daysBack: publishedAt =>
        day === undefined ? fixed : (publishedAt.getUTCDay() - day + DAYS_IN_WEEK) % DAYS_IN_WEEK,
    }
  })
}

const DATE =
  /(?<![\d.,])(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?(\p{Lu}\p{Ll}{2,8})|(\p{Lu}\p{Ll}{2,8}) (\d{1,2})(?:st|nd|rd|th)?)(?![\d,]\d|\p{L})/gu
const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ')

/** The English dates of a text without their year ("5 June", "June 5") as month and day: "06-05". */
export function datesNamed(text: string): readonly string[] {
  return Array.from(text.matchAll(DATE)).flatMap(([, day, month, otherMonth, otherDay]) => {
    const place = MONTH_NAMES.indexOf(month ?? otherMonth ?? '')
    const number = Number(day ?? otherDay)
    return place < 0 || number > 31 ? [] : [`${String(place + 1).padStart(2, '0')}-${String(number).padStart(2, '0')}`]
  })
}

/** English months that a text names, in lower case. */
export const monthsNamed = (text: string): readonly string[] =>
  (text.match(MONTHS) ?? []).map(month => month.toLowerCase())

/** The ISO date (UTC) of the day so many days before. */
export const isoDay = (at: Date, daysBack: number): string =>
  new Date(at.getTime() - daysBack * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
