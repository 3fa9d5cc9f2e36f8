import { describe, expect, test } from 'vitest'
import { findCorrections } from '../../src/digests/corrections.ts'
import type { Article, ArticleChange, ArticleId } from '../../src/model/article.ts'
import type { FeedId } from '../../src/model/feed.ts'
import { changedSentences } from '../../src/stores/sentence-changes.ts'

const TOLD_AT = new Date('2026-11-23T08:00:00Z')
const EDITED_AT = new Date('2026-11-23T09:30:00Z')
const COST = 'The agreement will cost Halvorn Rail 210 million crowns by the end of next year, its finance chief said.'
const REST = 'The ministry welcomed the agreement. Night trains start again the day after tomorrow.'

const article = (text: string, changes: Partial<Article> = {}): Article => ({
  id: 'a1' as ArticleId,
  feedId: 'f' as FeedId,
  outlet: 'Meridian Courier',
  url: 'https://courier.example/rail',
  title: 'What the rail agreement costs',
  text,
  language: 'en',
  publishedAt: new Date('2026-11-23T06:00:00Z'),
  seenAt: new Date('2026-11-23T06:10:00Z'),
  authors: [],
  topics: [],
  ...changes,
})

const change = (before: Article, after: Article, at = EDITED_AT): ArticleChange => ({
  articleId: before.id,
  at,
  oldHash: 'x',
  newHash: 'y',
  ...changedSentences(before, after),
})

const telling = (quote: string, bullet = quote, changes: { at?: Date; upTo?: number } = {}) => ({
  headline: 'Trains run again',
  at: TOLD_AT,
  upTo: 5,
  sentences: [{ articleId: 'a1' as ArticleId, start: 0, end: quote.length, quote, bullet }],
  ...changes,
})

/** What is found when the article's versions followed each other after the telling. */
function afterEdits(quote: string, versions: readonly string[], bullet = quote) {
  const articles = versions.map(text => article(text))
  const changes = articles.slice(1).map((after, index) => {
    const before = articles[index]
    if (before === undefined) throw new Error('no version before')
    return change(before, after, new Date(EDITED_AT.getTime() + index))
  })
  const now = articles.at(-1) ?? article('')
  const evidence = {
    articles: new Map([[now.id, now]]),
    changes: changes.toReversed(),
    laterIn: () => [],
    told: [],
    isLive: () => true,
  }
  return findCorrections([telling(quote, bullet)], evidence)
}

const edited = (from: string, to: string, bullet?: string) =>
  afterEdits(from, [`${from} ${REST}`, `${to} ${REST}`], bullet)

