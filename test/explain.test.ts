import { expect, test } from 'vitest'
import { explain } from '../src/explain.ts'
import { UserError } from '../src/model/errors.ts'
import { catalogues } from '../src/text/words/catalogues.ts'
import { en } from '../src/text/words/en.ts'

const LONGEST_ECHO = 81

const sentence = (error: UserError, words = en): string => {
  const [block] = explain(error, words, 'abc123').message.blocks
  return block?.kind === 'text' ? block.text : ''
}

test('what a person wrote is repeated to them cut, our own lists whole', () => {
  const long = 'x'.repeat(5000)
  for (const words of catalogues) {
    const empty = sentence(new UserError('notSubscribed', { value: '' }), words).length
    const told = sentence(new UserError('notSubscribed', { value: long }), words)
    expect(told.length).toBe(empty + LONGEST_ECHO)
    expect(told).toContain('x…')
  }
  const topics = 'world, '.repeat(40)
  expect(sentence(new UserError('unknownTopic', { value: 'a', topics }))).toContain(topics)
})

test("a failure's name is told in words, also one that has none of its own", () => {
  const told = (reason: string): string => sentence(new UserError('unreachable', { url: 'https://a.example/', reason }))
  expect(told('tls')).toContain('(its certificate is not valid)')
  expect(told('brandNew')).toContain('(it can not be read)')
})
