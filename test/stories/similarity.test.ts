import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countTerms,
  forEachSimilarPair,
  GENERAL_NEWS,
  inverseFrequencies,
  makeLexicon,
  type Vector,
  weigh,
} from '../../src/stories/similarity.ts'

const STEMS = 'harbour ferry storm budget minister vote tax harvest grain flood'.split(' ')

function vectorsOf(articles: readonly (readonly string[])[]): { vectors: readonly Vector[]; size: number } {
  const lexicon = makeLexicon()
  const counts = articles.map(([title = '', ...text]) => countTerms({ title: [title], text }, lexicon))
  const idf = inverseFrequencies(counts, lexicon, GENERAL_NEWS)
  return { vectors: counts.map(terms => weigh(terms, idf)), size: lexicon.size }
}

/** The cosine over the stems that no more vectors than this hold, one pair at a time. */
function plainCosine(a: Vector, b: Vector, vectors: readonly Vector[], mostHolders: number): number {
  const holders = (id: number): number => vectors.filter(({ ids }) => ids.includes(id)).length
  return [...a.ids].reduce((sum, id, at) => {
    const there = b.ids.indexOf(id)
    return there < 0 || holders(id) > mostHolders ? sum : sum + (a.weights[at] ?? 0) * (b.weights[there] ?? 0)
  }, 0)
}

test('gives every pair that shares a stem once, with its cosine, and leaves out what too many hold', () => {
  const article = fc.array(fc.constantFrom(...STEMS), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(article, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (articles, mostHolders) => {
      const { vectors, size } = vectorsOf(articles)
      const found = new Map<string, number>()
      forEachSimilarPair(vectors, size, mostHolders, (earlier, later, cosine) => {
        expect(found.has(`${earlier} ${later}`)).toBe(false)
        found.set(`${earlier} ${later}`, cosine)
      })
      for (const [later, b] of vectors.entries()) {
        for (const [earlier, a] of vectors.slice(0, later).entries()) {
          const cosine = plainCosine(b, a, vectors, mostHolders)
          expect(found.get(`${earlier} ${later}`) ?? 0).toBeCloseTo(cosine, 12)
          found.delete(`${earlier} ${later}`)
        }
      }
      expect([...found]).toEqual([])
    }),
  )
})

test('articles without words are like nothing', () => {
  const { vectors, size } = vectorsOf([['storm'], ['storm']])
  const empty = weigh(countTerms({ title: [], text: [] }, makeLexicon()), new Float64Array(0))
  const pairs: string[] = []
  forEachSimilarPair([empty, ...vectors, empty], size, 10, (a, b) => void pairs.push(`${a} ${b}`))
  expect(pairs).toEqual(['1 2'])
})
