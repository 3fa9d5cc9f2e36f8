import type { Rhythm } from '../model/feed.ts'
import type { XmlElement } from './xml-tree.ts'
import { childrenNamed, findChild, textOf } from './xml-values.ts'

const HOURS = 24
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const distinct = (values: readonly number[]): readonly number[] => [...new Set(values)].toSorted((a, b) => a - b)

/** 0.91 counted the hours from 1 to 24, later versions from 0 to 23: the 24th is midnight in both. */
function hoursOf(channel: XmlElement): readonly number[] {
  const element = findChild(channel, 'skiphours')
  const written = element === undefined ? [] : childrenNamed(element, 'hour').map(textOf)
  return distinct(
    written.flatMap(text => (/^\d{1,2}$/.test(text) && Number(text) <= HOURS ? Number(text) % HOURS : [])),
  )
}

function daysOf(channel: XmlElement): readonly number[] {
  const element = findChild(channel, 'skipdays')
  const written = element === undefined ? [] : childrenNamed(element, 'day').map(textOf)
  return distinct(written.map(text => DAYS.indexOf(text.toLowerCase())).filter(day => day >= 0))
}

/**
 * The hours and days on which the publisher brings nothing (https://www.rssboard.org/skip-hours-days). One that skips
 * all of them has made a mistake and skips none.
 */
export function skippedTimes(channel: XmlElement): Pick<Rhythm, 'skipHours' | 'skipDays'> {
  const skipHours = hoursOf(channel)
  const skipDays = daysOf(channel)
  return {
    ...(skipHours.length === 0 || skipHours.length === HOURS ? {} : { skipHours }),
    ...(skipDays.length === 0 || skipDays.length === DAYS.length ? {} : { skipDays }),
  }
}
