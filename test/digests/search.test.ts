import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestTopics, rankArticles, rankForTopic, topTopics } from '../../src/digests/search.ts'
import { wantedIn } from '../../src/text/terms.ts'
import { hoursAfter, makeArticle, NOON } from '../stories/articles.ts'

const ranked = (topic: string, articles: Parameters<typeof rankForTopic>[1], now = NOON): readonly string[] =>
  rankForTopic(wantedIn(topic), articles, now).found.map(({ article }) => article.id)

describe('rankForTopic', () => {
  test('articles that hold every wanted word come before those that hold one of them often', () => {
    const articles = [
      makeArticle({ id: 'one', title: 'Grain, grain, grain', text: 'Grain prices. Grain ships. Grain everywhere.' }),
      makeArticle({ id: 'both', title: 'Ships wait', text: 'The ports were shut and the grain stayed where it was.' }),
    ]
    expect(ranked('grain ports', articles)).toEqual(['both', 'one'])
  })

  test('the title counts more than the text', () => {
    const articles = [
      makeArticle({ id: 'text', title: 'Harvest is over', text: 'The storm came late this year.' }),
      makeArticle({ id: 'title', title: 'Storm is over', text: 'The harvest came late this year.' }),
    ]
    expect(ranked('storm', articles)).toEqual(['title', 'text'])
  })

  test('wanted words side by side count more than apart', () => {
    const articles = [
      makeArticle({ id: 'apart', title: 'Report', text: 'Energy was dear and solar panels were cheap in the shops.' }),
      makeArticle({ id: 'beside', title: 'Report', text: 'Solar energy was dear and the panels cheap in the shops.' }),
    ]
    expect(ranked('solar energy', articles)).toEqual(['beside', 'apart'])
  })

  test('of two alike the newer comes first, but age does not beat relevance', () => {
    const text = 'The volcano is quiet again after a week of ash.'
    const articles = [
      makeArticle({ id: 'old', title: 'Volcano', text, at: hoursAfter(NOON, -200) }),
      makeArticle({ id: 'new', title: 'Volcano', text, at: hoursAfter(NOON, -2) }),
      makeArticle({
        id: 'aside',
        title: 'Flights',
        text: 'Late flights, full trains, long queues; a volcano is far.',
        at: NOON,
      }),
    ]
    expect(ranked('volcano', articles)).toEqual(['new', 'old', 'aside'])
  })

  test('Poutine, Путин and Putin find the same articles', () => {
    const articles = [
      makeArticle({ id: 'en', title: 'Putin to visit the far north' }),
      makeArticle({ id: 'fr', title: 'Poutine attendu dans le Grand Nord', language: 'fr' }),
      makeArticle({ id: 'ru', title: 'На севере ждут Путина', language: 'ru' }),
      makeArticle({ id: 'no', title: 'The far north waits for spring' }),
    ]
    for (const topic of ['Putin', 'Poutine', 'Путин'])
      expect(ranked(topic, articles).toSorted()).toEqual(['en', 'fr', 'ru'])
  })

  test('what only has a stem in common with the wanted word is left out, in any language', () => {
    const articles = [
      makeArticle({ id: 'lander', title: 'Lander touches down on the far side' }),
      makeArticle({ id: 'landers', title: 'Two landers are ready' }),
      makeArticle({ id: 'land', title: 'Land for the new harbour is dear' }),
      makeArticle({ id: 'de', title: 'Die Länder sollen für den Hafen zahlen', language: 'de' }),
    ]
    expect(ranked('lander', articles).toSorted()).toEqual(['de', 'lander', 'landers'])
    expect(ranked('land', articles).toSorted()).toEqual(['de', 'land'])
    expect(rankForTopic(wantedIn('lander'), articles.slice(0, 3), NOON).groups).toEqual([['lander']])
  })

  test('a word as it was typed counts more than another form of it', () => {
    const articles = [
      makeArticle({ id: 'plural', title: 'Bank closes in Tarn', at: NOON }),
      makeArticle({ id: 'name', title: 'Banks resigns in Tarn', at: hoursAfter(NOON, -2) }),
    ]
    expect(ranked('banks', articles)).toEqual(['name', 'plural'])
  })

  test('a known name counts beside a word that is only of the same stem', () => {
    const articles = [
      makeArticle({ id: 'both', title: 'Putin meets organ builders' }),
      makeArticle({ id: 'stem', title: 'Putin meets organisations' }),
    ]
    expect(rankForTopic(wantedIn('putin organ'), articles, NOON).found.map(({ matched }) => matched)).toEqual([2, 1])
  })

  test('articles that hold nothing wanted are left out, and an empty topic finds nothing', () => {
    const articles = [makeArticle({ id: 'a', title: 'Rain' })]
    expect(ranked('snow', articles)).toEqual([])
    expect(ranked('the', articles)).toEqual([])
    expect(ranked('rain', [])).toEqual([])
  })

  test('constructor is an ordinary word', () => {
    const articles = [
      makeArticle({ id: 'a', title: 'Constructor title goes to Italy' }),
      makeArticle({ id: 'b', title: 'Rain' }),
    ]
    expect(ranked('constructor', articles)).toEqual(['a'])
  })

  test('the order given makes no difference', () => {
    const words = fc.constantFrom('grain', 'ports', 'storm', 'ships', 'Putin')
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 8 }), titles => {
        const articles = titles.map((title, at) => makeArticle({ id: `a${at}`, title: title.join(' ') }))
        const result = ranked('grain ports', articles)
        expect(ranked('grain ports', articles.toReversed())).toEqual(result)
        expect(result).toEqual([...new Set(result)])
      }),
      { numRuns: 60 },
    )
  })
})

