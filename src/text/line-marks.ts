const LIST_MARK = /^(?:[-–—•*·▪►]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)/u
const NUMBER_MARK = /^\(?\d{1,2}[.)]\s+/u
const SPEAKER_MARK = /^(?:[QA]|Frage|Antwort|Question|Réponse|Pregunta|Respuesta|Вопрос|Ответ)\s?:\s+/u
const QUESTION_MARK = /^(?:Q|Frage|Pregunta|Вопрос)\s?:\s+\S/u
const LONGEST_QUESTION = 400

const SENTENCE_START = '(?=["“„«¿¡]?(?!Uhr)\\p{Lu})'
/** "+++ 14:30 Uhr: Text +++", "UPDATE 14:30 – Text". */
const BEFORE_TIME = '(?:\\+{2,3}\\s*)?(?:(?:UPDATE|Update|Eil),?:?\\s)?\\[?'
const ZONE = '(?:\\s(?:UTC|GMT|[CE]ES?T|BST|MESZ?|MSK|мск))?'
/** How entries of a live report open: "17:05 The army", "13.20 Uhr – Drei", "14h30 : Le", "[9:40pm] The". */
const TIME_STAMPS: readonly RegExp[] = [
  new RegExp(
    `^${BEFORE_TIME}\\d{1,2}(?::\\d{2}(?:\\s?[ap]m)?|\\.\\d{2}\\s?(?:[ap]\\.?m\\.?|Uhr))\\]?${ZONE}(?:\\s*[:–—|-]\\s+|\\s+)${SENTENCE_START}`,
    'u',
  ),
  new RegExp(
    `^${BEFORE_TIME}(?:\\d{1,2}(?:[:.h]\\d{2}|(?=\\s?(?:Uhr|[ap]\\.?m\\b))))\\s?(?:Uhr|h|hrs|[ap]\\.?m\\.?)?\\]?${ZONE}\\s*[:–—|-]\\s+${SENTENCE_START}`,
    'u',
  ),
]
/** A sub-heading that is a time, or begins with one: "18:45", "1.15pm", "16.30 Uhr: The fire is out". */
const TIMED_HEADING = new RegExp(
  `^${BEFORE_TIME}(?:\\d{1,2}[:.h]\\d{2}|\\d{1,2}(?=\\s?(?:Uhr|[ap]\\.?m\\b)))\\s?(?:Uhr|h|hrs|[ap]\\.?m\\.?)?\\]?${ZONE}\\s*(?:$|[:–—|-]|\\s\\p{Lu})`,
  'u',
)
const CLOCK = /(\d{1,2})(?:[:.h](\d{2}))?\s?([ap])?/u
const HOURS_HALF_DAY = 12
const MINUTES_AN_HOUR = 60
/** Fewer times at the beginnings of lines do not make a live report. */
const FEWEST_STAMPS = 2

const SPEAKER = /^(?:\p{Lu}[\p{L}.’'-]*\s){0,3}?(\p{Lu}[\p{L}’'-]+):\s+/u
const FEWEST_TURNS = 2

/** True for a line that a bullet, a number or a letter opens. */
export const isListed = (line: string): boolean => LIST_MARK.test(line)

/** True for a line that a number opens. */
export const isNumbered = (line: string): boolean => NUMBER_MARK.test(line)

/** True for what an interviewer says, a question or not. */
export const isAsked = (line: string): boolean => line.length <= LONGEST_QUESTION && QUESTION_MARK.test(line)

/** A sentence without the mark of its list and without "Q:" or "A:". */
export const withoutMarks = (text: string): string => text.replace(LIST_MARK, '').replace(SPEAKER_MARK, '')

const stampLength = (line: string): number =>
  TIME_STAMPS.reduce((length, stamp) => length || (stamp.exec(line)?.[0].length ?? 0), 0)

/**
 * The time of day with which a line or a sub-heading of a live report opens.
 * @returns minutes since midnight, 0 to 1439; undefined when it opens with none
 */
export function minuteOf(line: string): number | undefined {
  if (stampLength(line) === 0 && !TIMED_HEADING.test(line)) return undefined
  const [, hours = '', minutes = '0', half] = CLOCK.exec(line) ?? []
  const isLate = half === 'p' && Number(hours) < HOURS_HALF_DAY
  const isMidnight = half === 'a' && Number(hours) === HOURS_HALF_DAY
  const hour = Number(hours) + (isLate ? HOURS_HALF_DAY : 0) - (isMidnight ? HOURS_HALF_DAY : 0)
  const minute = hour * MINUTES_AN_HOUR + Number(minutes)
  return minute < 2 * HOURS_HALF_DAY * MINUTES_AN_HOUR ? minute : undefined
}

/**
 * Tells how long the time is with which a line of a live report opens.
 * @param lines all of the text: a single time is part of its sentence
 * @returns characters to skip, blanks included; 0 for a line without a time
 */
export function timeStamps(lines: readonly string[]): (line: string) => number {
  const stamped = lines.filter(line => stampLength(line) > 0).length
  return stamped < FEWEST_STAMPS ? () => 0 : stampLength
}

/** The names that open the lines of a conversation in print. */
export interface SpeakerNames {
  /** Characters of the name and the blanks behind it; 0 for a line without a speaker's name. */
  lengthOf(line: string): number
  /** Whether the one who speaks in a line asks in another, or in this. */
  isAsker(line: string): boolean
}

/**
 * Tells how long the name is with which a line of a conversation opens ("Nadja Berger: …", then "Berger: …").
 * @param lines all of the text: a name that opens one line only may be its news
 */
export function speakerNames(lines: readonly string[]): SpeakerNames {
  const turns = new Map<string, number>()
  const askers = new Set<string>()
  const nameOf = (line: string): string => SPEAKER.exec(line)?.[1] ?? ''
  for (const line of lines) {
    const name = nameOf(line)
    if (name === '') continue
    turns.set(name, (turns.get(name) ?? 0) + 1)
    if (line.endsWith('?')) askers.add(name)
  }
  return {
    lengthOf: line => ((turns.get(nameOf(line)) ?? 0) >= FEWEST_TURNS ? (SPEAKER.exec(line)?.[0].length ?? 0) : 0),
    isAsker: line => askers.has(nameOf(line)),
  }
}
