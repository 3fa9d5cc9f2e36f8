import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Message } from '../../../src/model/message.ts'
import { cleanText, escapeText, findWebLink, linkWords } from '../../../src/platforms/discord/markup.ts'
import { renderBlock, renderDiscord } from '../../../src/platforms/discord/render.ts'
import { splitForDiscord } from '../../../src/platforms/discord/split.ts'
import { plain } from '../../contracts/platform.ts'
import { type Json, listComponents, markdownOf, readDiscord } from '../../fakes/discord-reader.ts'
import { messageFaults } from '../../fakes/discord-rules.ts'
import { findSpecCheck } from '../../fakes/discord-spec.ts'

const RUNS = 300
const SPEC_EVERY = 5
const AT = new Date('2026-03-04T05:06:07Z')

const HOSTILE = [
  '@everyone',
  '@here now',
  '<@80351110224678912>',
  '<@&1>',
  '<#2>',
  '<t:0:R>',
  '</x:1>',
  '<a:wave:12>',
  '<id:customize>',
  ':smile:',
  '[x](https://evil.example)',
  '[https://bank.example](https://evil.example)',
  'bank․example',
  '](',
  '**',
  '__',
  '~~',
  '||',
  '```',
  '`',
  '# h',
  '-# s',
  '> q',
  '- i',
  '1. n',
  '\\',
  '\n',
  ' ',
  '</b>',
  '&lt;',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  'שלום עולם',
  '\u202Egnp.exe',
  'مرحبا',
  '議会は長い審議の末に',
  'https://user:secret@bank.example/',
  'https://news.example.org/a_(b)?c=*d*',
  'http://例え.jp/',
  '\uD800',
  '\u0000',
  'steam://run/1',
] as const

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map(pieces => pieces.join('')),
)
/** Seldom far too long: any words, again and again. */
const text = fc.oneof(
  { weight: 9, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.nat(600))
      .map(([piece, times]) => piece.repeat(times)),
  },
)
const link = fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), words), {
  nil: undefined,
})
const optional = <T>(key: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [key]: value }

const block: fc.Arbitrary<Block> = fc.oneof(
  text.map(value => ({ kind: 'title' as const, text: value })),
  fc.tuple(text, fc.option(words, { nil: undefined }), link).map(([value, label, url]) => ({
    kind: 'headline' as const,
    text: value,
    ...optional('label', label),
    ...optional('link', url),
  })),
  fc
    .tuple(text, fc.option(words, { nil: undefined }))
    .map(([value, label]) => ({ kind: 'bullet' as const, text: value, ...optional('label', label) })),
  fc
    .tuple(text, words, fc.date(), link)
    .map(([quote, outlet, at, url]) => ({ kind: 'citation' as const, quote, outlet, at, ...optional('link', url) })),
  text.map(value => ({ kind: 'text' as const, text: value })),
  text.map(value => ({ kind: 'note' as const, text: value })),
)
const message: fc.Arbitrary<Message> = fc
  .tuple(
    fc.array(block, { maxLength: 25 }),
    fc.array(fc.tuple(words, fc.option(fc.string({ maxLength: 120 }), { nil: undefined })), { maxLength: 30 }),
    link,
    fc.option(fc.tuple(words, words), { nil: undefined }),
    fc.boolean(),
  )
  .map(([blocks, actions, image, attachment, isError]) => ({
    blocks,
    actions: actions.map(([label, id]) => ({ label, ...optional('id', id), command: 'list', options: {} })),
    ...optional('image', image),
    ...(attachment === undefined ? {} : { attachment: { filename: attachment[0], text: attachment[1] } }),
    isError,
  }))

function bodyOf(part: Message): { body: Json; files: string[] } {
  const { components, file } = renderDiscord(part)
  const body = { components, flags: 1 << 15, allowed_mentions: { parse: [] } }
  return { body: JSON.parse(JSON.stringify(body)), files: file === undefined ? [] : [file.filename] }
}

