import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { Briefing, Weekday } from '../src/model/briefing.ts'
import { UserError } from '../src/model/errors.ts'
import type { Block, Message } from '../src/model/message.ts'
import { formatMoment } from '../src/text/moments.ts'
import type { Words } from '../src/text/words/en.ts'

const RUNS_SHOWN = 3
const WEEKDAYS = 'mon,tue,wed,thu,fri'
const WEEKEND = 'sat,sun'
const DAYS_IN_WEEK = 7

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

async function listing(context: CommandContext): Promise<Message> {
  const { app, channel, words } = context
  const briefings = await app.schedules(channel)
  if (briefings.length === 0) {
    return { blocks: [{ kind: 'text', text: words.schedule.none }], actions: [], audience: 'private' }
  }
  return {
    blocks: [
      { kind: 'title', text: words.schedule.title },
      ...briefings.flatMap((briefing): Block[] => [
        { kind: 'headline', text: words.schedule.row(briefing.at, daysText(briefing.days, words), briefing.timezone) },
        runsBlock(briefing, context),
      ]),
    ],
    actions: briefings.map(({ at }) => ({
      label: words.schedule.remove(at),
      command: 'schedule',
      options: { action: 'remove', at },
    })),
    audience: 'private',
  }
}

function getTime(at: string | undefined): string {
  if (at === undefined) throw new UserError('missingOption', { option: 'at', usage: '/schedule add 07:30' })
  return at
}

async function add(context: CommandContext, wish: { at: string; days?: string; timezone?: string }): Promise<Message> {
  const briefing = await context.app.addSchedule(context.channel, wish)
  const { words } = context
  const text = words.schedule.added(briefing.at, daysText(briefing.days, words), briefing.timezone)
  return { blocks: [{ kind: 'title', text }, runsBlock(briefing, context)], actions: [] }
}

async function remove({ app, channel, words }: CommandContext, at: string): Promise<Message> {
  const { at: time, days, timezone } = await app.removeSchedule(channel, at)
  return {
    blocks: [{ kind: 'text', text: words.schedule.removed(time, daysText(days, words), timezone) }],
    actions: [],
  }
}

/** A time without a verb is to be added. */
const actionOf = ({ action, at }: { action?: string | undefined; at?: string | undefined }): string =>
  action ?? (at === undefined ? 'list' : 'add')

export default defineCommand({
  name: 'schedule',
  who: options => (actionOf(options) === 'list' ? 'all' : 'managers'),
  options: z.object({
    action: z.enum(['add', 'remove', 'list']).optional(),
    at: z.string().optional(),
    days: z.string().optional(),
    timezone: z.string().optional().meta({ suggested: true }),
  }),
  run(context, { action: given, at, days, timezone }) {
    const action = actionOf({ action: given, at })
    if (action === 'list') return listing(context)
    const time = getTime(at)
    if (action === 'remove') return remove(context, time)
    return add(context, {
      at: time,
      ...(days === undefined ? {} : { days }),
      ...(timezone === undefined ? {} : { timezone }),
    })
  },
})
