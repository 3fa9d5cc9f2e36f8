import { expect, test } from 'vitest'
import { commandsFaults, messageFaults } from '../../fakes/discord-rules.ts'
import { findSpecCheck } from '../../fakes/discord-spec.ts'

/* The checks that the other tests lean on must be able to fail. */

const QUIET = { allowed_mentions: { parse: [] } }
const V2 = { ...QUIET, flags: 1 << 15 }
const display = (content: string) => ({ type: 10, content })
const button = (id: string) => ({ type: 2, style: 2, label: 'x', custom_id: id })
const good = { ...V2, components: [{ type: 17, components: [display('hello')] }] }

test('the rules take a good message and refuse each broken one', () => {
  expect(messageFaults(good)).toEqual([])
  for (const broken of [
    { ...good, allowed_mentions: undefined },
    { ...good, allowed_mentions: { parse: ['everyone'] } },
    { ...good, content: 'x' },
    { ...V2, components: [display('x'.repeat(4001))] },
    { ...V2, components: [display('議'.repeat(3500))] },
    { ...V2, components: Array.from({ length: 41 }, () => display('x')) },
    { ...V2, components: [display(' ')] },
    { ...V2, components: [{ type: 1, components: [button('a'), button('a')] }] },
    { ...V2, components: [{ type: 1, components: Array.from({ length: 6 }, (_, id) => button(String(id))) }] },
    { ...V2, components: [{ type: 1, components: [button('a'.repeat(101))] }] },
    { ...V2, components: [{ type: 17, components: [button('a')] }] },
    { ...V2, components: [{ type: 12, items: [{ media: { url: 'javascript:x' } }] }] },
    { ...V2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] },
    { ...QUIET, content: 'x'.repeat(2001) },
    { ...QUIET, embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(4000) }] },
    { ...QUIET, components: [display('x')] },
    { ...QUIET },
    { ...good, nonce: 'x'.repeat(26) },
  ])
    expect(messageFaults(broken), JSON.stringify(broken).slice(0, 200)).not.toEqual([])
})

test('the rules take good commands and refuse each broken one', () => {
  const command = { name: 'list', description: 'Shows it', options: [] }
  expect(commandsFaults([command])).toEqual([])
  const option = { name: 'what', description: 'x', type: 3, required: true }
  for (const broken of [
    [{ ...command, name: 'List' }],
    [command, command],
    [{ ...command, description: 'x'.repeat(101) }],
    [{ ...command, options: [{ ...option, required: false }, option] }],
    [{ ...command, options: [{ ...option, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }] }],
    Array.from({ length: 101 }, (_, index) => ({ ...command, name: `c${index}` })),
  ])
    expect(commandsFaults(broken)).not.toEqual([])
})

test('the check against the published description finds misspelt and unknown things', ({ skip }) => {
  const check = findSpecCheck()
  if (check === undefined) return skip()
  expect(check('POST', '/channels/1/messages', good)).toEqual([])
  expect(check('POST', '/channels/1/messages', { ...good, alowed_mentions: {} })).not.toEqual([])
  expect(check('POST', '/channels/1/messages', { content: 'x'.repeat(2001) })).not.toEqual([])
  expect(check('POST', '/interactions/1/t/callback', { type: 99 })).not.toEqual([])
  expect(check('GET', '/nowhere', undefined)).not.toEqual([])
})
