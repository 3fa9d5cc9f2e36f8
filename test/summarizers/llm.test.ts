import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/model/article.ts'
import type { StateStore } from '../../src/ports/store.ts'
import type { WordingModel } from '../../src/ports/summarizer.ts'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { passesGate } from '../../src/summarizers/gate.ts'
import { createWordingModel, STORY_LIMIT_MS } from '../../src/summarizers/llm.ts'
import { keepsSummarizerContract, sampleArticle } from '../contracts/summarizer.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createRecordingLog } from '../fakes/log.ts'
import {
  bulletsJson,
  type ModelBehaviour,
  type ModelReply,
  type ModelServer,
  startModelServer,
  wellBehaved,
} from '../fakes/model-server.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const MINUTE_MS = 60_000
const KEY = 'canary-key-0123456789'
const signal = new AbortController().signal

const MILL: Article = sampleArticle({
  title: 'Norvik Steel to cut 340 jobs in Tarn',
  text: [
    'Norvik Steel will cut 340 of 2,100 jobs at its works in Tarn by the end of next year, the company said on Thursday.',
    'The rolling mill will close in March, and the melting shop follows in the autumn of the same year.',
    'The union Metall Nord rejected the plan and called its members to a meeting at the gate on Saturday.',
    'Mayor Sunniva Dahl called the decision a heavy blow for the town of 9,000 people.',
  ].join('\n\n'),
})
const PLAIN = extractBullets([MILL], 3)

let server: ModelServer
let clock: FakeClock
let store: StateStore & { close(): Promise<void> }
let log: ReturnType<typeof createRecordingLog>
beforeAll(async () => {
  server = await startModelServer(wellBehaved)
})
afterAll(() => server.close())
beforeEach(async () => {
  server.behave(wellBehaved)
  clock = createFakeClock(NOW)
  log = createRecordingLog()
  store = await openSqliteStore({ path: ':memory:', now: () => clock.now() })
  return () => store.close()
})

const open = (changes: Partial<Parameters<typeof createWordingModel>[0]> = {}): WordingModel =>
  createWordingModel(
    { baseUrl: server.baseUrl, apiKey: KEY, model: 'test-model', dailyTokens: 100_000, ...changes },
    { store, clock, log },
  )
const soon = (): Date => new Date(clock.now().getTime() + MINUTE_MS)
/** What a channel would read; and how many questions that took. */
async function tell(model: WordingModel, article = MILL, bullets = 3) {
  const before = server.questions.length
  const made = await model.until(soon()).summarize([article], bullets, signal)
  return { made, asked: server.questions.length - before }
}
const answering =
  (content: string | null): ModelBehaviour =>
  () => ({ content })
const numbered = (text: string, ...sentences: number[]) => ({ text, sentences })
const other = (number: number): Article =>
  sampleArticle({ id: `other-${number}` as ArticleId, text: MILL.text.replaceAll('340', String(400 + number)) })

keepsSummarizerContract('a language model that behaves well', () => open().until(soon()))