describe('an edit at the source is a correction', () => {
  test('when it replaces a figure that was told', () => {
    const says = COST.replace('210', '190')
    expect(edited(COST, says)).toEqual([
      {
        headline: 'Trains run again',
        articleId: 'a1',
        bullet: COST,
        said: COST,
        says,
        outlet: 'Meridian Courier',
        url: 'https://courier.example/rail',
        at: EDITED_AT,
        toldAt: TOLD_AT,
      },
    ])
  })

  test('when it replaces a name, or turns the statement round', () => {
    const said = 'The award for the bridge goes to the engineer Tamsin Ruelle of Lanternfield College.'
    expect(edited(said, said.replace('Tamsin Ruelle', 'Mirela Jost'))).toHaveLength(1)
    const denied = 'The ministry will carry a part of the cost of the agreement with the railway union.'
    expect(edited(denied, denied.replace('will carry', 'will not carry'))).toHaveLength(1)
  })

  test.each([
    [
      'another scale',
      'The strike has cost the railway 210 million euros, its finance chief said.',
      'The strike has cost the railway 210 billion euros, its finance chief said.',
    ],
    [
      'another unit',
      'The strike has cost the railway 210 million euros, its finance chief said.',
      'The strike has cost the railway 210 million dollars, its finance chief said.',
    ],
    [
      'the opposite',
      'A court in Tarn convicted the former mayor on Friday.',
      'A court in Tarn acquitted the former mayor on Friday.',
    ],
    [
      'the opposite',
      'Shares of Tarn Bank rose after the new forecast.',
      'Shares of Tarn Bank fell after the new forecast.',
    ],
    [
      'less harm',
      'The fire in Tarn killed 12 people, police said.',
      'The fire in Tarn injured 12 people, police said.',
    ],
  ])('when it says %s: %s → %s', (_, from, to) => {
    expect(edited(from, to)).toHaveLength(1)
  })

  test.each([
    ['en', 'A fire at the mill of Orrow left five dead, the mayor said.', 'five', 'three'],
    ['en', 'Five people were killed in a fire at the mill of Orrow.', 'Five', 'Three'],
    ['en', 'A court in Tarn sentenced the former mayor to three years in prison.', 'three', 'five'],
    ['en', 'The storm has destroyed twenty-five houses in Tarn.', 'twenty-five', 'twelve'],
    ['de', 'Bei einem Brand in der Mühle von Orrow starben fünf Menschen.', 'fünf', 'drei'],
    ['de', 'Das Gericht verurteilte den früheren Bürgermeister zu drei Jahren Haft.', 'drei', 'fünf'],
    ['fr', 'Un incendie au moulin a fait cinq morts, selon la mairie.', 'cinq', 'trois'],
    ['es', 'Un incendio en el molino dejó cinco muertos, según el alcalde.', 'cinco', 'tres'],
    ['ru', 'При пожаре на мельнице погибли пять человек.', 'пять', 'три'],
    ['it', 'Un incendio al mulino ha causato cinque morti, ha detto il sindaco.', 'cinque', 'tre'],
    ['nl', 'Bij een brand in de molen zijn vijf mensen omgekomen.', 'vijf', 'drie'],
    ['pl', 'W pożarze młyna zginęło pięć osób, powiedział burmistrz.', 'pięć', 'siedem'],
  ])('when it replaces a figure in words (%s): %s', (language, from, old, now) => {
    const [before, after] = [from, from.replace(old, now)].map(text => article(text, { language }))
    if (before === undefined || after === undefined) throw new Error('no versions')
    const evidence = { articles: new Map([[after.id, after]]), changes: [change(before, after)], laterIn: () => [] }
    const found = findCorrections([telling(from)], { ...evidence, told: [], isLive: () => true })
    expect(found).toMatchObject([{ said: from, says: after.text }])
    expect(found[0]?.kind).toBeUndefined()
  })

  test.each([
    ['A fire at the mill of Orrow left three dead, the mayor said.', 'three', 'five'],
    ['Three people were killed in a fire at the mill of Orrow.', 'Three', 'At least 5'],
  ])('or an update, when a count in words has risen: %s', (from, old, now) => {
    expect(edited(from, from.replace(old, now))).toMatchObject([{ kind: 'updated' }])
  })

  test('after several edits, with the last version', () => {
    const versions = ['210', '190', '195'].map(figure => `${COST.replace('210', figure)} ${REST}`)
    expect(afterEdits(COST, versions)[0]?.says).toBe(COST.replace('210', '195'))
  })
})

