import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Article, ArticleId } from '../../src/model/article.ts'
import { createExtractiveSummarizer, extractBullets } from '../../src/summarizers/extractive.ts'
import { passesGate } from '../../src/summarizers/gate.ts'
import { digestStory, summarize } from '../../src/summarizers/library.ts'
import { keepsSummarizerContract, sampleArticle } from '../contracts/summarizer.ts'

keepsSummarizerContract('the extractive summariser', createExtractiveSummarizer)

interface Fixture {
  readonly title: string
  readonly language: string
  readonly outlet: string
  readonly paragraphs: readonly string[]
}

function fixture(name: string): Article {
  const file = new URL(`../fixtures/articles/${name}.json`, import.meta.url)
  const { title, language, outlet, paragraphs } = JSON.parse(readFileSync(file, 'utf8')) as Fixture
  return sampleArticle({ title, language, outlet, text: paragraphs.join('\n\n') })
}

const bulletsOf = (name: string, wanted: number): string[] =>
  extractBullets([fixture(name)], wanted).map(({ text }) => text)

const FIXTURES = ['translated-wire', 'interview', 'list', 'correction', 'french', 'german', 'russian']

describe.each(FIXTURES)('the article %s', name => {
  test.each([1, 3, 5, 12])('gives clean bullets that pass the gate, %i wanted', wanted => {
    const article = fixture(name)
    const bullets = extractBullets([article], wanted)
    expect(bullets.length).toBeGreaterThan(0)
    const lines = article.text.split('\n\n')
    for (const bullet of bullets) {
      expect(passesGate(bullet, [article])).toBe(true)
      expect(bullet.text).not.toMatch(/[«»„\u00a0]|\s[?!;:]|\(…\)|^\p{Ll}|^[•–-]/u)
      expect(bullet.text).toMatch(/[.!?]["”]?$/u)
      expect(bullet.text.length).toBeLessThanOrEqual(280)
      // a sentence lies within one line: nothing is glued to it
      expect(lines.some(line => line.includes(bullet.citations[0].quote))).toBe(true)
    }
    const starts = bullets.map(({ citations }) => citations[0].start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

describe('a translated agency article with sub-headings', () => {
  const headings = [
    'A threat of equal answer',
    'Pilots on the northern coast',
    'Losses at sea',
    'Allies disagree',
    'The way out',
  ]

  test('tells every section before any gets a second bullet', () => {
    const { text } = fixture('translated-wire')
    const sectionOf = (start: number): number => headings.filter(heading => text.indexOf(heading) < start).length
    for (const wanted of [3, 5, 6, 8]) {
      const sections = extractBullets([fixture('translated-wire')], wanted).map(({ citations }) =>
        sectionOf(citations[0].start),
      )
      expect(new Set(sections).size).toBe(Math.min(wanted, headings.length + 1))
      expect(sections[0]).toBe(0)
    }
  })

  test('never makes a bullet of title, sub-heading, dateline or footer', () => {
    const all = bulletsOf('translated-wire', 12).join('\n')
    for (const heading of [...headings, 'Harbour standoff', 'PORT SABLE', 'Agence', 'source site'])
      expect(all).not.toContain(heading)
  })

  test('keeps speakers with what they said, and drops connectives and fragments', () => {
    const bullets = bulletsOf('translated-wire', 6)
    expect(bullets).toEqual([
      'Tomas Kelm, president of the island republic of Varnia, met twenty reporters for two hours on Wednesday evening, on the margins of the Sable Trade Forum.',
      'The president threatened to arm other coastal states for the first time since the treaty of 1987.',
      'Kelm claimed that foreign pilots already guide ships on the northern coast and that their governments conceal their losses.',
      'Independent observers at the Halden Institute have counted 212 dead on both sides since January.',
      'Lindmark refuses to let its vessels be used for mining, whereas Ostria is considering sending instructors, its defence ministry said on Tuesday.',
      'Varnia is ready to negotiate, the president said, provided that the mainland stops supplying the mine-layers.',
    ])
    expect(bulletsOf('translated-wire', 12).join('\n')).not.toMatch(/Figures about which|continues to intensify/)
  })
})

describe('other kinds of articles', () => {
  test('an interview gives statements with their speaker, not questions or bare first persons', () => {
    for (const bullet of bulletsOf('interview', 6)) expect(bullet).not.toMatch(/\?$|\bI wrote\b/)
    expect(bulletsOf('interview', 3)[0]).toContain('Mira Holt')
  })

  test('items of a list may be bullets, without their marks', () => {
    expect(bulletsOf('list', 4)).toContain('A single ride costs 2.80 crowns, up from 2.40, when it is paid in cash.')
  })

  test('a correction is told with the right figure only', () => {
    const all = bulletsOf('correction', 12).join('\n')
    expect(all).toContain('340')
    expect(all).not.toMatch(/430|earlier version/)
  })

  test('French, German and Russian articles begin with their news', () => {
    expect(bulletsOf('french', 3)[0]).toMatch(/^Le pont des Tanneurs a rouvert samedi/)
    expect(bulletsOf('german', 3)[0]).toMatch(/^Die Stadtwerke Altenbrück senken den Strompreis zum 1. Oktober/)
    expect(bulletsOf('russian', 3)[0]).toMatch(/^Мост через реку Сойку открыли/)
    expect(bulletsOf('russian', 12).join('\n')).toContain('640 млн руб., сообщила мэрия.')
  })

  test('a quotation without its speaker is left out', () => {
    const text =
      'The works will close in March. “It is a sad day for all of us and for the town.” The union protested on Friday.'
    expect(extractBullets([sampleArticle({ text })], 5).map(({ text: own }) => own)).toEqual([
      'The works will close in March.',
      'The union protested on Friday.',
    ])
  })

  test('a text without sentences gives no bullets', () => {
    for (const text of ['', '\n\n', 'Read more', '???', 'OK.'])
      expect(extractBullets([sampleArticle({ text })], 3)).toEqual([])
  })

  test('a very long article takes no more than seconds', () => {
    const text = Array.from(
      { length: 3_000 },
      (_, n) => `The council of district ${n} met on Monday to vote on plan ${n * 7}.`,
    )
    const started = performance.now()
    expect(extractBullets([sampleArticle({ text: text.join(' ') })], 12).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(8_000)
  })

  test('words that are names of object properties do no harm', () => {
    const text =
      'The constructor of the bridge met the toString club on Monday. The __proto__ value and hasOwnProperty were discussed.'
    expect(extractBullets([sampleArticle({ text })], 2)).toHaveLength(2)
  })
})

describe('a story of several articles', () => {
  const tell = (id: string, outlet: string, text: string): Article =>
    sampleArticle({ id: id as ArticleId, outlet, title: 'Tarn steelworks', text, language: 'en' })
  const story = [
    tell(
      'a',
      'Gazette',
      'Norvik Steel will cut 340 of 2,100 jobs at its works in Tarn by next year. The union Metall Nord rejected the plan on Friday.',
    ),
    tell(
      'b',
      'Courier',
      'Norvik Steel will cut 340 of 2,100 jobs at its works in Tarn next year. Mayor Sunniva Dahl spoke of a heavy blow for the town.',
    ),
    tell('c', 'Post', 'Bakers in Lohne raised the price of bread by a tenth.'),
  ]
  const bullets = extractBullets(story, 4)

  test('cites first its own sentence, then one of each article that says the same', () => {
    const jobs = bullets.filter(({ text }) => text.includes('340'))
    expect(jobs).toHaveLength(1)
    expect(jobs[0]?.citations.map(({ articleId }) => articleId).toSorted()).toEqual(['a', 'b'])
    expect(jobs[0]?.citations[0].quote).toBe(jobs[0]?.text)
  })

  test('does not tell the same twice and tells what only one knows', () => {
    expect(bullets).toHaveLength(4)
    expect(bullets.map(({ text }) => text)).toContain('The union Metall Nord rejected the plan on Friday.')
  })

  test('an article without text does not count', () => {
    const [first] = story
    expect(extractBullets([tell('z', 'Empty', ''), first!], 2).map(({ text }) => text)).toEqual(
      extractBullets([first!], 2).map(({ text }) => text),
    )
  })

  test('the sections of an article are all told in a story as well', () => {
    const wire = { ...fixture('translated-wire'), id: 'wire' as ArticleId }
    const short = tell(
      'short',
      'Post',
      'President Tomas Kelm of Varnia met reporters in Port Sable on Wednesday and said he is ready to negotiate.',
    )
    const starts = extractBullets([wire, short], 6).flatMap(({ citations: [own] }) =>
      own.articleId === wire.id ? [own.start] : [],
    )
    const headings = ['A threat of', 'Pilots on', 'Losses at', 'Allies dis', 'The way out'].map(heading =>
      wire.text.indexOf(heading),
    )
    const sections = starts.map(start => headings.filter(at => at < start).length)
    expect(sections.length).toBeGreaterThanOrEqual(5)
    expect(new Set(sections).size).toBe(sections.length)
  })

  test('Chinese articles are told in whole sentences', () => {
    const chinese = [
      tell('a', '甲', '塔恩市议会星期一批准修建新桥，造价一千二百万克朗。工程将于六月开始，为期两年。'),
      tell('b', '乙', '塔恩市议会星期一批准修建新桥。市长表示，居民对工程期盼已久。'),
    ].map(article => ({ ...article, language: 'zh' }))
    const told = extractBullets(chinese, 3).map(({ text }) => text)
    expect(told.length).toBeGreaterThanOrEqual(2)
    for (const text of told) expect(text).toMatch(/^[^。]+。$/u)
  })

  test('the same input gives the same bullets', () => {
    expect(extractBullets(story, 4)).toEqual(bullets)
  })
})

describe('the library functions', () => {
  test('summarize names the address, else the id, as source and gives the sentence', () => {
    const text = 'Norvik Steel will cut 340 jobs in Tarn. The union rejected the plan.'
    expect(summarize({ title: '', text, url: 'https://gazette.example/1' }, { bullets: 1 })).toEqual([
      {
        text: 'Norvik Steel will cut 340 jobs in Tarn.',
        sources: ['https://gazette.example/1'],
        quotes: ['Norvik Steel will cut 340 jobs in Tarn.'],
      },
    ])
    expect(summarize({ text }, { bullets: 1 })[0]?.sources).toEqual(['0'])
  })

  test('digestStory names the articles by their ids', () => {
    const [bullet] = digestStory(
      [
        { id: 'x', title: 'Tarn', text: 'Norvik Steel will cut 340 jobs in Tarn.' },
        { id: 'y', title: 'Tarn', text: 'Norvik Steel will cut 340 jobs in Tarn next year.' },
      ],
      { bullets: 1 },
    )
    expect(bullet?.sources.toSorted()).toEqual(['x', 'y'])
  })
})

test('of hundreds of articles of one story only the lead, the first and the newest are read: nothing else gets its turn meanwhile', () => {
  const articles = Array.from({ length: 300 }, (_, at) =>
    sampleArticle({
      id: `a${at}` as ArticleId,
      outlet: `Outlet ${at}`,
      text: `The flood of Ambledon has cost ${at + 1} million.`,
    }),
  )
  let read = 0
  const { signal } = new AbortController()
  const counting = Object.assign(signal, {
    throwIfAborted() {
      read += 1
    },
  })
  expect(extractBullets(articles, 3, { signal: counting }).length).toBeGreaterThan(0)
  expect(read).toBe(32)
})
