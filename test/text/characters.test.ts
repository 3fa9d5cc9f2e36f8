import { expect, test } from 'vitest'
import { cleanCharacters } from '../../src/text/characters.ts'

test.each([
  ['clears the screen', 'a\u001b[2Jb', 'ab'],
  ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
  ['sets a title', 'a\u001b]0;PWNED\u0007b', 'ab'],
  ['links', '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\', 'here'],
  ['sends a device string', 'a\u001bPq#0\u001b\\b', 'ab'],
  ['resets', 'a\u001bcb', 'ab'],
  ['never ends its title', 'a\u001b]0;PWNED\nnext line', 'a\nnext line'],
  ['stands alone', 'a\u001b', 'a'],
])('nothing is left of a sequence that %s', (_what, text, clean) => {
  expect(cleanCharacters(text)).toBe(clean)
})

test('halves of wrongly decoded letters take no text with them', () => {
  expect(cleanCharacters('he said \u009dyes\u009d, [2J is text')).toBe('he said yes, [2J is text')
})
