import { describe, expect, test } from 'vitest'
import { findCorrections } from '../../src/digests/corrections.ts'
import type { Article, ArticleId } from '../../src/model/article.ts'
import type { Correction } from '../../src/model/digest.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { ToldChange } from '../../src/model/ledger.ts'
import { changedSentences } from '../../src/stores/sentence-changes.ts'

const TOLD_AT = new Date('2026-11-23T08:00:00Z')
const EDITED_AT = new Date('2026-11-23T09:30:00Z')

interface Version {
  readonly title: string
  readonly text?: string
}

const article = ({ title, text = '' }: Version, language: string): Article => ({
  id: 'a1' as ArticleId,
  feedId: 'f' as FeedId,
  outlet: 'Meridian Courier',
  url: 'https://courier.example/story',
  title,
  text,
  language,
  publishedAt: new Date('2026-11-23T06:00:00Z'),
  seenAt: new Date('2026-11-23T06:10:00Z'),
  authors: [],
  topics: [],
})

interface Case {
  readonly language?: string
  readonly told?: readonly ToldChange[]
  /** The bullet that was shown with the title: a sentence of the first version. */
  readonly bullet?: string
  readonly isLive?: boolean
}

function afterEdit(
  from: Version,
  to: Version,
  { language = 'en', told = [], bullet, isLive = true }: Case = {},
): readonly Correction[] {
  const [before, now] = [article(from, language), article(to, language)]
  const change = { articleId: now.id, at: EDITED_AT, oldHash: 'x', newHash: 'y', ...changedSentences(before, now) }
  const sentences =
    bullet === undefined ? [] : [{ articleId: now.id, start: 0, end: bullet.length, quote: bullet, bullet }]
  const telling = { headline: from.title, leadId: now.id, at: TOLD_AT, upTo: 5, sentences }
  const articles = new Map([[now.id, now]])
  return findCorrections([telling], { articles, changes: [change], laterIn: () => [], told, isLive: () => isLive })
}

const retitled = (from: string, to: string, options: Case = {}) => afterEdit({ title: from }, { title: to }, options)

describe('a headline that was shown and was changed at the source is a correction', () => {
  test.each([
    ['en', 'Minister resigns', 'Minister does not resign'],
    ['en', 'Minister Resigns Over Harbour Contract', "Minister Won't Resign Over Harbour Contract"],
    ['en', 'Court convicts former mayor of Tarn', 'Court acquits former mayor of Tarn'],
    ['en', 'Five dead in fire at Orrow mill', 'Three dead in fire at Orrow mill'],
    ['en', 'Harbour of Tarn sold for 40 million crowns', 'Harbour of Tarn sold for 40 billion crowns'],
    ['en', 'Former mayor jailed for three years', 'Former mayor jailed for five years'],
    ['de', 'Ministerin tritt zurück', 'Ministerin tritt nicht zurück'],
    ['de', 'Fünf Tote bei Brand in Mühle', 'Drei Tote bei Brand in Mühle'],
    ['fr', 'La ministre démissionne', 'La ministre ne démissionne pas'],
    ['es', 'La ministra dimite', 'La ministra no dimite'],
    ['it', 'Ex sindaco condannato a tre anni', 'Ex sindaco condannato a cinque anni'],
  ])('%s: %s → %s', (language, from, to) => {
    expect(retitled(from, to, { language })).toEqual([
      {
        headline: from,
        articleId: 'a1',
        bullet: from,
        said: from,
        says: to,
        outlet: 'Meridian Courier',
        url: 'https://courier.example/story',
        at: EDITED_AT,
        toldAt: TOLD_AT,
      },
    ])
  })

  test('when it names somebody else, and the text does so too', () => {
    const text = (who: string): string => `The prize for the bridge of Tarn goes to the engineer ${who}, the jury said.`
    const [from, to] = ['Ruelle wins prize for bridge of Tarn', 'Jost wins prize for bridge of Tarn']
    expect(
      afterEdit({ title: from, text: text('Tamsin Ruelle') }, { title: to, text: text('Mirela Jost') }),
    ).toHaveLength(1)
  })

  test('an update, when the count has risen while the story is alive', () => {
    const [from, to] = ['Three dead in fire at Orrow mill', 'Five dead in fire at Orrow mill']
    expect(retitled(from, to)).toMatchObject([{ kind: 'updated', says: to }])
    expect(retitled(from, to, { isLive: false })[0]?.kind).toBeUndefined()
  })

  test('taken back, when it reads again as it was told first', () => {
    const [from, to] = ['Minister resigns', 'Minister does not resign']
    const told = [
      { articleId: 'a1' as ArticleId, said: from, says: to, kind: 'correction', at: TOLD_AT, times: 1 },
    ] as const
    const [before, middle] = [article({ title: from }, 'en'), article({ title: to }, 'en')]
    const change = {
      articleId: before.id,
      at: EDITED_AT,
      oldHash: 'y',
      newHash: 'x',
      ...changedSentences(middle, before),
    }
    const telling = { headline: from, leadId: before.id, at: TOLD_AT, upTo: 5, sentences: [] }
    const evidence = {
      articles: new Map([[before.id, before]]),
      changes: [change],
      laterIn: () => [],
      isLive: () => true,
    }
    expect(findCorrections([telling], { ...evidence, told })).toMatchObject([{ kind: 'back', bullet: to, says: from }])
  })
})

