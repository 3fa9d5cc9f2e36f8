import { describe, expect, test } from 'vitest'
import { digestMessage } from '../../src/digests/present.ts'
import type { StoryToTell } from '../../src/digests/story-item.ts'
import { composeTopic } from '../../src/digests/topic.ts'
import { isAskedFor, quotesBy, withVoice } from '../../src/digests/voices.ts'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { Bullet, Digest, DigestId, DigestLength } from '../../src/model/digest.ts'
import type { Story, StoryId } from '../../src/model/story.ts'
import { createExtractiveSummarizer } from '../../src/summarizers/extractive.ts'
import { gated, passesGate } from '../../src/summarizers/gate.ts'
import { analyse, queryGroups } from '../../src/text/terms.ts'
import { de } from '../../src/text/words/de.ts'
import { en } from '../../src/text/words/en.ts'
import { sampleArticle } from '../contracts/summarizer.ts'
import { silentLog as log } from '../fakes/log.ts'
import { textOf } from '../fakes/platform.ts'

const NOW = new Date('2026-11-25T12:00:00Z')
const { signal } = new AbortController()

function articleOf(id: string, title: string, lines: readonly string[], day: number, language = 'en'): AnalysedArticle {
  const text = lines.join('\n\n')
  const terms = { title: analyse(title, language).join(' '), text: analyse(text, language).join(' ') }
  const publishedAt = new Date(Date.UTC(2026, 10, day, 8))
  const given = {
    id: id as ArticleId,
    outlet: `Outlet ${id}`,
    url: `https://${id}.example/1`,
    title,
    text,
    language,
    publishedAt,
  }
  return { ...sampleArticle(given), terms }
}

const HARBOUR = articleOf(
  'herald',
  'Olm closes the harbour of Aldmoor for the winter',
  [
    'The harbour of Aldmoor will be closed to large ships from December until March, port minister Greta Olm announced on Monday in the town hall.',
    '“We will not send pilots out into the ice again,” Olm told the council of Aldmoor after the vote on Monday evening.',
    'The mayor of Aldmoor, Pim Dorset, said Olm had broken a promise that she gave to the town only two years ago.',
    '“Greta Olm has never worked a day at sea,” said Tomas Weld, who leads the pilots’ union of the coast.',
    'About 400 ships called at Aldmoor last winter, twelve of which were damaged by ice in the outer channel.',
  ],
  20,
)
const REACTION = articleOf(
  'courier',
  'Pilots sue minister Olm over closed harbour',
  [
    'The pilots’ union of the coast sued port minister Greta Olm on Tuesday over the closing of the harbour of Aldmoor.',
    '“We will not send pilots out into the ice again,” Olm had said in Aldmoor the day before the union went to court.',
    'The court in Halden will hear the pilots on Friday and decide within a month whether the harbour may be closed.',
  ],
  21,
)

const storyOf = (id: string, ...articles: readonly [AnalysedArticle, ...AnalysedArticle[]]): StoryToTell => ({
  story: { id: id as StoryId } as Story,
  articles,
  origins: articles.length,
})

function compose(topic: string, stories: readonly StoryToTell[], length: DigestLength = 'normal'): Promise<Digest> {
  const coverage = { articles: 2, feeds: 2, stories: stories.length }
  const parts = {
    id: 'd' as DigestId,
    now: NOW,
    coverage,
    summarizer: gated(createExtractiveSummarizer()),
    findDisagreements: () => [],
    log,
  }
  return composeTopic({ topic, groups: queryGroups(topic), language: 'en', length }, stories, parts, signal)
}

const bulletsOf = ({ items }: Digest): readonly Bullet[] => items.flatMap(({ bullets }) => bullets)
const byTopic = (digest: Digest): readonly Bullet[] => bulletsOf(digest).filter(({ voice }) => voice?.kind === 'by')

describe('a summary of somebody who speaks', () => {
  const stories = [storyOf('s1', HARBOUR, REACTION)]

  test('tells what they say before what is said about them', async () => {
    const digest = await compose('olm', stories)
    const kinds = bulletsOf(digest).map(({ voice }) => voice?.kind)
    expect(kinds).toContain('by')
    expect(kinds).toContain('about')
    expect(kinds).toEqual(kinds.toSorted().reverse())
  })

  test('quotes them word for word, once, from who printed it first', async () => {
    const quotes = byTopic(await compose('olm', stories, 'long')).filter(({ text }) => text.startsWith('“'))
    expect(quotes.map(({ text, voice, citations }) => [text, voice?.speaker, citations[0].outlet])).toEqual([
      ['“We will not send pilots out into the ice again”', 'Olm', 'Outlet herald'],
    ])
  })

  test('never takes what others say of them for their own words', async () => {
    for (const length of ['short', 'normal', 'long'] as const) {
      const own = byTopic(await compose('greta olm', stories, length)).map(({ text }) => text)
      expect(own.join(' ')).not.toMatch(/broken a promise|never worked|sued/u)
    }
  })

  test('cites for every bullet a sentence that holds it, as the gate wants it', async () => {
    for (const topic of ['olm', 'weld', 'dorset', 'aldmoor']) {
      for (const bullet of bulletsOf(await compose(topic, stories, 'long'))) {
        expect(passesGate(bullet, [HARBOUR, REACTION])).toBe(true)
      }
    }
  })

  test('gives no more bullets than were asked for', async () => {
    expect(bulletsOf(await compose('olm', stories, 'short'))).toHaveLength(3)
    expect(bulletsOf(await compose('olm', stories, 'normal')).length).toBeLessThanOrEqual(5)
  })
})

