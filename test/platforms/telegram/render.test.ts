import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Message } from '../../../src/model/message.ts'
import { cutPieces, cutText } from '../../../src/platforms/telegram/cut.ts'
import { findKeyboard } from '../../../src/platforms/telegram/keyboard.ts'
import { renderHtml, renderPlain, splitForTelegram } from '../../../src/platforms/telegram/render.ts'
import { parseTelegramHtml } from '../../fakes/telegram-html.ts'
import { findBadRequest } from '../../fakes/telegram-rules.ts'
import { NOW } from './harness.ts'

const message = (...blocks: Block[]): Message => ({ blocks, actions: [] })
const read = (...blocks: Block[]) => parseTelegramHtml(renderHtml(message(...blocks)))
const LINK = 'https://news.example.org/a?b=1&c=2'

describe('what a reader sees', () => {
  test('a digest: bold headlines that link with their host in view, bullets close to them, quotes with their source', () => {
    const rendered = renderHtml(
      message(
        { kind: 'title', text: 'Morning' },
        { kind: 'headline', text: 'Minister resigns', label: '1', link: LINK },
        { kind: 'bullet', text: 'The vote was late.' },
        { kind: 'bullet', text: 'Nobody was surprised.', label: '2' },
        { kind: 'citation', quote: 'It is over', outlet: 'Daily', at: NOW, link: 'https://daily.example/y' },
        { kind: 'text', text: 'That is all.' },
        { kind: 'note', text: '9 outlets' },
      ),
    )
    const href = 'https://news.example.org/a?b=1&amp;c=2'
    expect(rendered.replace(/, [^,]*,? ?\d\d:\d\d UTC[^<]*/, ', TIME')).toBe(
      [
        '<b>Morning</b>',
        '',
        `<b>[1] <a href="${href}">Minister resigns</a></b> (news.example.org)`,
        '• The vote was late.',
        '• [2] Nobody was surprised.',
        '<blockquote>“It is over”',
        '— <a href="https://daily.example/y">Daily</a> (daily.example), TIME</blockquote>',
        '',
        'That is all.',
        '',
        '<i>9 outlets</i>',
      ].join('\n'),
    )
  })

  test('markup from outside is shown as text and makes no entity', () => {
    const hostile = '</b><a href="tg://user?id=1">x</a> & &amp; &lt;b&gt; "<i>'
    const { text, entities } = read({ kind: 'bullet', text: hostile }, { kind: 'text', text: hostile })
    expect(text).toBe(`• ${hostile}\n\n${hostile}`)
    expect(entities).toEqual([])
  })

  test.each([
    'javascript:alert(1)',
    'tg://user?id=1',
    'data:text/html,x',
    'ftp://a.example',
    'nonsense',
    `${LINK}${'x'.repeat(3000)}`,
  ])('a link that is not a sound web address is dropped (%#)', link => {
    const { text, entities } = read({ kind: 'headline', text: 'Headline', link })
    expect(text).toBe('Headline')
    expect(entities.map(({ type }) => type)).toEqual(['bold'])
  })

  test('words that pose as another address stand beside the true host', () => {
    const { text } = read({
      kind: 'headline',
      text: 'https://bank.example',
      link: 'https://bank.example@evil.example/',
    })
    expect(text).toBe('https://bank.example (evil.example)')
    expect(read({ kind: 'headline', text: 'Bank', link: 'https://bаnk.example/' }).text).toContain('(xn--')
  })

  test('nobody is mentioned, e-mail addresses stay whole, and nothing is put out of order', () => {
    const { text } = read({ kind: 'text', text: '@durov (@all) a@b.example \u202Egnol\u2066 \u0000\u0007x\ud800' })
    expect(text).toBe('@\u2060durov (@\u2060all) a@b.example gnol x\ufffd')
  })

  test('a message that says nothing is still a message', () => {
    for (const blocks of [[], [{ kind: 'text', text: ' \u200b\u2060\n' }]] satisfies Block[][]) {
      expect(renderHtml(message(...blocks))).toBe('…')
      expect(renderPlain(message(...blocks))).toBe('…')
    }
  })

  test('times are in the zone and language of the message, and an unknown zone or language costs nothing else', () => {
    const blocks: Block[] = [{ kind: 'citation', quote: 'q', outlet: 'Daily', at: NOW }]
    expect(renderHtml({ blocks, actions: [], timezone: 'Asia/Tokyo' })).toContain('14:06')
    expect(renderHtml({ blocks, actions: [], timezone: 'UTC', language: 'de' })).toContain('März')
    expect(renderHtml({ blocks, actions: [], timezone: 'Mars/Base', language: '!!' })).toContain('05:06')
    const undated: Block = { kind: 'citation', quote: 'q', outlet: 'Daily', at: new Date(Number.NaN) }
    expect(read(undated).text).toBe('“q”\n— Daily')
  })

  test('a long quote is folded', () => {
    const { entities } = read({ kind: 'citation', quote: 'so '.repeat(200), outlet: 'Daily', at: NOW })
    expect(entities.map(({ type }) => type)).toEqual(['expandable_blockquote'])
  })
})

