import { expect, test } from 'vitest'
import { NAMES } from '../../src/text/aliases.ts'
import { analyse, queryGroups } from '../../src/text/terms.ts'

test('the table holds names enough, each with several spellings, none of them empty', () => {
  expect(NAMES.length).toBeGreaterThan(120)
  for (const spellings of NAMES) {
    expect(spellings.length, spellings[0]).toBeGreaterThan(1)
    for (const spelling of spellings) expect(spelling).toBe(spelling.trim())
    expect(spellings).not.toContain('')
  }
})

test('a token is one word of letters and digits', () => {
  for (const [token] of NAMES) expect(token).toMatch(/^(?:[\p{L}\p{N}]+|U\.S\.)$/u)
})

test('every spelling finds an article that holds the first one, but for spellings that two names share', () => {
  const owners = new Map<string, number>()
  for (const spelling of NAMES.flatMap(names => [...new Set(names.map(name => name.toLowerCase()))])) {
    owners.set(spelling, (owners.get(spelling) ?? 0) + 1)
  }
  const misses = NAMES.flatMap(spellings => {
    const [first = ''] = spellings
    // "who" is a word of its own unless it stands in capitals
    const held = first === 'who' ? 'who' : (analyse(first)[0] ?? first)
    return spellings
      .filter(spelling => spelling !== 'who' && owners.get(spelling.toLowerCase()) === 1)
      .filter(spelling => !queryGroups(spelling).some(group => group.includes(held)))
  })
  expect(misses).toEqual([])
})