describe('as people read it', () => {
  test('each part has its heading, quotations their date, outlet and speaker', async () => {
    const digest = await compose('olm', [storyOf('s1', HARBOUR, REACTION)])
    const lines = textOf(digestMessage(digest, en, 'UTC')).split('\n')
    expect(lines).toContain('Olm says')
    expect(lines).toContain('About Olm')
    expect(lines.indexOf('Olm says')).toBeLessThan(lines.indexOf('About Olm'))
    expect(lines).toContain('20 Nov 2026, Outlet herald: “We will not send pilots out into the ice again” — Olm')
    expect(lines.filter(line => line === HARBOUR.title)).toHaveLength(1)
    const german = textOf(digestMessage(digest, de, 'UTC')).split('\n')
    expect(german.indexOf('Olm sagt')).toBeGreaterThan(0)
    expect(german.indexOf('Über Olm')).toBeGreaterThan(german.indexOf('Olm sagt'))
  })

  test('a story that is told in both parts counts once', async () => {
    const digest = await compose('olm', [storyOf('s1', HARBOUR, REACTION)])
    expect(digest.items).toHaveLength(2)
    expect(textOf(digestMessage(digest, en, 'UTC'))).toContain('1 of 1 story')
  })

  test('who says nothing has no part of their own, and no heading', async () => {
    const text = textOf(digestMessage(await compose('aldmoor', [storyOf('s1', HARBOUR, REACTION)]), en, 'UTC'))
    expect(text).not.toMatch(/ says\n|^About Aldmoor/mu)
    expect(text).toContain(HARBOUR.title)
  })

  test('bullets are numbered through in the order in which /sources counts them', async () => {
    const digest = await compose('olm', [storyOf('s1', HARBOUR), storyOf('s2', REACTION)], 'long')
    const { blocks } = digestMessage(digest, en, 'UTC')
    const shown = blocks.flatMap(block => (block.kind === 'bullet' ? [block] : []))
    expect(shown.map(({ label }) => label)).toEqual(bulletsOf(digest).map((_, index) => String(index + 1)))
    for (const [index, { text }] of bulletsOf(digest).entries()) expect(shown[index]?.text).toContain(text)
  })
})

describe('the topic’s own words', () => {
  test.each([
    ['Putin', 'putin', true],
    ['Vladimir Putin', 'putin', true],
    ['Путин', 'putin', true],
    ['Olm', 'greta olm', true],
    ['Tom Olm', 'greta olm', false],
    ['Dmitry Peskov', 'putin', false],
    ['Putin', 'ukraine', false],
    ['Halden Rail', 'halden rail', true],
    ['Union', '', false],
  ])('%s speaks for “%s”: %s', (speaker, topic, is) => {
    expect(isAskedFor(speaker, queryGroups(topic), /\p{Script=Cyrillic}/u.test(speaker) ? 'ru' : 'en')).toBe(is)
  })

  test('leave out what points at something before it, fragments and what is not closed', () => {
    const article = articleOf(
      'post',
      'Olm on the ice',
      [
        '“They have known this for at least ten years,” said Greta Olm.',
        '“A dead end,” said Greta Olm.',
        'Greta Olm called it “a dead end for the whole of the northern coast”.',
        '“The ice will be gone by the first of March,” said Greta Olm, “and the ships will come back.”',
        'Greta Olm said: “The town has to learn to live with it',
      ],
      20,
    )
    expect(quotesBy(queryGroups('olm'), [article]).map(({ text }) => text)).toEqual([
      '“The ice will be gone by the first of March … and the ships will come back.”',
    ])
  })
})

describe('where an article names two people of one surname', () => {
  const PARK = '“I will turn the harbour into a park for children,” Olm said on Monday.'
  const of = (opening: string, language = 'en'): AnalysedArticle =>
    articleOf('herald', 'Harbour', [`${opening} ${PARK}`], 20, language)
  const voiceFor = (topic: string, article: AnalysedArticle): string | undefined => {
    const start = article.text.indexOf(PARK)
    const { id: articleId, outlet, url, publishedAt } = article
    const citation = { articleId, outlet, url, publishedAt, start, end: start + PARK.length, quote: PARK }
    const groups = queryGroups(topic)
    const { voice } = withVoice({ text: PARK, citations: [citation] }, [article], groups)
    expect(quotesBy(groups, [article])).toHaveLength(voice?.kind === 'by' ? 1 : 0)
    return voice?.kind
  }

  test.each([
    ['Ivo Olm has bought the harbour.', 'about'],
    ['Ivo Olm, the brother of minister Greta Olm, has bought the harbour.', 'about'],
    ['Minister Greta Olm opened the harbour.', 'by'],
    ['The plan of Minister Olm is new.', 'by'],
  ])('who is asked for by the full name is not given what the other said: %s', (opening, kind) => {
    expect(voiceFor('greta olm', of(opening))).toBe(kind)
    expect(voiceFor('olm', of(opening))).toBe('by')
  })

  test('a first name in other letters is the same', () => {
    const said = '«Мы построим здесь большой парк для детей», — сказал Путин в понедельник.'
    const article = articleOf('herald', 'Парк', [`Владимир Путин открыл парк. ${said}`], 20, 'ru')
    expect(quotesBy(queryGroups('vladimir putin'), [article])).toHaveLength(1)
  })
})
