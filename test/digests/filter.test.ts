import { describe, expect, test } from 'vitest'
import { createFilter } from '../../src/digests/filter.ts'
import { compileExpression, programOf, subjectOf } from '../../src/digests/filter-match.ts'
import { parseExpression } from '../../src/digests/filter-parse.ts'
import { compilePattern, PATTERN_READS } from '../../src/digests/filter-pattern.ts'
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { ChannelId } from '../../src/model/briefing.ts'
import type { FilterRule } from '../../src/model/filter.ts'
import { analyse } from '../../src/text/terms.ts'
import { sampleArticle } from '../contracts/store-samples.ts'

type Changes = Partial<AnalysedArticle>

const articleOf = (title: string, { text = '', language = 'en', ...changes }: Changes = {}): AnalysedArticle =>
  sampleArticle(title, {
    title,
    text,
    language,
    terms: { title: analyse(title, language).join(' '), text: analyse(text, language).join(' ') },
    ...changes,
  })

const fits = (rule: string, title: string, changes: Changes = {}): boolean =>
  compileExpression(parseExpression(rule))(subjectOf(articleOf(title, changes)))

describe('words of a rule', () => {
  test.each([
    ['elections', 'A snap election in Corvania', {}],
    ['ELECTION', 'Corvania’s elections begin', {}],
    ['wahl', 'Nach den Wahlen in Corvania', { language: 'de' }],
    ['Wähler', 'Die Wähler in Corvania', { language: 'de' }],
    ['élections', 'Elections en Corvanie', { language: 'fr' }],
    ['выборы', 'На выборах в Корвании', { language: 'ru' }],
    ['putin', 'Путин прибыл в Корванию', { language: 'ru' }],
    ['北京', '北京で会談', { language: 'ja' }],
    ['大学入試', '今年の大学入試が始まる', { language: 'ja' }],
    ['انتخابات', 'انتخابات في المدينة', { language: 'ar' }],
    ['covid-19', 'Covid cases rise', {}],
    ['5G', 'Port Merrow gets 5G', {}],
    ['ferry', 'Accident at Port Merrow', { text: 'The ferries stood still.' }],
  ])('%s is found in “%s”', (rule, title, changes) => {
    expect(fits(rule, title, changes)).toBe(true)
  })

  test.each([
    ['election', 'The selection of the jury', {}],
    ['mill', 'Miller wins the race', {}],
    ['title:ferry', 'Accident at Port Merrow', { text: 'The ferry stood still.' }],
    ['ferry', 'Accident at Port Merrow', { text: 'The train stood still.' }],
  ])('%s is not found in “%s”', (rule, title, changes) => {
    expect(fits(rule, title, changes)).toBe(false)
  })

  test.each([
    ['"rail strike"', 'A rail strike begins', true],
    ['"rail strikes"', 'The rail strike begins', true],
    ['"rail strike"', 'A strike on the rail', false],
    ['"rail strike"', 'Rail workers go on strike', false],
    ['"bank of Aldford"', 'The Bank of Aldford closes', true],
    ['"bank of Aldford"', 'Aldford bank closes', false],
    ['"Sky News"', 'Clear sky over Aldford', false],
    ['"Sky News"', 'Sky News has a new chief', true],
    ['"European Union summit"', 'Leaders at European Union summit', true],
    ['"European Union summit"', 'Leaders at EU summit', true],
    ['"Union summit"', 'Leaders at European Union summit', true],
    ['"Putin warns"', 'Vladimir Putin warns of floods', true],
    ['"Putin warns"', 'Merrow warns Putin', false],
    ['"bus bus bus"', 'Bus after bus', false],
    ['rail-strike', 'A rail strike begins', true],
  ])('%s in “%s”: %s', (rule, title, expected) => {
    expect(fits(rule, title)).toBe(expected)
  })

  test('a phrase does not reach from the title into the text', () => {
    expect(fits('"rail strike"', 'News of the rail', { text: 'Strike ends.' })).toBe(false)
  })

  test('a phrase goes without the words that texts of that language drop', () => {
    expect(fits('"Mise en scène"', 'La mise en scène de la pièce', { language: 'fr' })).toBe(true)
    expect(fits('"young people die"', 'Young people die at sea')).toBe(true)
  })
})

describe('fields of a rule', () => {
  const bbc: Changes = { outlet: 'BBC News', url: 'https://www.bbc.co.uk/news/1', topics: ['world', 'Front page'] }
  test.each([
    ['outlet:bbc', true],
    ['outlet:"bbc news"', true],
    ['outlet:"news bbc"', false],
    ['outlet:bb', false],
    ['outlet:bbc.co.uk', true],
    ['outlet:www.bbc.co.uk', true],
    ['outlet:co.uk', true],
    ['outlet:c.co.uk', false],
    ['topic:World', true],
    ['topic:"front page"', true],
    ['topic:front', false],
    ['lang:en', true],
    ['lang:EN-gb', true],
    ['lang:de', false],
    ['-lang:de outlet:bbc', true],
  ])('%s: %s', (rule, expected) => {
    expect(fits(rule, 'High tide', bbc)).toBe(expected)
  })

  test('an article of unknown language or without a link fits none of them', () => {
    const { language: _language, ...unknown } = articleOf('High tide', { url: '' })
    const stands = (rule: string) => compileExpression(parseExpression(rule))(subjectOf(unknown))
    expect(stands('lang:en')).toBe(false)
    expect(stands('outlet:harbour.example')).toBe(false)
  })

  test('the name of an outlet in a script without blanks is found by a part', () => {
    expect(fits('outlet:朝日', 'x', { outlet: '朝日新聞' })).toBe(true)
  })
})

