/** What commands do, as /help tells it. */
export const commands = {
  commands: {
    subscribe: {
      summary: 'Take a feed, a site or a topic into this channel',
      options: {
        what: 'Feed or site address, or a topic such as world',
        mode: 'digest: in the briefing (default); instant: each article at once',
        at: 'Time of the daily briefing, for example 07:30',
      },
    },
    unsubscribe: {
      summary: 'Drop a feed or a topic from this channel',
      options: {
        what: 'Title, address or topic; all drops everything',
      },
    },
    list: { summary: 'Show what this channel takes', options: { page: 'Page of the list, from 1' } },
    feeds: {
      summary: 'Show how the feeds are, import or export them as OPML',
      options: {
        action: 'health (default), list, import or export',
        what: 'Address of an OPML file (its path at the terminal), or a page number',
        file: 'OPML file to import',
      },
    },
    summary: {
      summary: 'Sum up what the kept articles say about a topic',
      options: {
        topic: 'Person, place or subject, for example putin',
        since: 'How far back to look',
        length: 'short: 3 bullets, normal: 5, long: 8',
        public: 'yes shows the answer to the whole channel',
      },
    },
    briefing: {
      summary: 'Show the briefing: now, as a preview, or the last one',
      options: { action: 'now posts it here, preview shows it to you, last repeats the last one', length: 'How long' },
    },
    schedule: {
      summary: 'Set when briefings are posted here',
      options: {
        action: 'add, remove or list',
        at: 'Local time, for example 07:30',
        days: 'daily, weekdays, mon-fri, or sat,sun',
        timezone: 'Time zone, for example Europe/Berlin',
      },
    },
    filter: {
      summary: 'Choose which articles this channel is told',
      options: {
        action: 'add, remove, list (default) or test',
        mode: 'hide: what fits is not told (default); only: nothing else is told',
        rule: 'What to look for, for example "rail strike" -football; to remove: the rule’s number',
      },
    },
    sources: {
      summary: 'Show the source sentences of a bullet or story',
      options: { item: 'Its number in the last digest' },
    },
    why: { summary: 'Show why a story is in the digest', options: { item: 'Its number in the last digest' } },
    missed: { summary: 'Show what the last briefing left out, and why', options: { page: 'Page of the list, from 1' } },
    follow: {
      summary: 'Follow a story: what is added comes first',
      options: {
        action: 'list shows what is followed, stop ends one',
        item: 'Its number in the last digest; for stop, in the list',
      },
    },
    catchup: {
      summary: 'Show what happened since you last asked here',
      options: { minutes: 'Look back so many minutes instead' },
    },
    settings: {
      summary: 'Show or change what this channel has chosen',
      options: {
        summaries: 'extractive: the sources’ own words; llm: worded by the language model',
        language: 'Language of what I post here',
        timezone: 'Time zone of this channel, for example Europe/Berlin',
      },
    },
    privacy: { summary: 'Show what is kept of this channel and what leaves the machine', options: {} },
    status: { summary: 'Show what is kept, what is due and how the feeds are', options: {} },
    help: { summary: 'Show what I can do', options: { command: 'Command to explain' } },
  },

  help: {
    title: 'Tidings: what happened, with receipts',
    intro: 'I read feeds, merge what several outlets tell about one event, and post short digests.',
    receipts: 'Every bullet rests on a sentence of a source: /sources 1 shows it.',
    managersOnly: 'channel managers only',
    usage: (usage: string) => `Usage: ${usage}`,
    example: (example: string) => `Example: ${example}`,
    topics: (topics: string) => `Topics: ${topics}`,
  },
}
