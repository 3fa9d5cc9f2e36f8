import { afterEach, expect, test } from 'vitest'
import type { ChannelId, ClaimedPart, DeliveryId } from '../../src/model/briefing.ts'
import type { Block, Message } from '../../src/model/message.ts'
import type { CommandHandler, Invocation, Platform, Request } from '../../src/ports/platform.ts'

/** A platform against its loopback service, with a person at the other end. The platform is not started yet. */
export interface PlatformHarness {
  readonly platform: Platform
  /** The platform's own address of the channel that the person reads. */
  readonly address: string
  /** Texts that a person sees in that channel (markup interpreted and gone), oldest first. */
  seen(): Promise<readonly string[]>
  /** Gives the command `about` as a person would ("about putin"); resolves when answered, with the text seen. */
  say(words: string): Promise<string>
  /** Presses the newest button with this label; resolves when answered, with the text seen. */
  press?(label: string): Promise<string>
  /** Everybody who was notified by a mention so far. */
  notified?(): Promise<readonly string[]>
  /** Stops the platform (if still running) and the service. */
  stop(): Promise<void>
}

const SENT_AT = new Date('2026-03-04T05:06:07Z')
const HOSTILE = [
  '@everyone <@80351110224678912> <@&1> <#2> <t:0:R> </x:1> <b>bold</b> &amp; &lt;',
  '**stars** __under__ ~~gone~~ ||hidden|| `code` [bank](evil) \\o/ snake_case',
  '# not a heading',
  '- not a list',
  '> not a quote',
] as const

/** A claimed part, as the outbox hands it to Platform.send. */
export function claimedPart(platform: Platform, address: string, message: Message, index = 0): ClaimedPart {
  return {
    deliveryId: 'delivery-1' as DeliveryId,
    index,
    channel: {
      id: `${platform.name}:${address}` as ChannelId,
      platform: platform.name,
      address,
      language: 'en',
      timezone: 'UTC',
    },
    message,
    attempt: 1,
    nonce: `contract-${index}`,
    uncertainAttempts: 0,
    createdAt: SENT_AT,
  }
}

