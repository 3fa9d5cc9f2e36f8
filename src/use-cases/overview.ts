import type { UseCases } from '../command-cases.ts'
import { suggestZones } from '../digests/schedule.ts'
import { topTopics } from '../digests/search.ts'
import type { Channel } from '../model/briefing.ts'
import type { AppParts } from './parts.ts'
import { reachOf } from './reading.ts'
import { modelUsed } from './settings.ts'
import { modelOf } from './wording.ts'

/** Discord takes at most 25 completions. */
const SUGGESTIONS_AT_MOST = 25
const RECENT_ARTICLES = 300
const TOPICS_KNOWN = 100

async function knownTopics(channel: Channel, parts: AppParts): Promise<readonly string[]> {
  const { feeds } = await reachOf(channel, parts)
  const recent = await parts.store.listArticles({ feedIds: feeds.map(({ id }) => id), limit: RECENT_ARTICLES })
  return topTopics(recent, TOPICS_KNOWN)
}

/** Those that begin with what is typed before those that hold it. */
function matching(values: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase()
  const holds = values.filter(value => value.toLowerCase().includes(wanted))
  const begins = holds.filter(value => value.toLowerCase().startsWith(wanted))
  return [...begins, ...holds.filter(value => !begins.includes(value))].slice(0, SUGGESTIONS_AT_MOST)
}

/** The part of the use-cases that tells how things stand and what can be asked for. */
export function overviewCases(parts: AppParts): Pick<UseCases, 'status' | 'topics' | 'suggest'> {
  const { store, packs, summarizer } = parts
  const topics = packs.map(({ name }) => name)
  return {
    async status(channel) {
      const [counts, channelFeeds, subscriptions, briefings, deliveries] = await Promise.all([
        store.countArticles(),
        store.listFeeds(channel.id),
        store.listSubscriptions({ channelId: channel.id }),
        store.listBriefings(channel.id),
        store.countParts(),
      ])
      const [next] = briefings
      const { waiting, uncertain, dead } = deliveries
      return {
        ...counts,
        channelFeeds,
        ...(next === undefined ? {} : { nextRun: next.nextRunAt }),
        hasBriefingFeeds: subscriptions.some(({ mode }) => mode === 'digest'),
        waiting,
        uncertain,
        dead,
        summarizer: summarizer.name,
        ...modelUsed(modelOf(channel, parts)),
      }
    },

    topics: () => topics,

    async suggest(channel, command, option, typed) {
      if (command === 'subscribe' && option === 'what') {
        const titles = packs.flatMap(({ feeds }) => feeds.map(({ title }) => title))
        return matching([...topics, ...new Set(titles)], typed)
      }
      if (command === 'unsubscribe' && option === 'what') {
        const feeds = await store.listFeeds(channel.id)
        return matching(
          feeds.map(({ title }) => title),
          typed,
        )
      }
      if (command === 'summary' && option === 'topic') return matching(await knownTopics(channel, parts), typed)
      if ((command === 'schedule' || command === 'settings') && option === 'timezone')
        return suggestZones(typed, SUGGESTIONS_AT_MOST)
      return []
    },
  }
}