describe('a headline that was changed is no correction', () => {
  test.each([
    ['reworded', 'Minister resigns', 'Minister steps down'],
    ['more is said', 'Minister resigns', 'Minister resigns over harbour contract'],
    ['less is said', 'Minister resigns without warning', 'Minister resigns'],
    ['an adverb more', 'Minister resigns', 'Minister resigns without warning'],
    ['in capitals', 'Fire at mill kills three', 'Three Die in Mill Blaze'],
    ['digits for words', 'Three dead in fire at Orrow mill', '3 dead in fire at Orrow mill'],
    ['dozens are counted', 'Dozens dead in fire at Orrow mill', '43 dead in fire at Orrow mill'],
    ['a name for an office', 'Minister resigns over harbour contract', 'Ruelle resigns over harbour contract'],
    ['live ticker', 'Strike in Tarn: day 3 as it happened', 'Strike in Tarn: day 4 as it happened'],
    ['another matter', 'Minister resigns', 'Harbour of Tarn is closed for repairs'],
    [
      'denied in other words',
      'Minister denies he took money from harbour',
      'Minister: I did not take money from harbour',
    ],
  ])('%s: %s → %s', (_case, from, to) => {
    expect(retitled(from, to)).toEqual([])
  })

  test('when a name is only spelled in another way, or is no name in the text', () => {
    const text = 'The prize for the bridge goes to the engineer Tamsin Ruelle, the jury of the council of Tarn said.'
    const from = { title: 'Ruell Wins Prize For Bridge', text }
    expect(afterEdit(from, { title: 'Ruelle Wins Prize For Bridge', text })).toEqual([])
    expect(afterEdit({ title: 'Deadly Blaze In Tarn', text }, { title: 'Deadly Fire In Tarn', text })).toEqual([])
  })

  test('when the correction of its bullet tells the same, now or before', () => {
    const said = 'A fire at the mill of Orrow killed five people, the mayor said.'
    const says = said.replace('five', 'three')
    const from = { title: 'Five dead in fire at Orrow mill', text: said }
    const to = { title: 'Three dead in fire at Orrow mill', text: says }
    expect(afterEdit(from, to, { bullet: said })).toMatchObject([{ said, says }])
    const told = [{ articleId: 'a1' as ArticleId, said, says, kind: 'correction', at: TOLD_AT, times: 1 }] as const
    expect(afterEdit(from, to, { bullet: said, told })).toEqual([])
  })

  test('when the channel was told of it', () => {
    const [from, to] = ['Minister resigns', 'Minister does not resign']
    const told = [
      { articleId: 'a1' as ArticleId, said: from, says: to, kind: 'correction', at: TOLD_AT, times: 1 },
    ] as const
    expect(retitled(from, to, { told })).toEqual([])
  })
})