test('whatever the text is, every part is a payload that Discord takes, and nobody is mentioned', () => {
  const check = findSpecCheck()
  let count = 0
  fc.assert(
    fc.property(message, given => {
      for (const part of splitForDiscord(given)) {
        const { body, files } = bodyOf(part)
        expect(messageFaults(body, files)).toEqual([])
        expect(readDiscord(markdownOf(body)).mentions).toEqual([])
        if (count++ % SPEC_EVERY === 0) expect(check?.('POST', '/channels/1/messages', body) ?? []).toEqual([])
      }
    }),
    { numRuns: RUNS },
  )
})

test('a part that was never split is still a payload that Discord takes', () => {
  fc.assert(
    fc.property(message, given => {
      const { body, files } = bodyOf(given)
      expect(messageFaults(body, files)).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('text from outside reads as it was written', () => {
  const marks = [...'*_~`|[]()<>#-+@:\\/ a1.\n!&t', ...HOSTILE]
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...marks), maxLength: 60 }), given => {
      const reading = readDiscord(escapeText(given))
      expect(plain(reading.text)).toBe(plain(cleanText(given)))
      expect(reading.mentions).toEqual([])
      expect(reading.times).toEqual([])
      for (const found of reading.links) {
        expect(found.href).toBe(found.text)
        expect(new URL(found.href).username).toBe('')
      }
    }),
    { numRuns: 2000 },
  )
})

test('no link hides behind words that look like another address', () => {
  const given = findWebLink('https://evil.example/x')
  for (const words of ['https://bank.example', 'bank.example', 'Go to bank․example now', 'www.bank', '[bank] (x)']) {
    const { links, text: seen } = readDiscord(linkWords(words, given))
    expect(links).toEqual([{ text: '↗', href: 'https://evil.example/x' }])
    expect(seen).toBe(`${words} ↗`)
  }
  expect(readDiscord(linkWords('Minister resigns', given)).links).toEqual([
    { text: 'Minister resigns', href: 'https://evil.example/x' },
  ])
})

test('only http(s) links are kept, without credentials and with nothing that ends a link', () => {
  for (const bad of [
    'javascript:alert(1)',
    'data:,x',
    'tg://user?id=1',
    'discord://x',
    'file:///x',
    '//x.org',
    'x',
    '',
  ])
    expect(findWebLink(bad)).toBeUndefined()
  expect(findWebLink('https://me:secret@news.example/a')).toEqual({
    href: 'https://news.example/a',
    host: 'news.example',
  })
  expect(findWebLink('https://www.news.example/a_(b)*|c|?q=\\>)')).toEqual({
    href: 'https://www.news.example/a_%28b%29%2A%7Cc%7C?q=%5C%3E%29',
    host: 'news.example',
  })
  expect(findWebLink('http://例え.example/[ä]?{x}#a#b%')?.href).toBe(
    'http://xn--r8jz45g.example/%5B%C3%A4%5D?%7Bx%7D#a%23b%25',
  )
  expect(findWebLink('http://[2001:db8::1]:8080/')?.href).toBe('http://[2001:db8::1]:8080/')
  expect(findWebLink('http://a"b/')).toBeUndefined()
  expect(findWebLink(`https://news.example/${'x'.repeat(2000)}`)).toBeUndefined()
})

test('a story is shown with its number, its link, the host of the link, its bullets and its sources', () => {
  const blocks: Block[] = [
    { kind: 'title', text: 'Morning' },
    { kind: 'headline', label: '1', text: 'Minister resigns', link: 'https://news.example.org/a' },
    { kind: 'bullet', text: 'She left on Monday.' },
    { kind: 'citation', quote: 'I leave.', outlet: 'Daily', at: AT, link: 'https://news.example.org/a' },
    { kind: 'note', text: '2 outlets' },
  ]
  expect(blocks.map(renderBlock)).toEqual([
    '## Morning',
    '**1. [Minister resigns](<https://news.example.org/a>)**\n-# news.example.org',
    '- She left on Monday.',
    '> “I leave.”\n> -# [Daily](<https://news.example.org/a>) · news.example.org · <t:1772600767:f>',
    '-# 2 outlets',
  ])
})