describe('bullets that a model words', () => {
  test('are its own words, with the model’s name, the sentence as receipt and other outlets as support', async () => {
    const { made, asked } = await tell(open())
    expect(asked).toBe(1)
    expect(made[0]).toMatchObject({
      text: 'The company said that Norvik Steel will cut 340 of 2,100 jobs at its works in Tarn by the end of next year.',
      reworded: { model: 'test-model', restsOn: 1 },
    })
    expect(made[0]?.citations[0].quote).toBe(MILL.text.split('\n\n')[0])
    const copy = sampleArticle({
      id: 'copy' as ArticleId,
      outlet: 'Fjord Courier',
      text: `${MILL.text.split('\n\n')[0]}`,
    })
    const [first] = await open().until(soon()).summarize([MILL, copy], 1, signal)
    expect(first?.citations.map(({ outlet }) => outlet)).toEqual(['Tarn Gazette', 'Fjord Courier'])
  })

  test('a bullet that fails the gate is replaced by one in the source’s words; the others stay', async () => {
    server.behave(
      answering(
        bulletsJson([
          numbered('Norvik Steel will cut 3,400 jobs in Tarn, the company said.', 1),
          numbered('The rolling mill will close in March, and the melting shop follows in the autumn.', 2),
          numbered('Mayor Sunniva Dahl welcomed the decision for the town of 9,000 people.', 4),
        ]),
      ),
    )
    const { made } = await tell(open())
    expect(made.map(({ reworded }) => reworded !== undefined)).toEqual([false, true, false])
    expect(made[1]?.text).toBe('The rolling mill will close in March, and the melting shop follows in the autumn.')
    const texts = PLAIN.map(({ text }) => text)
    for (const { text, reworded } of made) if (reworded === undefined) expect(texts).toContain(text)
    expect(new Set(made.map(({ citations }) => citations[0].quote)).size).toBe(3)
  })

  test('a bullet is told once, however often the model says it', async () => {
    const same = numbered('The rolling mill will close in March, and the melting shop follows in the autumn.', 2)
    server.behave(answering(bulletsJson([same, same, same])))
    const { made } = await tell(open())
    expect(made.filter(({ reworded }) => reworded !== undefined)).toHaveLength(1)
    expect(new Set(made.map(({ text }) => text)).size).toBe(made.length)
  })

  test('what is asked for stays in the bullet', async () => {
    server.behave(answering(bulletsJson([numbered('Sunniva Dahl called the decision a heavy blow for the town.', 1)])))
    const made = await open()
      .until(soon())
      .summarize([MILL], 3, signal, [['mayor']])
    expect(made.map(({ text, reworded }) => [text, reworded])).toEqual([
      ['Mayor Sunniva Dahl called the decision a heavy blow for the town of 9,000 people.', undefined],
    ])
  })

  test('nothing found is said before any model is asked', async () => {
    const before = server.questions.length
    expect(
      await open()
        .until(soon())
        .summarize([MILL], 3, signal, [['herring']]),
    ).toEqual([])
    expect(server.questions.length).toBe(before)
  })

  test.each([
    ['in a fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
    ['between other words', (json: string) => `Sure! Here you are:\n${json}\nAnything else?`],
    ['after its thoughts', (json: string) => `<think>{"bullets": maybe}</think>\n${json}`],
    ['as a bare list', (json: string) => JSON.stringify((JSON.parse(json) as { bullets: unknown }).bullets)],
    ['with numbers as words', (json: string) => json.replace('[2]', '"[2]"')],
    ['with broken entries beside it', (json: string) => json.replace('[{', '[null, 7, {"text":1}, {')],
  ])('the answer may come %s', async (_how, wrap) => {
    const json = bulletsJson([numbered('The rolling mill will close in March.', 2)])
    server.behave(answering(wrap(json)))
    const { made } = await tell(open(), MILL, 4)
    expect(made.map(({ text }) => text)).toContain('The rolling mill will close in March.')
  })
})

describe('what is sent', () => {
  test('is sentences of the articles, as data, to the named host, and nothing of this machine', async () => {
    await tell(open())
    const { path, headers, sentences, parameters, system } = server.questions.at(-1)!
    expect(path).toBe('/v1/chat/completions')
    expect(headers.authorization).toBe(`Bearer ${KEY}`)
    expect(Object.keys(headers).filter(name => name.startsWith('x-') || name.startsWith('openai'))).toEqual([])
    expect(sentences.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    for (const { text } of sentences) expect(MILL.text).toContain(text)
    expect(parameters).not.toHaveProperty('tools')
    expect(system).not.toContain(KEY)
    expect(server.questions.at(-1)!.body).not.toContain(KEY)
  })

  test('ignores the variables that the client library would read', async () => {
    const names = ['OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_BASE_URL', 'OPENAI_CUSTOM_HEADERS']
    for (const name of names) process.env[name] = name.endsWith('HEADERS') ? 'X-Leak: canary' : 'http://canary.invalid'
    try {
      await tell(open())
    } finally {
      for (const name of names) delete process.env[name]
    }
    expect(JSON.stringify(server.questions.at(-1)!.headers)).not.toContain('canary.invalid')
    expect(JSON.stringify(server.questions.at(-1)!.headers)).not.toContain('X-Leak')
  })

  test('a server that redirects is not followed', async () => {
    const elsewhere = await startModelServer(wellBehaved)
    server.behave(() => ({ status: 307, headers: { location: `${elsewhere.baseUrl}/chat/completions` } }))
    const { made } = await tell(open())
    expect(made).toEqual(PLAIN)
    expect(elsewhere.questions).toEqual([])
    await elsewhere.close()
  })

  test('a server that knows only max_tokens is asked that way from then on', async () => {
    server.behave(question =>
      'max_tokens' in question.parameters ? wellBehaved(question) : { status: 422, body: '{"detail":"extra"}' },
    )
    const model = open()
    expect((await tell(model)).asked).toBe(2)
    expect((await tell(model, other(1))).asked).toBe(1)
  })

  test('a long story is cut at a sentence', async () => {
    const line = (number: number): string =>
      `The council of Tarn paid ${number} crowns for the repair of lamp ${number} in the long street behind the old town hall.`
    const long = sampleArticle({ text: Array.from({ length: 400 }, (_, index) => line(index + 1)).join('\n\n') })
    await tell(open(), long)
    const { user, sentences } = server.questions.at(-1)!
    expect(user.length).toBeLessThan(16_000)
    expect(sentences.length).toBeGreaterThan(20)
    for (const { text } of sentences) expect(text).toMatch(/town hall\.$/)
  })
})

const failing: readonly (readonly [string, ModelReply])[] = [
  ['an empty answer', { content: '' }],
  ['no content', { content: null }],
  ['a refusal', { content: 'I am sorry, but I can not help with that.' }],
  [
    'another language',
    {
      content: bulletsJson([
        numbered('Norvik Steel streicht 340 von 2.100 Stellen im Werk in Tarn bis Ende nächsten Jahres.', 1),
      ]),
    },
  ],
  ['100 KB of text', { content: 'a '.repeat(50_000) }],
  ['100 KB of bullets', { content: bulletsJson(Array.from({ length: 1_000 }, () => numbered('x'.repeat(80), 1))) }],
  ['JSON garbage', { content: '{"bullets":[{"text":"Norvik Steel will' }],
  ['JSON of another form', { content: '{"answer":{"constructor":1}}' }],
  [
    'sentence numbers that do not exist',
    { content: bulletsJson([numbered('Norvik Steel will cut 340 jobs.', 99, -1, 0)]) },
  ],
  ['no sentence numbers', { content: bulletsJson([numbered('Norvik Steel will cut 340 jobs.')]) }],
  ['a body that is no JSON', { status: 200, body: '<html>proxy</html>' }],
  ['a completion without choices', { status: 200, body: '{"choices":[]}' }],
  ['401', { status: 401, body: `{"error":{"message":"Incorrect API key provided: ${KEY}"}}` }],
  ['404', { status: 404 }],
  ['429', { status: 429, headers: { 'retry-after': '30' } }],
  ['500', { status: 500 }],
  ['503', { status: 503, body: 'overloaded' }],
]

describe('whatever goes wrong, the bullets come in the sources’ words', () => {
  test.each(failing)('%s', async (_name, reply) => {
    server.behave(() => reply)
    const { made } = await tell(open())
    expect(made).toEqual(PLAIN)
    expect(JSON.stringify(log.lines)).not.toContain(KEY)
  })

  test('a host that does not answer', async () => {
    const gone = await startModelServer(wellBehaved)
    await gone.close()
    const model = open({ baseUrl: gone.baseUrl })
    expect(await model.until(soon()).summarize([MILL], 3, signal)).toEqual(PLAIN)
    expect(log.lines.map(({ fields }) => fields.reason)).toEqual(['unreachable'])
  })

  test('a model that is slow is waited for as long as a story may take', async () => {
    server.behave(() => ({ hangs: true }))
    const before = server.questions.length
    const telling = open().until(soon()).summarize([MILL], 3, signal)
    while (server.questions.length === before) await new Promise(resolve => setImmediate(resolve))
    await clock.advance(STORY_LIMIT_MS)
    expect(await telling).toEqual(PLAIN)
    expect(log.lines.map(({ fields }) => fields.reason)).toEqual(['slow'])
  })

  test('a digest whose time is over asks no more', async () => {
    const summarizer = open().until(soon())
    await clock.advance(MINUTE_MS)
    const before = server.questions.length
    expect(await summarizer.summarize([MILL], 3, signal)).toEqual(PLAIN)
    expect(server.questions.length).toBe(before)
  })

  test('a digest that is stopped ends at once, and asks nothing further', async () => {
    server.behave(() => ({ hangs: true }))
    const stop = new AbortController()
    const before = server.questions.length
    const telling = open().until(soon()).summarize([MILL], 3, stop.signal)
    while (server.questions.length === before) await new Promise(resolve => setImmediate(resolve))
    stop.abort(new Error('enough'))
    await expect(telling).rejects.toThrow('enough')
  })

  test('thirty stories do not wait for thirty failures; after a pause the model is tried once', async () => {
    server.behave(() => ({ status: 500 }))
    const model = open()
    let asked = 0
    for (let number = 0; number < 30; number += 1) asked += (await tell(model, other(number))).asked
    expect(asked).toBe(3)
    await clock.advance(10 * MINUTE_MS)
    expect((await tell(model)).asked).toBe(1)
    expect((await tell(model)).asked).toBe(0)
    await clock.advance(10 * MINUTE_MS)
    server.behave(wellBehaved)
    expect((await tell(model)).made[0]?.reworded).toBeDefined()
  })

  test('a server that says how long to wait is left alone for so long', async () => {
    server.behave(() => ({ status: 429, headers: { 'retry-after': '90' } }))
    const model = open()
    await tell(model)
    server.behave(wellBehaved)
    await clock.advance(89_000)
    expect((await tell(model)).asked).toBe(0)
    await clock.advance(2_000)
    expect((await tell(model)).asked).toBe(1)
  })

  test('a failing store is no reason to spend what can not be counted', async () => {
    const setValue = store.setValue
    store.setValue = () => Promise.reject(new Error('disk full'))
    const { made, asked } = await tell(open())
    store.setValue = setValue
    expect([made, asked]).toEqual([PLAIN, 0])
  })
})

describe('the budget of a day', () => {
  const usage = (total_tokens: unknown) => ({ usage: { total_tokens } })
  const costing =
    (total: unknown): ModelBehaviour =>
    question => ({ ...wellBehaved(question), ...usage(total) })
  const spent = async () => JSON.parse((await store.getValue('llm spent')) ?? '{}') as Record<string, unknown>

  test('counts what the server says, over all questions, and ends at the cap until the next day', async () => {
    server.behave(costing(9_500))
    const model = open({ dailyTokens: 20_000 })
    const asked: number[] = []
    for (let number = 0; number < 5; number += 1) asked.push((await tell(model, other(number))).asked)
    expect(asked).toEqual([1, 1, 0, 0, 0])
    expect(await spent()).toEqual({ day: '2026-11-23', requests: 2, tokens: 19_000 })
    clock.set(new Date('2026-11-24T00:00:01Z'))
    expect((await tell(model, other(9))).asked).toBe(1)
  })

  test('is not forgotten by a restart, nor by a clock that is set back', async () => {
    server.behave(costing(19_000))
    await tell(open({ dailyTokens: 20_000 }))
    expect((await tell(open({ dailyTokens: 20_000 }), other(1))).asked).toBe(0)
    clock.set(new Date('2026-11-22T12:00:00Z'))
    expect((await tell(open({ dailyTokens: 20_000 }), other(2))).asked).toBe(0)
  })

  test.each([[undefined], [0], [-5], ['many'], [1.5]])('estimates by length when the server counts %s', async total => {
    server.behave(costing(total))
    await tell(open())
    const { body } = server.questions.at(-1)!
    expect(Number((await spent()).tokens)).toBeGreaterThan(body.length / 6)
    expect(Number((await spent()).tokens)).toBeLessThan(body.length)
  })

  test('what a busy server turned away costs nothing, what was given up costs the question', async () => {
    server.behave(() => ({ status: 429 }))
    await tell(open())
    expect(await spent()).toMatchObject({ requests: 1, tokens: 0 })
    server.behave(() => ({ status: 500 }))
    await tell(open())
    expect(Number((await spent()).tokens)).toBeGreaterThan(100)
  })

  test('questions at the same time do not spend the rest twice', async () => {
    server.behave(costing(2_500))
    const model = open({ dailyTokens: 6_000 })
    const before = server.questions.length
    const summarizer = model.until(soon())
    await Promise.all(Array.from({ length: 6 }, (_, number) => summarizer.summarize([other(number)], 3, signal)))
    expect(server.questions.length - before).toBeLessThanOrEqual(3)
    expect(Number((await spent()).tokens)).toBeLessThanOrEqual(7_500)
  })

  test('a question that is longer than what is left is cut at a sentence', async () => {
    await tell(open({ dailyTokens: 1_560 }))
    const { sentences } = server.questions.at(-1)!
    expect(sentences.length).toBeLessThan(4)
    expect(sentences.length).toBeGreaterThan(0)
  })

  test('the same question is answered once', async () => {
    const model = open()
    const first = await tell(model)
    expect(await tell(model)).toEqual({ made: first.made, asked: 0 })
  })
})

test('every bullet that comes out passes the gate, whatever comes in', async () => {
  const words = MILL.text.replaceAll('\n\n', ' ').split(' ')
  let seed = 7
  const random = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const model = open({ dailyTokens: 10_000_000 })
  for (let round = 0; round < 60; round += 1) {
    const bullets = Array.from({ length: 4 }, () => {
      const from = random(words.length)
      return numbered(words.slice(from, from + 4 + random(20)).join(' '), 1 + random(5), 1 + random(5))
    })
    server.behave(answering(bulletsJson(bullets)))
    const article = other(round)
    const made = await model.until(soon()).summarize([article], 3, signal)
    expect(made.map(bullet => passesGate(bullet, [article]))).toEqual(made.map(() => true))
    expect(made.length).toBeGreaterThan(0)
  }
})
