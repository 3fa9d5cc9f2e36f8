import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { ScheduleWish } from '../src/command-cases.ts'
import type { Briefing, Weekday } from '../src/model/briefing.ts'
import { UserError } from '../src/model/errors.ts'
import { type Action, type Block, type Message, textMessage } from '../src/model/message.ts'
import { formatMoment } from '../src/text/moments.ts'
import type { Words } from '../src/text/words/en.ts'

const RUNS_SHOWN = 3
const WEEKDAYS = 'mon,tue,wed,thu,fri'
const WEEKEND = 'sat,sun'
const DAYS_IN_WEEK = 7
const DAY = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*'
const DAYS_FORM = `^(daily|weekdays|weekend|${DAY}([,-]${DAY})*),?$`
/** Zones that stand for themselves where days may stand; offsets too, so that they are refused as what they are. */
const ZONE_FORM = '^((utc|gmt)([+-].*)?|[cewm]et|[a-z]{3}\\d[a-z]{3}|[+-]\\d.*|[a-z_]+/.+)$'

function daysText(days: readonly Weekday[], words: Words): string {
  if (days.length === DAYS_IN_WEEK) return words.schedule.daily
  if (days.join() === WEEKDAYS) return words.schedule.weekdays
  if (days.join() === WEEKEND) return words.schedule.weekend
  return days.map(day => words.schedule.days[day]).join(', ')
}

function runsBlock(briefing: Briefing, { app, words }: CommandContext): Block {
  const reader = { timezone: briefing.timezone, language: words.language }
  const runs = app.nextRuns(briefing, RUNS_SHOWN).map(run => formatMoment(run, reader))
  return { kind: 'text', text: words.schedule.next(runs.join(' · ')) }
}

/** What the reader must know when nothing would be in the briefings. */
async function idleNote({ app, channel, words }: CommandContext): Promise<readonly Block[]> {
  return (await app.hasBriefingFeeds(channel)) ? [] : [{ kind: 'note', text: words.schedule.idle }]
}

/** The button that removes a briefing; days and zone are said where the time alone would mean several. */
function removal(briefing: Briefing, briefings: readonly Briefing[], words: Words): Action {
  const { at, days, timezone } = briefing
  const isAlone = briefings.filter(other => other.at === at).length === 1
  return {
    label: words.schedule.remove(isAlone ? at : words.schedule.row(at, daysText(days, words), timezone)),
    command: 'schedule',
    options: {
      action: 'remove',
      at,
      ...(isAlone ? {} : { days: days.length === DAYS_IN_WEEK ? 'daily' : days.join(), timezone }),
    },
  }
}

async function listing(context: CommandContext): Promise<Message> {
  const { app, channel, words } = context
  const briefings = await app.schedules(channel)
  if (briefings.length === 0) return textMessage(words.schedule.none)
  return {
    blocks: [
      { kind: 'title', text: words.schedule.title },
      ...briefings.flatMap((briefing): Block[] => [
        { kind: 'headline', text: words.schedule.row(briefing.at, daysText(briefing.days, words), briefing.timezone) },
        runsBlock(briefing, context),
      ]),
      ...(await idleNote(context)),
    ],
    actions: briefings.map(briefing => removal(briefing, briefings, words)),
  }
}

async function add(context: CommandContext, wish: ScheduleWish): Promise<Message> {
  const { words, channel } = context
  const briefing = await context.app.addSchedule(channel, wish)
  const text = words.schedule.added(briefing.at, daysText(briefing.days, words), briefing.timezone)
  const isNewZone = briefing.timezone !== channel.timezone
  return {
    blocks: [
      { kind: 'title', text },
      runsBlock(briefing, context),
      ...(isNewZone ? [{ kind: 'note', text: words.schedule.zone(briefing.timezone) } as const] : []),
      ...(await idleNote(context)),
    ],
    actions: [],
  }
}

async function remove({ app, channel, words }: CommandContext, wish: ScheduleWish): Promise<Message> {
  const { at, days, timezone } = await app.removeSchedule(channel, wish)
  return textMessage(words.schedule.removed(at, daysText(days, words), timezone))
}

/** A time without a verb is to be added. */
const actionOf = ({ action, at }: { action?: string | undefined; at?: string | undefined }): string =>
  action ?? (at === undefined ? 'list' : 'add')

export default defineCommand({
  name: 'schedule',
  who: options => (actionOf(options) === 'list' ? 'all' : 'managers'),
  options: z.object({
    action: z.enum(['add', 'remove', 'list']).optional(),
    at: z.string().optional().meta({ form: '^\\d' }),
    days: z.string().optional().meta({ form: DAYS_FORM, several: true }),
    timezone: z.string().optional().meta({ form: ZONE_FORM, suggested: true }),
  }),
  run(context, { action: given, at, days, timezone }) {
    const action = actionOf({ action: given, at })
    if (action === 'list') return listing(context)
    if (at === undefined) throw new UserError('missingOption', { option: 'at', usage: `/schedule ${action} 07:30` })
    const wish = { at, ...(days === undefined ? {} : { days }), ...(timezone === undefined ? {} : { timezone }) }
    return action === 'remove' ? remove(context, wish) : add(context, wish)
  },
})