describe('an edit at the source is none', () => {
  test.each([
    [
      'when it only puts it in other words',
      'By the end of next year the agreement will have cost Halvorn Rail 210 million crowns, said its chief of finance.',
    ],
    ['when it adds a figure', `${COST.slice(0, -1)}, and 40 million more later.`],
    ['when it takes the figure away', COST.replace('210 million', 'many million')],
    [
      'when another sentence took its place',
      'The union Track Folk celebrated with 300 members at the old signal house.',
    ],
  ])('%s', (_case, says) => {
    expect(edited(COST, says)).toEqual([])
  })

  test('when the figure it replaces was not in the bullet', () => {
    const said = 'The strike at Halvorn Rail ended after eleven days, and 210 million crowns are gone.'
    expect(edited(said, said.replace('210', '190'), 'The strike at Halvorn Rail ended after eleven days.')).toEqual([])
  })

  test.each([
    ['Shares rose in May and fell in June, the bank of Tarn said.', 'Shares fell in June, the bank of Tarn said.'],
    [
      'The fund of Tarn is worth 1.2m euros, the council said.',
      'The fund of Tarn is worth 1.2 million euros, the council said.',
    ],
    ['Prices in Tarn rose by 4 per cent, the office said.', 'Prices in Tarn rose by 4%, the office said.'],
    ['The fire in Tarn killed 3 people.', 'The fire in Tarn killed three people and injured 5.'],
    ['The fire in Tarn killed three people.', 'The fire in Tarn killed 3 people.'],
    ['The fire in Tarn killed dozens of people.', 'The fire in Tarn killed forty-three people.'],
    ['A councillor of Tarn spoke for one of the three sides.', 'A councillor of Tarn spoke for two of them.'],
    ['The two ministers met the mayor of Tarn.', 'Both ministers met the mayor of Tarn, in three rooms.'],
  ])('when it only says the same in another way: %s → %s', (from, to) => {
    expect(edited(from, to)).toEqual([])
  })

  test('when only the clock of a live report went on', () => {
    const said = 'At 14:05 the road to the harbour of Port Merrow was still closed for all traffic.'
    expect(edited(said, said.replace('14:05', '15:40'))).toEqual([])
  })

  test('when the first version came back', () => {
    const versions = ['210', '190', '210'].map(figure => `${COST.replace('210', figure)} ${REST}`)
    expect(afterEdits(COST, versions)).toEqual([])
  })

  test('when it was made before the telling', () => {
    const [before, after] = [article(`${COST} ${REST}`), article(`${COST.replace('210', '190')} ${REST}`)]
    const early = change(before, after, new Date(TOLD_AT.getTime() - 1))
    const evidence = {
      articles: new Map([[after.id, after]]),
      changes: [early],
      laterIn: () => [],
      told: [],
      isLive: () => true,
    }
    expect(findCorrections([telling(COST)], evidence)).toEqual([])
  })
})

describe('a published correction', () => {
  const GRANT = 'The province adds a grant of 15 million crowns for training at the Dunmarrow plant of Orrin.'
  const notice = article(
    'Correction: the training grant for the plant of Orrin in Dunmarrow is 12 million crowns, not 15 million.',
    { id: 'a2' as ArticleId, title: 'Correction: the Dunmarrow grant', publishedAt: EDITED_AT },
  )
  const evidenceWith = (later: readonly Article[]) => ({
    articles: new Map([['a1' as ArticleId, article(GRANT)]]),
    changes: [],
    laterIn: () => later,
    told: [],
    isLive: () => true,
  })

  test('that withdraws a figure that was told is one', () => {
    const [found] = findCorrections([telling(GRANT)], evidenceWith([notice]))
    expect(found).toMatchObject({ said: GRANT, at: EDITED_AT, outlet: 'Meridian Courier' })
    expect(found?.says).toContain('12 million crowns, not 15 million')
  })

  test('is none for a bullet about another matter with the same figure, nor is an ordinary article', () => {
    const other = 'Fishing boats landed 15 million herrings in Selmouth.'
    expect(findCorrections([telling(other)], evidenceWith([notice]))).toEqual([])
    const ordinary = { ...notice, title: 'The Dunmarrow grant', text: notice.text.replace('Correction: the', 'The') }
    expect(findCorrections([telling(GRANT)], evidenceWith([ordinary]))).toEqual([])
  })
})

test('a bullet that was told several times is corrected once, with its newest telling', () => {
  const says = COST.replace('210', '190')
  const [before, after] = [article(`${COST} ${REST}`), article(`${says} ${REST}`)]
  const evidence = {
    articles: new Map([[after.id, after]]),
    changes: [change(before, after)],
    laterIn: () => [],
    told: [],
    isLive: () => true,
  }
  const later = new Date(TOLD_AT.getTime() + 3_600_000)
  expect(findCorrections([telling(COST, COST, { at: later }), telling(COST)], evidence)).toMatchObject([
    { toldAt: later },
  ])
})
