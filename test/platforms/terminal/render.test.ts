import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Message } from '../../../src/model/message.ts'
import { renderSeparator, renderTerminal, typedCommand } from '../../../src/platforms/terminal/render.ts'
import { displayWidth } from '../../../src/platforms/terminal/width.ts'
import { COMMANDS, NOW, textMessage } from './desk.ts'

const PLAIN = { columns: 60, isColour: false }

const DIGEST: Message = {
  timezone: 'Europe/Rome',
  blocks: [
    { kind: 'title', text: 'Morning briefing' },
    { kind: 'headline', label: '1', text: 'Ferry hits pier', link: 'http://harbour-post.example/2026/ferry' },
    { kind: 'bullet', text: 'A ferry with 212 people on board struck the pier of Port Merrow on Monday morning.' },
    { kind: 'bullet', label: '2', text: 'Fourteen people were hurt.' },
    {
      kind: 'citation',
      quote: 'Fourteen people were hurt, two of them badly.',
      outlet: 'Harbour Post',
      at: new Date('2024-06-05T12:10:00Z'),
      link: 'http://harbour-post.example/2026/ferry',
    },
    { kind: 'note', text: '41 articles of 6 feeds' },
  ],
  actions: [
    { label: 'Sources', command: 'sources', options: { item: '1' } },
    { label: 'More', command: 'summary', options: { length: 'long', topic: 'ferry' } },
  ],
}

test('a digest reads as one page of plain text', () => {
  expect(renderTerminal(DIGEST, { ...PLAIN, commands: COMMANDS })).toBe(
    [
      'Morning briefing',
      '',
      '[1] Ferry hits pier — harbour-post.example',
      '  • A ferry with 212 people on board struck the pier of Port',
      '    Merrow on Monday morning.',
      '  • [2] Fourteen people were hurt.',
      '    “Fourteen people were hurt, two of them badly.”',
      '    — Harbour Post, 5 Jun 2024, 14:10 UTC+2',
      '    http://harbour-post.example/2026/ferry',
      '',
      '41 articles of 6 feeds',
      '',
      '  → Sources: /sources 1   → More: /summary ferry length:long',
    ].join('\n'),
  )
})

test('small print stands under its story, and apart at the end', () => {
  const blocks: Message['blocks'] = [
    { kind: 'headline', label: '1', text: 'Ferry hits pier' },
    { kind: 'bullet', text: 'Fourteen were hurt.' },
    { kind: 'note', text: '4 outlets' },
    { kind: 'headline', label: '2', text: 'Trains run again' },
    { kind: 'note', text: '3 outlets' },
    { kind: 'note', text: '41 articles of 6 feeds' },
  ]
  expect(renderTerminal({ blocks, actions: [] }, PLAIN).split('\n')).toEqual([
    '[1] Ferry hits pier',
    '  • Fourteen were hurt.',
    '    4 outlets',
    '',
    '[2] Trains run again',
    '    3 outlets',
    '',
    '41 articles of 6 feeds',
  ])
})

test('a label of words begins its bullet', () => {
  const bullet = { kind: 'bullet', label: '/list [page]', text: 'Show what this channel takes' } as const
  expect(renderTerminal({ blocks: [bullet], actions: [] }, PLAIN)).toBe(
    '  • /list [page]: Show what this channel takes',
  )
})

test('colour changes no character of the text', () => {
  const coloured = renderTerminal(DIGEST, { ...PLAIN, isColour: true })
  expect(coloured).toContain('\u001b[1m')
  expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(DIGEST, PLAIN))
})

test('times are shown in the zone and language of the message', () => {
  const rendered = renderTerminal({ ...DIGEST, timezone: 'America/New_York', language: 'de' }, PLAIN)
  expect(rendered).toContain('5. Juni 2024, 08:10 UTC-4')
})

