import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupStories } from '../../src/stories/cluster.ts'
import { BUDGET, FERRY_A, FERRY_B, hoursAfter, NOON } from './articles.ts'

const idsOf = (articles: Parameters<typeof groupStories>[0]): readonly string[][] =>
  groupStories(articles).map(({ articleIds }) => [...articleIds])

describe('groupStories', () => {
  test('two outlets’ reports of one event become one story, another event stays apart', () => {
    const articles = [
      { id: 'a', ...FERRY_A, publishedAt: NOON },
      { id: 'b', ...BUDGET, publishedAt: NOON },
      { id: 'c', ...FERRY_B, publishedAt: hoursAfter(NOON, 3) },
    ]
    expect(idsOf(articles)).toEqual([['a', 'c'], ['b']])
  })

  test('the same words four days later are another story', () => {
    const later = { id: 'b', ...FERRY_B, publishedAt: hoursAfter(NOON, 96) }
    expect(idsOf([{ id: 'a', ...FERRY_A, publishedAt: NOON }, later])).toEqual([['a'], ['b']])
  })

  test('headlines alone are enough when they share their telling words, and not when they share one country', () => {
    const same = [
      { id: 'a', title: 'Volcano erupts on Tarbek, villages evacuated' },
      { id: 'b', title: 'Villages evacuated as Tarbek volcano erupts' },
    ]
    expect(idsOf(same)).toEqual([['a', 'b']])
    const different = [
      { id: 'a', title: 'Russia wins chess olympiad in Budapest' },
      { id: 'b', title: 'Russia raises export duty on wheat' },
    ]
    expect(idsOf(different)).toEqual([['a'], ['b']])
  })

  test('articles without words, without dates or with broken dates are stories of their own', () => {
    const articles = [
      { id: 'a', title: '' },
      { id: 'b', title: '…', text: '' },
      { id: 'c', title: 'the of and', publishedAt: new Date(Number.NaN) },
    ]
    expect(idsOf(articles)).toEqual([['a'], ['b'], ['c']])
    expect(groupStories([])).toEqual([])
  })

  test('words that objects know by heart are only words', () => {
    const title = 'constructor hasOwnProperty toString __proto__ valueOf'
    expect(
      idsOf([
        { id: 'a', title },
        { id: 'b', title },
      ]),
    ).toEqual([['a', 'b']])
  })

  test('every article is in exactly one group, and the same input gives the same groups', () => {
    const words = fc.constantFrom('ferry', 'fog', 'Marlo', 'rocks', 'budget', 'strike', 'vote', '2026', 'пожар', '地震')
    const title = fc.array(words, { maxLength: 6 }).map(list => list.join(' '))
    const hours = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined })
    const drafts = fc.array(fc.record({ title, hours }), { maxLength: 25 })
    fc.assert(
      fc.property(drafts, list => {
        const articles = list.map((draft, at) => ({
          id: `a${at}`,
          title: draft.title,
          publishedAt: draft.hours === undefined ? undefined : hoursAfter(NOON, draft.hours),
        }))
        const groups = idsOf(articles)
        expect(groups.flat().sort()).toEqual(articles.map(({ id }) => id).sort())
        expect(idsOf(articles)).toEqual(groups)
      }),
      { numRuns: 60 },
    )
  })
})

/** B-cubed F1 (Bagga and Baldwin 1998, https://aclanthology.org/P98-1012/). */
function bCubed(gold: readonly string[], found: readonly number[]): number {
  let precision = 0
  let recall = 0
  gold.forEach((story, i) => {
    let [both, inGold, inFound] = [0, 0, 0]
    gold.forEach((other, j) => {
      const sameStory = other === story
      const sameGroup = found[j] === found[i]
      inGold += sameStory ? 1 : 0
      inFound += sameGroup ? 1 : 0
      both += sameStory && sameGroup ? 1 : 0
    })
    precision += both / inFound
    recall += both / inGold
  })
  return (2 * precision * recall) / (precision + recall) / gold.length
}

interface Row {
  readonly story: string
  readonly title: string
  readonly text?: string
  readonly date?: string
}

test.each(['cluster_neus', 'cluster_allsides_dated'])('groups the measured set %s as well as promised', name => {
  const path = fileURLToPath(new URL(`../../../shared/data/summaries/${name}.jsonl`, import.meta.url))
  let lines: string[]
  try {
    lines = readFileSync(path, 'utf8').trim().split('\n').slice(0, 600)
  } catch {
    console.warn(`SKIPPED: ${name}.jsonl is not beside the project; the quality of grouping was not measured`)
    return
  }
  const rows = lines.map(text => JSON.parse(text) as Row)
  const articles = rows.map(({ title, text, date }, at) => ({
    id: String(at),
    title,
    text,
    publishedAt: date === undefined ? undefined : new Date(date),
  }))
  const groupOf = new Map(
    groupStories(articles).flatMap(({ articleIds }, at) => articleIds.map(id => [id, at] as const)),
  )
  const found = articles.map(({ id }) => groupOf.get(id) ?? -1)
  expect(
    bCubed(
      rows.map(({ story }) => story),
      found,
    ),
  ).toBeGreaterThan(0.8)
})
