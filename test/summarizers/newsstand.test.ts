import { describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/model/article.ts'
import { printEditions } from '../../src/newsstand/edition.ts'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { queryGroups } from '../../src/text/terms.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

const NOW = new Date('2026-03-04T05:06:07Z')

/** The articles about one event as the newsstand prints them, first published first. */
function storyOf(event: string, language = 'en'): readonly Article[] {
  return printEditions(NOW)
    .filter(({ outlet }) => language === 'all' || outlet.language === language)
    .flatMap(({ outlet, articles }) =>
      articles.map(article => ({
        event: article.event,
        article: { ...article, outletName: outlet.title, language: outlet.language },
      })),
    )
    .filter(told => told.event === event)
    .map(({ article }) =>
      sampleArticle({
        id: article.url as ArticleId,
        outlet: article.outletName,
        url: article.url,
        title: article.title,
        text: article.body.map(line => line.replace(/^## /, '')).join('\n\n'),
        language: article.language,
        publishedAt: article.publishedAt,
        authors: [article.author],
      }),
    )
    .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
}

const told = (event: string, topic: string, bullets: number): readonly string[] =>
  extractBullets(storyOf(event), bullets, { focus: queryGroups(topic) }).map(
    ({ text, citations }) => `${text} [${citations[0].outlet}]`,
  )

describe('what the newsstand says, as it was read and found good', () => {
  test('ferry', () => {
    expect(told('ferry', 'ferry', 5)).toMatchInlineSnapshot(`
      [
        "A passenger ferry with 212 people on board struck the eastern pier of Port Merrow in thick fog early in the morning, injuring 14 people, the coastguard said. [Albatross Wire]",
        "Accident investigators have taken the radar and voyage recordings from the ferry Maren Lind, which crashed into a pier at Port Merrow with 212 people on board. [Meridian Courier]",
        "Seventeen people were hurt when the Tolvey ferry Maren Lind ran into the eastern pier of Port Merrow this morning, the hospital has told the Harbour Post. [Harbour Post]",
        "The ferry still made about nine knots when it touched the pier; four knots are allowed inside the breakwater. [Meridian Courier]",
        "The ferry’s bow has a gash of four metres. [Meridian Courier]",
      ]
    `)
  })
  test('putin', () => {
    expect(told('putin', 'putin', 8)).toMatchInlineSnapshot(`
      [
        "Russian President Vladimir Putin said on 5 June 2024 that, if the West lets Ukraine use long-range missiles on Russia, Moscow may supply weapons of the same kind to regions from which Western interests could be struck. [Albatross Wire]",
        "Vladimir Putin says that instructors from Western countries are in Ukraine and that they have losses, about which their states keep silent. [Northgate Bulletin]",
        "Missiles that can only be used with the help of Western military staff would draw retaliation from Moscow, Putin added before the news agencies. [Albatross Wire]",
        "Moscow would negotiate, Putin said, and the way to end the war was for the West to stop delivering weapons. [Albatross Wire]",
        "Putin put irrecoverable losses in the war at one to five, without giving Russia’s own number. [Albatross Wire]",
        "France is considering sending instructors and forming a coalition for it; the United States has ruled them out. [Harbour Post]",
        "Italy opposes the use of its weapons on the territory of Russia. [Meridian Courier]",
        "The Russian president made the remark on 5 June 2024 on the sidelines of the St Petersburg Economic Forum, where he talked with about fifteen news agencies, including AFP, for roughly three hours. [Harbour Post]",
      ]
    `)
  })
  test('grant', () => {
    expect(told('orrin', 'grant', 5)).toMatchInlineSnapshot(`
      [
        "The training grant for the battery plant of Orrin Cells in Dunmarrow is 12 million crowns, not 15 million, as the Meridian Courier reported in the evening. [Meridian Courier]",
        "The figure of 15 million came from a draft of the provincial budget. [Meridian Courier]",
        "The committee had reduced the sum to 12 million before the plan was announced, a spokesman of the province, Aurel Finch, told us. [Meridian Courier]",
        "“The number of training places stays at 600 a year; the company pays the difference,” Finch said. [Meridian Courier]",
      ]
    `)
  })
})

describe('a topic that a story only touches', () => {
  test.each([
    ['italy', 'putin', /Italy/],
    ['france', 'putin', /France/],
    ['bank', 'tilpay', /bank/],
    ['bank', 'orrin', /bank/],
  ])('“%s” gets only sentences of the %s story that name it', (topic, event, named) => {
    const bullets = told(event, topic, 5)
    expect(bullets.length).toBeGreaterThan(0)
    for (const bullet of bullets) expect(bullet).toMatch(named)
  })
})

test('a wire copy gives no bullet, counts for nothing, and supports the report that it copies', () => {
  const bullets = extractBullets(storyOf('ferry'), 8)
  const first = bullets.map(({ citations }) => citations[0].outlet)
  expect(first).not.toContain('Northgate Bulletin')
  expect(new Set(first)).toEqual(new Set(['Albatross Wire', 'Harbour Post', 'Meridian Courier']))
  const struck = bullets.find(({ text }) => text.startsWith('A passenger ferry'))
  expect(struck?.citations.map(({ outlet }) => outlet)).toContain('Northgate Bulletin')
})

test('a bullet is supported by other outlets only, each once', () => {
  for (const { citations } of extractBullets(storyOf('putin', 'all'), 8)) {
    const outlets = citations.map(({ outlet }) => outlet)
    expect(new Set(outlets).size).toBe(outlets.length)
    expect(outlets.length).toBeLessThanOrEqual(5)
  }
})

test('a correction is told, and what it withdraws is not', () => {
  const bullets = extractBullets(storyOf('orrin'), 12).map(({ text }) => text)
  expect(bullets.join('\n')).toContain('is 12 million crowns, not 15 million')
  expect(bullets.join('\n')).not.toContain('adds a grant of 15 million')
})

test('a French report that repeats the English ones gives no bullet while they can fill the digest', () => {
  const outlets = extractBullets(storyOf('putin', 'all'), 5).map(({ citations }) => citations[0].outlet)
  expect(outlets).toHaveLength(5)
  expect(outlets).not.toContain('Quai du Matin')
})

const EVENTS = [...new Set(printEditions(NOW).flatMap(({ articles }) => articles.map(({ event }) => event)))]

test.each(EVENTS)('no bullet about %s leaves the reader asking who or what', event => {
  const story = storyOf(event)
  const bullets = extractBullets(story, 8)
  bullets.forEach(({ text, citations: [own] }, place) => {
    if (!/^(?:That|Its|Their|The (?:other|largest)|It|He|She|They)\b|\bsuch an? |, (?:he|she) said/u.test(text)) return
    const before = bullets[place - 1]?.citations[0]
    expect(before?.articleId, text).toBe(own.articleId)
    expect(own.start - (before?.end ?? 0), text).toBeLessThanOrEqual(2)
  })
})
