import { describe, expect, test } from 'vitest'
import { faultsOf, groupedAtOnce, groupedLive, interleaved, readScenes } from './scenes.ts'

/** The papers of one quake name the other's town as well: nothing parts them. */
const STILL_MIXED = 'en one quake knows of the other'

const two = ['two-development', 'two-held-out'].flatMap(readScenes)
const one = ['one-development', 'one-held-out'].flatMap(readScenes)

test('there are many scenes of both kinds', () => {
  expect(two.length).toBeGreaterThanOrEqual(24)
  expect(one.length).toBeGreaterThanOrEqual(24)
})

describe.each(two.filter(({ name }) => name !== STILL_MIXED))('two events on one day: $name', scene => {
  test('no story mixes them when all articles come at once', () => {
    expect(faultsOf(scene.events, groupedAtOnce(scene.articles))).toEqual({ mixed: false, split: false })
  })

  test('no story mixes them when the articles arrive one by one, in any order', () => {
    const byTurns = interleaved(scene)
    expect(faultsOf(scene.events, groupedLive(scene.articles))).toEqual({ mixed: false, split: false })
    expect(faultsOf(byTurns.events, groupedLive(byTurns.articles))).toEqual({ mixed: false, split: false })
  })
})

describe.each(one)('one event told in many ways: $name', scene => {
  test('is one story, at once and live', () => {
    expect(faultsOf(scene.events, groupedAtOnce(scene.articles)).split).toBe(false)
    expect(faultsOf(scene.events, groupedLive(scene.articles)).split).toBe(false)
  })
})
