import { describe, expect, test } from 'vitest'
import { separatePeople } from '../../src/digests/namesakes.ts'
import type { AnalysedArticle } from '../../src/model/article.ts'
import { makeArticle } from '../stories/articles.ts'

const noStories = async () => () => undefined
const article = (id: string, text: string, language = 'en') => makeArticle({ id, title: 'News', text, language })
const separate = (word: string, articles: readonly AnalysedArticle[]) => separatePeople(word, articles, noStories)

const MARY = 'The minister Mary Miller signed the contract for the harbour of Tarn. Miller said it was cheap.'
const TOM = 'Rovers won as striker Tom Miller scored twice in Port Merrin. Miller left after an hour.'

describe('a surname that two people bear', () => {
  test('is told apart: the one in most articles first, with the articles about that one', async () => {
    const articles = [article('1', TOM), article('2', MARY), article('3', MARY.replace('signed', 'read'))]
    const found = await separate('miller', articles)
    expect(found?.people).toEqual([
      { name: 'Mary Miller', articles: 2 },
      { name: 'Tom Miller', articles: 1 },
    ])
    expect(found?.articles.map(({ id }) => id)).toEqual(['2', '3'])
  })

  test('takes what names no first name from the stories about the first of them', async () => {
    const alone = article('3', 'Miller said the harbour of Tarn would open in spring.')
    const stray = article('4', 'Miller left Port Merrin in the evening.')
    const articles = [article('1', MARY), article('2', TOM), alone, stray, article('5', MARY)]
    const stories = new Map([
      ['1', 'harbour'],
      ['2', 'match'],
      ['3', 'harbour'],
      ['4', 'match'],
      ['5', 'harbour'],
    ])
    const found = await separatePeople(
      'miller',
      articles,
      async () =>
        ({ id }) =>
          stories.get(id),
    )
    expect(found?.articles.map(({ id }) => id)).toEqual(['1', '3', '5'])
  })

  test.each([
    [
      'de',
      'Bergmann',
      'Die Ministerin Jana Bergmann unterschrieb. Bergmann sagte, es sei gut.',
      'Der Stürmer Ole Bergmann traf zweimal. Bergmann ging früh.',
    ],
    [
      'fr',
      'Vasseur',
      'La ministre Anne Vasseur a signé. Vasseur a dit non.',
      'Le joueur Luc Vasseur a marqué. Vasseur est sorti.',
    ],
    [
      'es',
      'Quiroga',
      'La ministra Ana Quiroga firmó. Quiroga dijo que no.',
      'El jugador Luis Quiroga marcó. Quiroga salió.',
    ],
  ])('is told apart in %s', async (language, word, one, other) => {
    const found = await separate(word, [article('1', one, language), article('2', other, language)])
    expect(found?.people).toHaveLength(2)
  })
})

describe('nobody is told apart', () => {
  test.each([
    ['one person alone', 'miller', [MARY, MARY]],
    ['one in several spellings', 'miller', [MARY.replace('Mary', 'Alexander'), MARY.replace('Mary', 'Aleksander')]],
    ['one with and without office', 'miller', [MARY, MARY.replace('The minister Mary Miller', 'Minister Miller')]],
    ['who is only named beside the other', 'miller', [`${MARY} Her brother Tom Miller plays for Rovers.`, MARY]],
    [
      'a word for a thing',
      'cup',
      ['Rovers won the Tarn Cup. The cup is old.', 'The Orrow Cup was won by United. A cup was given.'],
    ],
    [
      'a role in capitals',
      'miller',
      [MARY, 'Rovers won. Striker Miller scored; a striker like Miller is rare, said Miller.'],
    ],
    ['a place', 'miller', [MARY, 'Floods came to Port Miller. The port is shut, said Miller.']],
    ['nobody at all', 'harbour', ['The harbour is shut.', 'A harbour was built.']],
  ])('%s', async (_case, word, texts) => {
    expect(
      await separate(
        word,
        texts.map((text, at) => article(String(at), text)),
      ),
    ).toBeUndefined()
  })
})
