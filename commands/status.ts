import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { Status } from '../src/command-cases.ts'
import type { Block } from '../src/model/message.ts'
import { formatMoment, type Reader } from '../src/text/moments.ts'
import type { Words } from '../src/text/words/en.ts'
import { reasonText } from '../src/text/words/reasons.ts'

/** The others are only counted; /list shows them. */
const FAILING_SHOWN = 8

function lastPollOf(status: Status): Date | undefined {
  const polls = status.channelFeeds.flatMap(feed => feed.lastPolledAt ?? [])
  return polls.toSorted((a, b) => b.getTime() - a.getTime())[0]
}

/** The feeds that can not be read at the moment, each with the reason. */
function failingOf({ channelFeeds }: Status, words: Words): string {
  const failing = channelFeeds.filter(feed => feed.failures > 0)
  const shown = failing
    .slice(0, FAILING_SHOWN)
    .map(({ title, lastError }) => `${title} (${reasonText(lastError, words)})`)
    .join(', ')
  return failing.length > FAILING_SHOWN ? `${shown} +${failing.length - FAILING_SHOWN}` : shown
}

function lines(status: Status, words: Words, reader: Reader): readonly string[] {
  const lastPoll = lastPollOf(status)
  const failing = failingOf(status, words)
  return [
    words.status.kept(status.articles, status.feeds, status.stories),
    words.status.channel(status.channelFeeds.length),
    status.nextRun === undefined ? words.status.noBriefing : words.status.next(formatMoment(status.nextRun, reader)),
    ...(status.nextRun === undefined || status.hasBriefingFeeds ? [] : [words.schedule.idle]),
    ...(lastPoll === undefined ? [] : [words.status.lastPoll(formatMoment(lastPoll, reader))]),
    ...(failing === '' ? [] : [words.status.failing(failing)]),
    words.status.deliveries(status.waiting, status.uncertain, status.dead),
    status.model === undefined
      ? words.status.summarizer(status.summarizer)
      : words.status.worded(status.model.model, status.model.host),
  ]
}

export default defineCommand({
  name: 'status',
  options: z.object({}),
  async run({ app, channel, words }) {
    const reader = { timezone: channel.timezone, language: words.language }
    const rows = lines(await app.status(channel), words, reader)
    return {
      blocks: [{ kind: 'title', text: words.status.title }, ...rows.map((text): Block => ({ kind: 'bullet', text }))],
      actions: [],
    }
  },
})
