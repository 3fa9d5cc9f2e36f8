import type { ScheduleWish, UseCases } from '../command-cases.ts'
import { nextRun, nextRuns, parseDays, parseTime, parseZone, type Slots, typedDays } from '../digests/schedule.ts'
import type { Briefing, BriefingId, Channel } from '../model/briefing.ts'
import { UserError } from '../model/errors.ts'
import type { AppParts } from './parts.ts'

export const DEFAULT_TIME = '08:00'
const DEFAULT_DAYS = 'daily'
const DEFAULT_LENGTH = 'normal'

/** @throws UserError 'badTime', 'badDays', 'unknownZone' */
export function readSlots(channel: Channel, wish: ScheduleWish): Slots {
  return {
    at: parseTime(wish.at),
    days: parseDays(wish.days ?? DEFAULT_DAYS),
    timezone: wish.timezone === undefined ? channel.timezone : parseZone(wish.timezone),
  }
}

/** The briefing at this time on these days, in whatever zone. */
export const findTwin = (briefings: readonly Briefing[], { at, days }: Slots): Briefing | undefined =>
  briefings.find(other => other.at === at && other.days.join() === days.join())

/** How far the channel was told by a briefing that is gone: whoever changes the time wants no news twice. */
const toldKey = ({ id }: Channel): string => `told ${id}`

async function rememberTold(channel: Channel, { lastRunAt, toldUpTo }: Briefing, { store }: AppParts): Promise<void> {
  if (lastRunAt === undefined || toldUpTo === undefined) return
  await store.setValue(toldKey(channel), `${toldUpTo} ${lastRunAt.toISOString()}`)
}

async function recallTold(channel: Channel, { store }: AppParts): Promise<Pick<Briefing, 'lastRunAt' | 'toldUpTo'>> {
  const [toldUpTo, lastRunAt] = (await store.getValue(toldKey(channel)))?.split(' ') ?? []
  if (toldUpTo === undefined || lastRunAt === undefined) return {}
  return { toldUpTo: Number(toldUpTo), lastRunAt: new Date(lastRunAt) }
}

/** Writes a new briefing for the channel. */
export async function addBriefing(channel: Channel, slots: Slots, parts: AppParts): Promise<Briefing> {
  const { store, clock, newId } = parts
  const briefing: Briefing = {
    id: newId() as BriefingId,
    channelId: channel.id,
    ...slots,
    length: DEFAULT_LENGTH,
    nextRunAt: nextRun(slots, clock.now()),
    ...(await recallTold(channel, parts)),
  }
  await store.saveBriefing(briefing)
  return briefing
}

/** The briefings that a person means: at this time, and on these days and in this zone as far as they are named. */
function thoseMeant(briefings: readonly Briefing[], { at, days, timezone }: ScheduleWish): readonly Briefing[] {
  const time = parseTime(at)
  const wantedDays = days === undefined ? undefined : parseDays(days).join()
  const zone = timezone === undefined ? undefined : parseZone(timezone)
  return briefings.filter(
    other =>
      other.at === time &&
      (wantedDays === undefined || other.days.join() === wantedDays) &&
      (zone === undefined || other.timezone === zone),
  )
}

const typed = ({ at, days, timezone }: Briefing): string => `${at} ${typedDays(days)} ${timezone}`

/** The part of the use-cases that is about the times of briefings. */
export function scheduleCases(
  parts: AppParts,
): Pick<UseCases, 'schedules' | 'addSchedule' | 'removeSchedule' | 'nextRuns' | 'hasBriefingFeeds'> {
  const { store, clock } = parts
  return {
    schedules: channel => store.listBriefings(channel.id),

    async addSchedule(channel, wish) {
      const slots = readSlots(channel, wish)
      const twin = findTwin(await store.listBriefings(channel.id), slots)
      if (twin?.timezone === slots.timezone) throw new UserError('duplicateSchedule', { value: slots.at })
      // The zone that a person names is the channel's clock from then on.
      if (slots.timezone !== channel.timezone) await store.saveChannel({ ...channel, timezone: slots.timezone })
      if (twin === undefined) return addBriefing(channel, slots, parts)
      // The same time in another zone: whoever names the zone corrects it, and wants no second briefing.
      const moved = { ...twin, ...slots, nextRunAt: nextRun(slots, clock.now()) }
      await store.saveBriefing(moved)
      return moved
    },

    async removeSchedule(channel, wish) {
      const briefings = await store.listBriefings(channel.id)
      if (briefings.length === 0) throw new UserError('noSchedule')
      const [briefing, ...others] = thoseMeant(briefings, wish)
      const value = parseTime(wish.at)
      if (briefing === undefined) {
        throw new UserError('unknownSchedule', { value, known: briefings.map(typed).join(' · ') })
      }
      if (others.length > 0) {
        const choices = [briefing, ...others].map(one => `/schedule remove ${typed(one)}`).join(' · ')
        throw new UserError('ambiguousSchedule', { value, choices })
      }
      await rememberTold(channel, briefing, parts)
      await store.removeBriefing(briefing.id)
      return briefing
    },

    async hasBriefingFeeds(channel) {
      const subscriptions = await store.listSubscriptions({ channelId: channel.id })
      return subscriptions.some(({ mode }) => mode === 'digest')
    },

    nextRuns: (briefing, count) => nextRuns(briefing, clock.now(), count),
  }
}