test('rankArticles searches a fixed set and gives no more than are wanted', () => {
  const search = rankArticles([
    { id: 'a', title: 'Oil rises', text: 'Crude oil rose on Monday.' },
    { id: 'b', title: 'Rain', text: 'Olive oil is dear.' },
    { id: 'c', title: 'Snow', text: '' },
  ])
  expect(search('crude oil', 10)).toEqual(['a', 'b'])
  expect(search('crude oil', 1)).toEqual(['a'])
  expect(search('the', 10)).toEqual([])
})

const RECENT = [
  makeArticle({
    id: '1',
    title: 'Talks with Zelenskyy go on in Ankara',
    text: 'In Ankara, President Zelenskyy met Ilona Marsh.',
  }),
  makeArticle({
    id: '2',
    title: 'Zelensky Says Talks May Go On',
    text: 'The talks in Ankara may go on, said Ilona Marsh on Tuesday.',
  }),
  makeArticle({ id: '3', title: 'Storm hits Marlo', text: 'A storm hit the island of Marlo on Monday.' }),
]

describe('topTopics', () => {
  test('gives the names of recent articles, most frequent first, spellings together', () => {
    const topics = topTopics(RECENT, 10)
    expect(topics.slice(0, 3).toSorted()).toEqual(['Ankara', 'Ilona Marsh', expect.stringMatching(/^Zelensky/)])
    expect(topics).toContain('Marlo')
    expect(topics.filter(topic => topic.startsWith('Zelensky'))).toHaveLength(1)
  })

  test('capitals of headline style, weekdays and first words are not names', () => {
    const topics = topTopics(RECENT, 100)
    for (const word of ['Talks', 'Says', 'Monday', 'Tuesday', 'Storm', 'In']) expect(topics).not.toContain(word)
  })

  test('offices, possessives and first names of well-known people are left away', () => {
    const article = (id: string, text: string) => makeArticle({ id, title: 'Fog', text })
    const texts = [
      'It was President Donald Trump who came.',
      'Then Trump’s plane left.',
      'And with Trump the press left.',
    ]
    expect(
      topTopics(
        texts.map((text, at) => article(String(at), text)),
        5,
      ),
    ).toEqual(['Trump'])
  })

  test('an article that names someone in two ways counts once, and a name is spelt as most articles spell it', () => {
    const texts = [
      'It was said by Ilona Marsh today, and then Ilona Marsh’s deputy, and again Ilona Marsh, left.',
      'It was in Marlo.',
      'They were in Marlo, where Zelenskyy met Zelensky.',
      'They met Zelenskyy.',
    ]
    const articles = texts.map((text, at) => makeArticle({ id: String(at), title: 'Fog', text }))
    expect(topTopics(articles, 5)).toEqual(['Marlo', 'Zelenskyy', 'Ilona Marsh'])
  })

  test('gives no more than are wanted', () => {
    expect(topTopics(RECENT, 2)).toHaveLength(2)
    expect(topTopics([], 5)).toEqual([])
  })
})

describe('nearestTopics', () => {
  test('a slip, a beginning and a part of a name are understood', () => {
    expect(nearestTopics('Ankaro', RECENT, [])[0]).toBe('Ankara')
    expect(nearestTopics('Anakra', RECENT, [])[0]).toBe('Ankara')
    expect(nearestTopics('ank', RECENT, [])[0]).toBe('Ankara')
    expect(nearestTopics('marsh', RECENT, [])[0]).toBe('Ilona Marsh')
    expect(nearestTopics('Зеленский', RECENT, [])[0]).toMatch(/^Zelensky/)
  })

  test('packs are known too', () => {
    expect(nearestTopics('scince', RECENT, ['world', 'science'])).toEqual(['science'])
  })

  test('nothing is near what is like nothing, and at most five are given', () => {
    expect(nearestTopics('qwrtzpsd', RECENT, ['world'])).toEqual([])
    expect(nearestTopics('', RECENT, ['world'])).toEqual([])
    const many = Array.from({ length: 9 }, (_, at) => `pack${at}`)
    expect(nearestTopics('pack', [], many)).toHaveLength(5)
  })
})