test('an outlet named after its site is not a link, the arrow beside it is', () => {
  const rendered = renderBlock({
    kind: 'citation',
    quote: 'Ja.',
    outlet: 'golem.example',
    at: AT,
    link: 'https://www.golem.example/1',
  })
  expect(rendered).toContain('\n> -# golem.example [↗](<https://www.golem.example/1>) · <t:')
})

test('long running text goes on in the next part and loses nothing', () => {
  for (const piece of ['A sentence with *stars* in it. ', '議会は長い審議の末に可決した。', '👩‍👩‍👧‍👦']) {
    const whole = piece.repeat(Math.ceil(20_000 / piece.length)).trim()
    const parts = splitForDiscord({ blocks: [{ kind: 'text', text: whole }], actions: [] })
    const seen = parts.map(part => readDiscord(markdownOf(bodyOf(part).body)).text).join(' ')
    expect(parts.length).toBeGreaterThan(3)
    expect(seen.replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
  }
})

test('a headline of 9000 characters is cut after a word', () => {
  const parts = splitForDiscord({
    blocks: [{ kind: 'headline', text: 'word '.repeat(1800), link: 'https://news.example.org/' }],
    actions: [],
  })
  expect(parts).toHaveLength(1)
  const { text: seen, links } = readDiscord(markdownOf(bodyOf(parts[0]!).body))
  expect(seen).toMatch(/^(word )+word…\nnews\.example\.org$/)
  expect(links[0]?.href).toBe('https://news.example.org/')
})

test('buttons, picture and file stay with the last part', () => {
  const blocks: Block[] = Array.from({ length: 60 }, (_, index) => ({
    kind: 'headline',
    text: `${index} ${'x'.repeat(200)}`,
  }))
  const parts = splitForDiscord({
    blocks,
    actions: [{ id: '7', label: 'More', command: 'list', options: {} }],
    image: 'https://news.example.org/a.png',
    attachment: { filename: 'my feeds.opml', text: '<opml/>' },
  })
  const types = parts.map(part => listComponents(bodyOf(part).body.components).map(component => component.type))
  expect(
    types
      .slice(0, -1)
      .flat()
      .every(type => type === 17 || type === 10),
  ).toBe(true)
  expect(types.at(-1)).toEqual(expect.arrayContaining([12, 13, 1, 2]))
  expect(renderDiscord(parts.at(-1)!).file).toEqual({ filename: 'my_feeds.opml', text: '<opml/>' })
})

test('a text of a megabyte is split in moments', () => {
  const before = performance.now()
  const parts = splitForDiscord({ blocks: [{ kind: 'text', text: 'https:// _* '.repeat(90_000) }], actions: [] })
  expect(parts.length).toBeGreaterThan(300)
  expect(performance.now() - before).toBeLessThan(5_000)
})

test('the bytes of a part count too, where one character takes three of them', () => {
  const bullets: Block[] = Array.from({ length: 20 }, () => ({
    kind: 'bullet',
    text: '議会は長い審議の末に可決した'.repeat(18),
  }))
  for (const blocks of [bullets, [{ kind: 'bullet', text: '議'.repeat(3_800) } as const]])
    for (const part of [{ blocks, actions: [] }, ...splitForDiscord({ blocks, actions: [] })])
      expect(messageFaults(bodyOf(part).body)).toEqual([])
})

test('not even the raw text holds a mention, for readers that know no escapes', () => {
  for (const given of ['<@80351110224678912>', '<@!1>', '<@&1>', '<#2>', '@everyone', '@HERE', '</x:1>', '<t:0:R>'])
    for (const shown of [escapeText(given), linkWords(given, undefined)])
      expect(shown).not.toMatch(/<(?:@[!&]?|#|\/x:|t:)\d|@(?:everyone|here)/i)
})
