import { describe, expect, test } from 'vitest'
import { countOrigins, groupOrigins } from '../../src/stories/origins.ts'
import { FERRY_A, FERRY_B, makeArticle } from './articles.ts'

const WIRE = `MARLO (AFP) — ${FERRY_A.text}`

test('a wire copy counts as one origin', () => {
  const articles = [
    makeArticle({ id: 'a', title: FERRY_A.title, text: WIRE }),
    makeArticle({ id: 'b', title: 'Ferry aground off Marlo', text: WIRE }),
    makeArticle({ id: 'c', ...FERRY_B }),
  ]
  const origins = groupOrigins(articles)
  expect(origins.map(origin => origin.articles.map(({ id }) => id))).toEqual([['a', 'b'], ['c']])
  expect(origins[0]?.agency).toBe('AFP')
  expect(origins[1]).not.toHaveProperty('agency')
  expect(countOrigins(articles)).toBe(2)
})

test('a copy with another opening and a dropped ending is still a copy', () => {
  const cut = `Our correspondent in Marlo. ${FERRY_A.text.slice(0, 170)}`
  const articles = [makeArticle({ id: 'a', ...FERRY_A }), makeArticle({ id: 'b', title: 'Aground', text: cut })]
  expect(countOrigins(articles)).toBe(1)
})

test('a copy whose text is known as stems only in part counts the same', () => {
  const { terms, ...plain } = makeArticle({ id: 'b', ...FERRY_A })
  expect(terms.text).not.toBe('')
  expect(countOrigins([makeArticle({ id: 'a', ...FERRY_A }), plain])).toBe(1)
})

test('two reports in their own words are two origins', () => {
  expect(countOrigins([makeArticle({ id: 'a', ...FERRY_A }), makeArticle({ id: 'b', ...FERRY_B })])).toBe(2)
})

test('an outlet’s own articles are one origin; a wire copy that it also prints is not mixed in', () => {
  const own = [
    makeArticle({ id: 'a', ...FERRY_B, outlet: 'Gazette' }),
    makeArticle({
      id: 'b',
      title: 'What we know',
      text: 'The inquiry into the fog and the rudder begins at noon.',
      outlet: 'Gazette',
    }),
  ]
  expect(countOrigins(own)).toBe(1)
  const wire = [
    makeArticle({ id: 'c', title: 'Ferry', text: WIRE, outlet: 'Gazette' }),
    makeArticle({ id: 'd', title: 'Ferry', text: WIRE, outlet: 'Herald' }),
  ]
  expect(countOrigins([...own, ...wire])).toBe(2)
})

test('no articles have no origin, headlines alone are told apart', () => {
  expect(countOrigins([])).toBe(0)
  const headlines = ['Ferry aground', 'Ferry aground', 'Fog at sea'].map((title, at) =>
    makeArticle({ id: `h${at}`, title }),
  )
  expect(countOrigins(headlines)).toBe(2)
})

describe('agencies', () => {
  const report = (id: string, text: string, authors: readonly string[] = []) =>
    makeArticle({ id, title: `Ferry ${id}`, text, authors })

  test('two papers that each print an agency’s report in their own words are one origin', () => {
    const articles = [
      report('a', `MARLO (Albatross Wire) — ${FERRY_A.text}`),
      report('b', `${FERRY_B.text} — Albatross Wire`),
      report('c', 'Divers will look at the hull of the ferry on Friday, the owner said.', ['Albatross Wire']),
    ]
    expect(countOrigins(articles)).toBe(1)
    expect(groupOrigins(articles)[0]?.agency).toBe('Albatross Wire')
  })

  test('a paper that adds its own reporting to an agency’s is an origin of its own', () => {
    const articles = [
      report('a', `MARLO (AFP) — ${FERRY_A.text}`),
      report('b', `${FERRY_B.text}\n\nWith material from AFP`),
      report('c', 'Divers will look at the hull of the ferry on Friday, the owner said.', ['Ann Holm', 'AFP']),
    ]
    expect(countOrigins(articles)).toBe(3)
  })

  test('reports of two agencies are two origins', () => {
    expect(countOrigins([report('a', `MARLO (AFP) — ${FERRY_A.text}`), report('b', `${FERRY_B.text} (AP)`)])).toBe(2)
  })

  test('papers that only mention the same agency are two origins', () => {
    const articles = [
      report('a', `${FERRY_A.text} Reuters could not verify the video.`),
      report('b', `${FERRY_B.text} The owner told Reuters that he was sorry. (Reuters could not reach the captain.)`),
    ]
    expect(countOrigins(articles)).toBe(2)
  })

  test('the agency’s own report and a paper’s copy of it are one origin', () => {
    const own = makeArticle({ id: 'a', ...FERRY_A, outlet: 'Reuters' })
    expect(countOrigins([own, report('b', `MARLO (Reuters) - ${FERRY_B.text}`)])).toBe(1)
  })
})