/** What a comparison of texts may ignore: kinds of space, and the invisible characters that break a mention. */
export function plain(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

interface Recorder extends CommandHandler {
  readonly calls: { readonly request: Request; readonly invocation: Invocation }[]
}

function recorder(answer: (invocation: Invocation) => Message): Recorder {
  const calls: Recorder['calls'] = []
  return {
    calls,
    async handle(request, invocation) {
      calls.push({ request, invocation })
      return answer(invocation)
    },
    async suggest() {
      return []
    },
  }
}

const text = (words: string): Message => ({ blocks: [{ kind: 'text', text: words }], actions: [] })

function longDigest(stories: number): { readonly message: Message; readonly marks: readonly string[] } {
  const blocks: Block[] = [{ kind: 'title', text: 'Morning digest mark0' }]
  const marks = ['mark0']
  const mark = (): string => {
    const next = `mark${marks.length}`
    marks.push(next)
    return next
  }
  for (let story = 1; story <= stories; story++) {
    const link = `https://news.example.org/story/${story}`
    blocks.push({ kind: 'headline', label: String(story), text: `Minister resigns ${mark()}`, link })
    blocks.push({ kind: 'bullet', text: `The vote was held late, 議会は長い審議の末に可決した ${mark()}` })
    blocks.push({ kind: 'bullet', text: `${'Turnout was higher than in any year before. '.repeat(4)}${mark()}` })
    blocks.push({ kind: 'citation', quote: `It is over ${mark()}`, outlet: 'Daily Example', at: SENT_AT, link })
  }
  return { message: { blocks, actions: [] }, marks }
}

/**
 * The promises that every platform keeps; call it at the top level of a test file.
 * @param make a new harness, its platform not started
 */
export function keepsPlatformContract(name: string, make: () => Promise<PlatformHarness>): void {
  let harness: PlatformHarness | undefined
  const begin = async (handler: CommandHandler): Promise<PlatformHarness> => {
    const made = await make()
    harness = made
    await made.platform.start(handler, new AbortController().signal)
    return made
  }
  const sendAll = async (made: PlatformHarness, parts: readonly Message[]): Promise<void> => {
    for (const [index, part] of parts.entries()) {
      const receipt = await made.platform.send(
        claimedPart(made.platform, made.address, part, index),
        new AbortController().signal,
      )
      expect(receipt.messageId).not.toBe('')
    }
  }

  afterEach(async () => {
    await harness?.stop()
    harness = undefined
  })

  test(`${name}: a command reaches the handler and its answer reaches the person`, async () => {
    const handler = recorder(() => text('Nothing new about the comet.'))
    const made = await begin(handler)
    expect(plain(await made.say('about comet'))).toContain('Nothing new about the comet.')
    const call = handler.calls[0]
    expect(handler.calls).toHaveLength(1)
    expect(call?.request.platform).toBe(made.platform.name)
    expect(call?.request.address).toBe(made.address)
    expect(call?.request.userId).not.toBe('')
    expect(JSON.stringify(call?.invocation)).toContain('comet')
  })

  test(`${name}: a sent part is seen once and has a receipt`, async () => {
    const made = await begin(recorder(() => text('unused')))
    await sendAll(made, made.platform.split(text('The bridge is open again.')))
    const seen = (await made.seen()).map(plain)
    expect(seen.filter(words => words.includes('The bridge is open again.'))).toHaveLength(1)
  })

  test(`${name}: text from outside is shown as it stands and notifies nobody`, async () => {
    const made = await begin(recorder(() => text(HOSTILE.join('\n'))))
    const blocks: Block[] = [
      { kind: 'title', text: HOSTILE[0] },
      { kind: 'headline', text: HOSTILE[1], link: 'https://news.example.org/a_(b)?c=<d>' },
      { kind: 'bullet', text: HOSTILE[2] },
      { kind: 'citation', quote: HOSTILE[0], outlet: HOSTILE[3], at: SENT_AT, link: 'https://news.example.org/' },
      { kind: 'text', text: HOSTILE[3] },
      { kind: 'note', text: HOSTILE[4] },
    ]
    await sendAll(made, made.platform.split({ blocks, actions: [] }))
    const seen = plain((await made.seen()).join('\n'))
    const answered = plain(await made.say('about comet'))
    for (const line of HOSTILE) {
      expect(seen).toContain(line)
      expect(answered).toContain(line)
    }
    expect(seen).toContain('news.example.org')
    expect((await made.notified?.()) ?? []).toEqual([])
  })

  test(`${name}: a link that is not http(s) is dropped, its words stay`, async () => {
    const made = await begin(recorder(() => text('unused')))
    const blocks: Block[] = ['javascript:alert(1)', 'data:text/html,hi', 'file:///etc/passwd', 'tg://user?id=1'].map(
      (link, index) => ({ kind: 'headline', text: `Headline number ${index}`, link }),
    )
    await sendAll(made, made.platform.split({ blocks, actions: [] }))
    const seen = plain((await made.seen()).join('\n'))
    for (const index of blocks.keys()) expect(seen).toContain(`Headline number ${index}`)
    expect(seen).not.toMatch(/javascript:|data:text|file:|tg:/)
  })

  test(`${name}: a long digest is sent whole and in order`, async () => {
    const made = await begin(recorder(() => text('unused')))
    const { message, marks } = longDigest(40)
    const parts = made.platform.split(message)
    expect(parts.flatMap(part => part.blocks)).toEqual(message.blocks)
    await sendAll(made, parts)
    const seen = (await made.seen()).join('\n')
    expect(seen.match(/mark\d+/g)).toEqual(marks)
  })

  test(`${name}: an empty message is still one part`, async () => {
    const made = await begin(recorder(() => text('unused')))
    expect(made.platform.split({ blocks: [], actions: [] })).toHaveLength(1)
  })

  test(`${name}: a button of an answer reaches the handler by its id`, async ({ skip }) => {
    const more = { id: 'action-7', label: 'Read more', command: 'sources', options: {} }
    const handler = recorder(invocation =>
      invocation.kind === 'action'
        ? text(`Pressed ${invocation.id}.`)
        : { blocks: [{ kind: 'text', text: 'There is more.' }], actions: [more] },
    )
    const made = await begin(handler)
    if (made.press === undefined) return skip()
    expect(plain(await made.say('about comet'))).toContain('There is more.')
    expect(plain(await made.press('Read more'))).toContain('Pressed action-7.')
  })

  test(`${name}: stopping twice is as good as once`, async () => {
    const made = await begin(recorder(() => text('unused')))
    await made.platform.stop()
    await expect(made.platform.stop()).resolves.toBeUndefined()
  })
}
