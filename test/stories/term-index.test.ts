import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTermIndex } from '../../src/stories/term-index.ts'

const stems = (text: string, title = '') => ({
  title: title === '' ? [] : title.split(' '),
  text: text === '' ? [] : text.split(' '),
})

describe('the index of words', () => {
  test('compares an article with itself as 1, with another word set as 0', () => {
    const index = makeTermIndex()
    const slots = ['ferry fog marlo', 'ferry fog marlo', 'budget vote'].map(text => index.add(stems(text)).slot)
    const [same, other] = index.cosines(slots[0]!, slots.slice(1))
    expect(same).toBeCloseTo(1, 2)
    expect(other).toBe(0)
    expect(index.totalCosine(slots, slots)).toBeCloseTo(5, 1)
  })

  test('an article without words is taken and is like nothing', () => {
    const index = makeTermIndex()
    const { slot, length } = index.add(stems(''))
    expect(length).toBe(1)
    expect(index.cosines(slot, [slot])).toEqual([0])
    expect(index.groupsLike(slot, 0)).toEqual([])
  })

  test('sums up by group as the pairs do, whatever came and left before', () => {
    const word = fc.constantFrom('ferry', 'fog', 'marlo', 'rocks', 'constructor', '__proto__', 'vote', '47', 'паром')
    const texts = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(texts, fc.nat({ max: 59 }), fc.integer({ min: 1, max: 5 }), (list, leaving, groups) => {
        const index = makeTermIndex()
        const gone = Math.min(leaving, list.length - 1)
        const slots = list.map((words, at) => {
          const { slot } = index.add(stems(words.join(' '), words.slice(0, 2).join(' ')))
          index.place(slot, at % groups)
          return slot
        })
        for (let at = 0; at < gone; at++) index.removeFirst()
        expect(index.size).toBe(list.length - gone)
        const own = slots.at(-1)!
        const others = slots.slice(gone, -1)
        const cosines = index.cosines(own, others)
        const found = new Map(index.groupsLike(own, 0).map(({ group, total }) => [group, total]))
        for (let group = 0; group < groups; group++) {
          const wanted = others.reduce((sum, slot, at) => sum + (slot % groups === group ? cosines[at]! : 0), 0)
          expect(found.get(group) ?? 0).toBeCloseTo(wanted, 6)
        }
        expect(index.totalCosine([own], others)).toBeCloseTo(
          cosines.reduce((a, b) => a + b, 0),
          6,
        )
      }),
      { numRuns: 150 },
    )
  })

  test('grows past its first tables and shrinks to nothing', () => {
    const index = makeTermIndex()
    for (let at = 0; at < 3000; at++) {
      const { slot } = index.add(stems(`n${at} n${at + 1} w${at % 50} a${at} b${at} c${at} d${at}`))
      index.place(slot, slot)
      const like = index.groupsLike(slot, 0.05).map(({ group }) => group)
      expect(like.includes(slot - 1)).toBe(at > 0)
    }
    for (let at = 0; at < 3000; at++) index.removeFirst()
    expect(index.size).toBe(0)
    const { slot } = index.add(stems('n5 n6'))
    expect(index.groupsLike(slot, 0)).toEqual([])
  })
})
