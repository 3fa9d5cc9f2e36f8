import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expression, groupOf, notOf, printExpression } from '../../src/digests/filter-expression.ts'
import { parseExpression } from '../../src/digests/filter-parse.ts'
import { explain } from '../../src/explain.ts'
import { UserError } from '../../src/model/errors.ts'
import { catalogues } from '../../src/text/words/catalogues.ts'

const written = (text: string): string => printExpression(parseExpression(text))

function errorOf(text: string): UserError {
  try {
    parseExpression(text)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error(`${text} was accepted`)
}

describe('an expression', () => {
  test.each([
    ['blanks mean AND', 'strike  rail', 'strike rail'],
    ['AND can be written', 'strike AND rail', 'strike rail'],
    ['NOT and a minus are the same', 'strike NOT football', 'strike -football'],
    ['AND NOT too', 'strike AND NOT football', 'strike -football'],
    ['a long minus of a phone too', 'strike –football', 'strike -football'],
    ['AND binds tighter than OR', 'strike rail OR bus', 'strike rail OR bus'],
    ['parentheses that change nothing go', '((strike) (rail))', 'strike rail'],
    [
      'parentheses that change something stay',
      'strike (rail OR bus) -(ferry OR (tram night))',
      'strike (rail OR bus) -(ferry OR tram night)',
    ],
    ['two minus signs are none', 'strike -(-rail)', 'strike rail'],
    [
      'quotation marks of any keyboard',
      '“rail strike” „Bahn Streik“ «grève du rail»',
      '"rail strike" "Bahn Streik" "grève du rail"',
    ],
    ['quotation marks round one word go', '"strike"', 'strike'],
    ['but not round one that would be an operator', 'title:"Not"', undefined],
    ['blanks in a phrase become one', '"rail   strike"', '"rail strike"'],
    ['fields in any letters', 'OUTLET:bbc Title:"rail strike" Lang:pt-BR', 'outlet:bbc title:"rail strike" lang:pt'],
    ['a pattern with slashes and flags', '/and\\/or/si', '/and\\/or/is'],
    ['a pattern in the title', '-title:/^live/i', '-title:/^live/i'],
    ['a colon in quotation marks', '"re:publica"', '"re:publica"'],
    ['a hyphen inside a word', 'covid-19 -x-ray', 'covid-19 -x-ray'],
    ['a word that touches a parenthesis', 'strike(rail OR bus)', 'strike (rail OR bus)'],
    ['letters of any script', 'выборы -北京 OR انتخابات', 'выборы -北京 OR انتخابات'],
  ])('%s: %s', (_promise, text, canonical) => {
    if (canonical === undefined) expect(errorOf(text).code).toBe('badFilter')
    else expect(written(text)).toBe(canonical)
  })

  const words = fc
    .array(
      fc.constantFrom(
        'strike',
        'rail',
        'выборы',
        '北京',
        'U.S.',
        "l'Ukraine",
        '42nd',
        'a',
        'of',
        'OR',
        'und',
        '-x',
        '#metoo',
        're:start',
        'e*',
        '/slash',
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map(parts => parts.join(' '))
    .filter(text =>
      ['strike', 'rail', 'выборы', '北京', 'U.S.', '42nd', 'metoo', 'start', 'slash'].some(one => text.includes(one)),
    )
  const where = fc.constantFrom('anywhere' as const, 'title' as const)
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.record({ kind: fc.constant('words' as const), where, text: words }),
    fc.record({
      kind: fc.constant('pattern' as const),
      where,
      source: fc.constantFrom('goal(s|keeper)?', 'a\\/b', '^live ', '\\d{4}', '[(]'),
      flags: fc.constantFrom('', 'i', 'ims'),
    }),
    fc.record({
      kind: fc.constantFrom('outlet' as const, 'topic' as const),
      text: fc.constantFrom('bbc', 'harbour post', 'bbc.co.uk', 'OR', '朝日'),
    }),
    fc.record({ kind: fc.constant('lang' as const), text: fc.constantFrom('de', 'en', 'pt') }),
  )
  const expressions = fc.letrec<{ node: Expression }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('node').map(notOf),
      fc
        .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('node'), { minLength: 2, maxLength: 4 }))
        .map(([kind, members]) => groupOf(kind, members)),
    ),
  })).node

  test('that is printed is read back as the same one', () => {
    let compared = 0
    fc.assert(
      fc.property(expressions, expression => {
        const text = printExpression(expression)
        if (text.length > 500) return
        compared += 1
        expect(parseExpression(text)).toEqual(expression)
      }),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  test('of any signs is read, or refused with a sentence in every language', () => {
    const sign = fc.constantFrom(
      '(',
      ')',
      '"',
      '“',
      '-',
      '/',
      'i',
      ':',
      'outlet:',
      'lang:',
      'title:',
      'AND ',
      ' OR ',
      'NOT ',
      'strike',
      'de',
      ' ',
      '*',
      '\\',
      '[',
      '{9}',
      '🙂',
      '\ud83d',
      '+',
      '?',
    )
    let read = 0
    let refused = 0
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(sign, { maxLength: 30 }).map(signs => signs.join('')),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        text => {
          try {
            const canonical = written(text)
            read += 1
            expect(written(canonical)).toBe(canonical)
          } catch (error) {
            if (!(error instanceof UserError)) throw error
            refused += 1
            for (const catalogue of catalogues) {
              const { message, isBug } = explain(error, catalogue, '')
              expect(isBug).toBe(false)
              expect(message.blocks[0]).toMatchObject({ text: expect.stringContaining('▸') })
            }
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(read).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(50)
  })
})

describe('a mistake is shown at its place, with what to write instead', () => {
  test.each([
    ['', 'empty', '▸'],
    ['rail "strike', 'unclosedQuote', 'rail ▸"strike'],
    ['rail ""', 'emptyQuote', 'rail ▸""'],
    ['rail /stri', 'unclosedPattern', 'rail ▸/stri'],
    ['rail //', 'emptyPattern', 'rail ▸//'],
    ['/rail/g', 'badFlags', '/rail/▸g'],
    ['bus /rail(/', 'badPattern', 'bus ▸/rail(/'],
    ['/(?=rail)/', 'badPattern', '▸/(?=rail)/'],
    ['/(rail)\\1/', 'badPattern', '▸/(rail)\\1/'],
    ['/(a{500}){2}/', 'largePattern', '▸/(a{500}){2}/'],
    ['/a{150}/ /b{150}/', 'largePattern', '/a{150}/ ▸/b{150}/'],
    ['bus (rail', 'unclosedParenthesis', 'bus ▸(rail'],
    ['bus (', 'unclosedParenthesis', 'bus ▸('],
    ['bus ) rail', 'strayParenthesis', 'bus ▸) rail'],
    [')', 'strayParenthesis', '▸)'],
    ['bus ()', 'emptyParenthesis', 'bus ▸()'],
    ['bus OR', 'missingOperand', 'bus ▸OR'],
    ['(bus AND) rail', 'missingOperand', '(bus ▸AND) rail'],
    ['bus NOT', 'missingOperand', 'bus ▸NOT'],
    ['OR bus', 'misplacedOperator', '▸OR bus'],
    ['bus OR OR rail', 'misplacedOperator', 'bus OR ▸OR rail'],
    ['bus or rail', 'smallOperator', 'bus ▸or rail'],
    ['bus oder rail', 'smallOperator', 'bus ▸oder rail'],
    ['bus the', 'commonWord', 'bus ▸the'],
    ['C++', 'commonWord', '▸C++'],
    ['elect*', 'wildcard', '▸elect*'],
    ['bus outlt:bbc', 'unknownField', 'bus ▸outlt:bbc'],
    ['outlet: bbc', 'missingValue', 'outlet:▸ bbc'],
    ['outlet:(bbc OR dpa)', 'plainValue', 'outlet:▸(bbc OR dpa)'],
    ['lang:german', 'badLanguage', '▸lang:german'],
    [`${'('.repeat(21)}bus${')'.repeat(21)}`, 'tooDeep', `${'('.repeat(21)}▸bus${')'.repeat(21)}`],
  ])('%s', (text, problem, place) => {
    expect(errorOf(text)).toMatchObject({ code: 'badFilter', details: { problem, place } })
  })

  test('in words that say what to write', () => {
    const say = (text: string, language: number): string => {
      const [block] = explain(errorOf(text), catalogues[language]!, '').message.blocks
      return block !== undefined && 'text' in block ? block.text : ''
    }
    expect(say('bus or rail', 0)).toBe('“or” joins nothing. Write OR in capitals. The arrow shows where: bus ▸or rail')
    expect(say('outlt:bbc', 0)).toContain('Did you mean outlet:?')
    expect(say('lang:deutsch', 0)).toContain('Did you mean lang:de?')
    expect(say('C++', 0)).toContain('write /C\\+\\+/i')
    expect(say('bus oder rail', 1)).toContain('Schreibe OR')
  })

  test('where the place lies far inside, with its surroundings only, and no half characters', () => {
    const text = `"${'🙂'.repeat(60)} bus" ) ${'🙂'.repeat(60)}`
    const { place = '' } = errorOf(`strike ${text}`).details
    expect(place).toMatch(/^…🙂+ bus" ▸\) 🙂+…$/u)
    expect(place.isWellFormed()).toBe(true)
    expect(place.length).toBeLessThan(110)
  })

  test('500 characters are read, 501 are not', () => {
    const longest = `"${'bus '.repeat(124)}bu"`
    expect(longest).toHaveLength(500)
    expect(() => parseExpression(longest)).not.toThrow()
    expect(errorOf(`${longest} `)).toMatchObject({ code: 'tooLong', details: { most: '500' } })
  })
})