test('an article can not move the cursor, colour the screen, set a title or turn the line over', () => {
  const evil = [
    '\u001b[2Jcleared',
    '\u001b]0;new title\u0007titled',
    '\u001b]8;;http://evil.example\u001b\\linked\u001b]8;;\u001b\\',
    '\u001bP+q544e\u001b\\device',
    '\u009b31mred',
    'over\rwritten\b\b\u0000',
    '\u202egnorw\u202c',
  ].join(' ')
  const everywhere: Message = {
    blocks: [
      { kind: 'title', text: evil },
      { kind: 'headline', text: evil, label: evil, link: 'http://a.example/\u001b[2J' },
      { kind: 'bullet', text: evil, label: evil },
      { kind: 'citation', quote: evil, outlet: evil, at: NOW, link: 'http://a.example/\u001b]0;x\u0007' },
      { kind: 'text', text: evil },
      { kind: 'note', text: evil },
    ],
    actions: [{ label: evil, command: 'summary', options: { topic: evil } }],
    attachment: { filename: evil, text: evil },
  }
  const rendered = renderTerminal(everywhere, PLAIN)
  expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  expect(rendered).not.toMatch(/new title|evil\.example|\[2J|31m/)
  expect(rendered).toContain('cleared titled linked device red')
})

test('no line is wider than the window, whatever is in it', () => {
  const texts = [
    '議会は長い審議の末に可決した。'.repeat(12),
    'Häuserblöcke überall, ',
    '👩‍👩‍👧‍👦 families 🇺🇦 and flags '.repeat(9),
    'e\u0301'.repeat(150),
    'x'.repeat(200),
  ]
  for (const text of texts) {
    const rendered = renderTerminal({ blocks: [{ kind: 'bullet', text }], actions: [] }, PLAIN)
    for (const line of rendered.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(PLAIN.columns)
    expect(rendered.replace(/\s|•/g, '')).toBe(text.replace(/\s/g, ''))
  }
})

test('wide, combining and joined characters are counted as they are drawn', () => {
  expect(displayWidth('議会')).toBe(4)
  expect(displayWidth('e\u0301')).toBe(1)
  expect(displayWidth('👩‍👩‍👧‍👦')).toBe(2)
  expect(displayWidth('Путин')).toBe(5)
  expect(displayWidth('“a” — b…')).toBe(8)
})

test('a no-break space is no place to break a line', () => {
  const text = `${'word '.repeat(11)}12\u00a0million`
  const rendered = renderTerminal(textMessage(text), PLAIN)
  expect(rendered.split('\n').at(-1)).toBe('12\u00a0million')
})

test('lines stay under 100 columns in a window of 300', () => {
  const rendered = renderTerminal(textMessage('word '.repeat(200)), { columns: 300, isColour: false })
  expect(Math.max(...rendered.split('\n').map(line => line.length))).toBe(99)
})

test('a link that is not http(s) leaves no trace', () => {
  const rendered = renderTerminal(
    { blocks: [{ kind: 'headline', text: 'Click', link: 'javascript:alert(1)' }], actions: [] },
    PLAIN,
  )
  expect(rendered).toBe('Click')
})

test('the command of a button names the options after one that is left out', () => {
  const action = { label: '', command: 'summary', options: { length: 'short', topic: 'climate change' } }
  expect(typedCommand(action, COMMANDS)).toBe('/summary climate change length:short')
  expect(typedCommand({ ...action, options: { topic: 'x', since: '3d', length: 'long' } }, COMMANDS)).toBe(
    '/summary x 3d long',
  )
  expect(typedCommand({ label: '', command: 'why', options: { item: '2' } })).toBe('/why 2')
})

test('the command of a button gives a number alone behind options that choose among words', () => {
  const option = { description: { en: 'x' }, isRequired: false, isSuggested: false } as const
  const follow = {
    name: 'follow',
    description: { en: 'x' },
    who: 'all',
    options: [
      { ...option, name: 'action', type: 'text', choices: ['list', 'stop'] },
      { ...option, name: 'item', type: 'integer' },
    ],
  } as const
  expect(typedCommand({ label: '', command: 'follow', options: { item: '2' } }, [follow])).toBe('/follow 2')
  const stop = { action: 'stop', item: '2', story: 'a4drrk2h5s65jtzt0pjk' }
  expect(typedCommand({ label: '', command: 'follow', options: stop }, [follow])).toBe('/follow stop 2')
})

test('the command of a button shows no id of a kept row', () => {
  const options = { item: '2', digest: '0b9f6a52-3c1e-4d7a-9a51-6f0f5d8c2e11' }
  expect(typedCommand({ label: '', command: 'sources', options })).toBe('/sources 2')
  expect(typedCommand({ label: '', command: 'sources', options: { item: '2', digest: '4drrk2h5s65jtzt0pjk' } })).toBe(
    '/sources 2',
  )
  const what = 'https://harbour-post.example/2026/feed.xml'
  expect(typedCommand({ label: '', command: 'unsubscribe', options: { what } })).toBe(`/unsubscribe ${what}`)
})

test('an attached file is shown by its name and first line, not poured out', () => {
  const rendered = renderTerminal(
    { ...textMessage('Done.'), attachment: { filename: 'feeds.opml', text: '<a>\n<b/>\n</a>\n' } },
    PLAIN,
  )
  expect(rendered).toBe('Done.\n\nfeeds.opml\n    <a>')
})

test('a separator tells when a message came, in its own zone', () => {
  const line = renderSeparator({ ...textMessage('x'), timezone: 'Asia/Tokyo' }, NOW, PLAIN)
  expect(line).toMatch(/^── 4 Mar 2026, 14:06 UTC\+9 ─+$/)
  expect(line).toHaveLength(60)
})
