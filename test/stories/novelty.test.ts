import { describe, expect, test } from 'vitest'
import { noveltyTest } from '../../src/stories/novelty.ts'

const TOLD = [
  { text: 'A ferry with 212 people on board struck the eastern pier of Port Merrow in thick fog.', language: 'en' },
  { text: 'The coastguard counted 14 injured people on the quay, Rolf Ansgar said.', language: 'en' },
  { text: 'The bow was torn open above the waterline, and divers examine the hull.', language: 'en' },
]
const isNew = noveltyTest(TOLD)

describe('against what was told', () => {
  test.each([
    ['the same sentence', 'A ferry with 212 people on board struck the eastern pier of Port Merrow in thick fog.'],
    ['the same in other words', 'In thick fog the ferry struck the eastern pier of Port Merrow, with 212 on board.'],
    ['a part of it', 'Divers examine the hull.'],
    ['two told sentences put together', 'The ferry struck the pier in fog, and its bow was torn open.'],
  ])('%s is not new', (_case, sentence) => {
    expect(isNew(sentence, 'en')).toBe(false)
  })

  test.each([
    ['another figure in the same sentence', 'The coastguard counted 17 injured people on the quay, Rolf Ansgar said.'],
    ['a name that was not told', 'A ferry struck the eastern pier of Port Merrow, the master Piet Drummond confirmed.'],
    ['another matter', 'Investigators have asked for maintenance records because the radar was exchanged in spring.'],
  ])('%s is new', (_case, sentence) => {
    expect(isNew(sentence, 'en')).toBe(true)
  })

  test('a time of day is no news', () => {
    expect(isNew('At 14:05 the coastguard counted 14 injured people on the quay, Rolf Ansgar said.', 'en')).toBe(false)
  })

  test('nor is the day on which it was said', () => {
    expect(isNew('The coastguard counted 14 injured people on the quay, Rolf Ansgar said on Tuesday.', 'en')).toBe(
      false,
    )
  })

  test('in another language only figures and names decide', () => {
    expect(isNew('Le ferry avec 212 personnes a heurté la jetée de Port Merrow dans le brouillard.', 'fr')).toBe(false)
    expect(isNew('Le ferry a heurté la jetée ; 19 passagers sont blessés.', 'fr')).toBe(true)
  })

  test('figures are the same however they are spelt', () => {
    const written = noveltyTest([{ text: 'The town lost 1,200 homes in the flood.', language: 'en' }])
    expect(written('In the flood the town lost 1 200 homes.', 'en')).toBe(false)
  })
})

test('against nothing everything is new', () => {
  expect(noveltyTest([])('A ferry struck the pier.')).toBe(true)
})