describe('buttons', () => {
  const action = (label: string, id?: string) => ({
    label,
    command: 'list',
    options: {},
    ...(id === undefined ? {} : { id }),
  })

  test('stand in rows that can be read; an action without an id, or with one that is too long, is no button', () => {
    const keyboard = findKeyboard([
      action('1', 'a'),
      action('2', 'b'),
      action('A rather long label for a button here', 'c'),
      action('lost'),
      action('too long', 'x'.repeat(63)),
      action('Last', 'd'),
    ])
    const rows = keyboard?.inline_keyboard.map(row => row.map(({ text }) => text))
    expect(rows).toEqual([['1', '2'], ['A rather long label for a button here'], ['Last']])
    expect(findKeyboard([action('lost')])).toBeUndefined()
  })
})

describe('cutting', () => {
  test('ends at a word, shows that it cut, and never halves a character', () => {
    expect(cutText('one two three', 9)).toBe('one two…')
    expect(cutText('short', 9)).toBe('short')
    expect(cutText('👨‍👩‍👧👨‍👩‍👧', 12)).toBe('👨‍👩‍👧…')
    expect(cutPieces('one two three', 8)).toEqual(['one two', 'three'])
    expect(cutPieces('first line\na bcdef', 14)).toEqual(['first line', 'a bcdef'])
  })

  test('keeps every character but white space at the cuts', () => {
    const check = fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.integer({ min: 2, max: 60 }),
      (text, limit) => {
        const pieces = cutPieces(text, limit)
        expect(pieces.every(piece => piece.length <= limit)).toBe(true)
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(cutText(text, limit).length).toBeLessThanOrEqual(limit)
      },
    )
    fc.assert(check, { numRuns: 300 })
  })
})

/** What a text looks like when only its letters count. */
const letters = (text: string): string => text.replace(/[^a-z0-9]/gi, '')

const HOSTILE = [
  '</b>',
  '<a href="tg://x">',
  '&',
  '&lt;',
  '@durov ',
  ' @a',
  'слово ',
  '漢字',
  '👨‍👩‍👧',
  '\u202e',
  '"',
  '\n',
  ' ',
  'word ',
  '\u0000',
  '\ud800',
]
const piece = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 8 }),
)
const words = fc
  .tuple(fc.array(piece, { maxLength: 12 }), fc.nat(6))
  .map(([pieces, doublings]) => pieces.join('').repeat(2 ** doublings))
const huge = fc
  .tuple(piece, fc.integer({ min: 1, max: 6000 }))
  .map(([unit, times]) => unit.repeat(times).slice(0, 12_000))
const link = fc.option(
  fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.constant('javascript:x'),
    fc.constant(`http://${'é.'.repeat(40)}example/`),
  ),
  { nil: undefined },
)
const block: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constantFrom('title', 'headline', 'bullet', 'citation', 'text', 'note'),
    text: fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: huge }),
    outlet: fc.string({ maxLength: 300 }),
    link,
  })
  .map(({ kind, text, outlet, link: to }) => {
    const linkPart = to === undefined ? {} : { link: to }
    if (kind === 'citation') return { kind, quote: text, outlet, at: NOW, ...linkPart }
    return kind === 'headline' ? { kind, text, ...linkPart } : { kind, text }
  })

describe('any text', () => {
  test('becomes parts that Telegram takes, in order, with every letter kept or visibly cut', () => {
    const check = fc.property(fc.array(block, { maxLength: 25 }), blocks => {
      const parts = splitForTelegram(message(...blocks))
      expect(parts.length).toBeGreaterThan(0)
      for (const part of parts) {
        for (const entity of parseTelegramHtml(renderHtml(part)).entities) {
          if (entity.url !== undefined) expect(entity.url).toMatch(/^https?:/)
        }
        expect(findBadRequest('sendMessage', { text: renderHtml(part), parse_mode: 'HTML' })).toBeUndefined()
        expect(findBadRequest('sendMessage', { text: renderPlain(part) })).toBeUndefined()
      }
      const seen = letters(parts.map(part => parseTelegramHtml(renderHtml(part)).text).join('\n'))
      for (const given of blocks) {
        const whole = given.kind === 'citation' ? given.quote : given.text
        const isCut = whole.length > 1000 && given.kind !== 'text' && given.kind !== 'note' && given.kind !== 'bullet'
        const wanted = letters(isCut ? whole.slice(0, 500) : whole)
        expect(seen.includes(wanted)).toBe(true)
      }
    })
    fc.assert(check, { numRuns: 150 })
  })

  test('that is cut says so', () => {
    const long = 'word '.repeat(2000)
    const parts = splitForTelegram(message({ kind: 'headline', text: long }, { kind: 'text', text: long }))
    expect(parseTelegramHtml(renderHtml(parts[0] ?? message())).text).toMatch(/word…/)
    const body = parts.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'text')
    expect(
      body
        .map(part => (part.kind === 'text' ? part.text : ''))
        .join(' ')
        .trim(),
    ).toBe(long.trim())
  })

  test('buttons, picture and file stay with the last part', () => {
    const blocks = Array.from(
      { length: 60 },
      (_, index): Block => ({ kind: 'headline', text: `${index} `.repeat(100) }),
    )
    const actions = [{ id: 'x', label: 'More', command: 'list', options: {} }]
    const parts = splitForTelegram({ blocks, actions, image: 'https://i.example/a.png' })
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.map(part => part.actions.length)).toEqual([...parts.slice(1).map(() => 0), 1])
    expect(parts.flatMap(part => part.blocks)).toEqual(blocks)
  })
})