describe('AND, OR and NOT', () => {
  test.each([
    ['rail strike', 'Rail strike', true],
    ['rail strike', 'Rail news', false],
    ['rail OR bus', 'Bus news', true],
    ['rail -strike', 'Rail news', true],
    ['rail -strike', 'Rail strike', false],
    ['bus OR rail strike', 'Rail news', false],
    ['(bus OR rail) strike', 'Bus strike', true],
    ['-(bus OR rail)', 'Ferry', true],
    ['-(bus OR rail)', 'Bus', false],
    ['-(bus rail)', 'Bus', true],
  ])('%s, “%s”: %s', (rule, title, expected) => {
    expect(fits(rule, title)).toBe(expected)
  })
})

describe('patterns of a rule', () => {
  test.each([
    ['/goal(s|keeper)/', 'The goalkeeper', true],
    ['/GOAL/', 'The goalkeeper', false],
    ['/GOAL/i', 'The goalkeeper', true],
    ['/ÄRGER/i', 'Viel Ärger', true],
    ['title:/^live\\b/i', 'LIVE: the match', true],
    ['title:/tide/', 'The match', false],
    ['/high.tide/', 'The match', true],
    ['/high tide/', 'The match', false],
    ['/match.*tide/', 'The match', false],
    ['/match.*tide/s', 'The match', true],
    ['/^at high/m', 'The match', true],
    ['/and\\/or/', 'Bus and/or rail', true],
  ])('%s on “%s”: %s', (rule, title, expected) => {
    expect(fits(rule, title, { text: 'at high\ttide' })).toBe(expected)
  })

  test('look at a text no further than they may', () => {
    const pattern = compilePattern('z', '')
    expect(pattern.test(`${'a'.repeat(PATTERN_READS - 1)}z`)).toBe(true)
    expect(pattern.test(`${'a'.repeat(PATTERN_READS)}z`)).toBe(false)
  })

  test('that are hostile take steps in proportion to the text: a backtracking engine would need years', () => {
    const hostile = [
      '/(a+)+$/',
      '/(a|aa)+$/',
      '/^(a|a?)+$/',
      '/(.*)(.*)(.*)(.*)(.*)[0-9]x/',
      '/([a-z ]*)*\\d/',
      '/(x+x+)+y/',
      '/^(([a-z])+.)+[A-Z]([a-z])+$/',
      `/${'a?'.repeat(60)}${'a'.repeat(60)}$/`,
    ]
    const texts = ['a', 'x', 'ab ', 'xa'].map(part => `${part.repeat(PATTERN_READS)}`.slice(0, PATTERN_READS - 10))
    const start = performance.now()
    for (const rule of hostile) for (const text of texts) expect(fits(rule, `${text}!`)).toBe(false)
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('have a size, which is what a letter may cost', () => {
    expect(programOf(parseExpression('strike'))).toBe(0)
    const one = programOf(parseExpression('/a{80}/'))
    expect(one).toBeGreaterThanOrEqual(80)
    expect(programOf(parseExpression('-(/a{80}/ OR strike) /a{80}/'))).toBe(2 * one)
  })
})

describe('the rules of a channel', () => {
  const rules = (...texts: readonly string[]): readonly FilterRule[] =>
    texts.map((text, at) => {
      const [mode = '', ...rule] = text.split(' ')
      return {
        channelId: 'discord:1' as ChannelId,
        number: at + 1,
        mode: mode as FilterRule['mode'],
        rule: rule.join(' '),
        createdAt: new Date(0),
      }
    })
  const judge = (texts: readonly string[], title: string) => {
    const { isKept, by } = createFilter(rules(...texts)).judge(articleOf(title))
    return `${isKept ? 'kept' : 'dropped'} ${by === undefined ? '-' : `${by.number}: ${by.rule}`}`
  }

  test('none: everything is kept', () => {
    expect(judge([], 'Rail strike')).toBe('kept -')
  })

  test('what a hide-rule fits is dropped, and the rule is named', () => {
    expect(judge(['hide bus', 'hide strike'], 'Rail strike')).toBe('dropped 2: strike')
    expect(judge(['hide bus', 'hide strike'], 'Rail news')).toBe('kept -')
  })

  test('with only-rules one of them must fit, and a hide-rule beats them', () => {
    const both = ['only rail', 'only bus', 'hide strike']
    expect(judge(both, 'Bus news')).toBe('kept 2: bus')
    expect(judge(both, 'Ferry news')).toBe('dropped -')
    expect(judge(both, 'Bus strike')).toBe('dropped 3: strike')
  })

  test('a rule that can not be read any more hides nothing and is named', () => {
    const filter = createFilter(rules('hide (bus', 'only )', 'hide strike'))
    expect(filter.unreadable.map(({ number }) => number)).toEqual([1, 2])
    expect(filter.judge(articleOf('Bus news')).isKept).toBe(true)
    expect(filter.judge(articleOf('Rail strike')).isKept).toBe(false)
  })
})
