import { z } from 'zod'
import { defineCommand, type Status } from '../src/command.ts'
import type { Block } from '../src/model/message.ts'
import { formatMoment, type Reader } from '../src/text/moments.ts'
import type { Words } from '../src/text/words/en.ts'

function lastPollOf(status: Status): Date | undefined {
  const polls = status.channelFeeds.flatMap(feed => feed.lastPolledAt ?? [])
  return polls.toSorted((a, b) => b.getTime() - a.getTime())[0]
}

function lines(status: Status, words: Words, reader: Reader): readonly string[] {
  const lastPoll = lastPollOf(status)
  const failing = status.channelFeeds.filter(feed => feed.failures > 0).map(feed => feed.title)
  return [
    words.status.kept(status.articles, status.feeds, status.stories),
    words.status.channel(status.channelFeeds.length),
    status.nextRun === undefined ? words.status.noBriefing : words.status.next(formatMoment(status.nextRun, reader)),
    ...(lastPoll === undefined ? [] : [words.status.lastPoll(formatMoment(lastPoll, reader))]),
    ...(failing.length === 0 ? [] : [words.status.failing(failing.join(', '))]),
    words.status.deliveries(status.waiting, status.uncertain, status.dead),
    words.status.summarizer(status.summarizer),
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
      audience: 'private',
    }
  },
})
