import { describe, expect, test } from 'vitest'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { StoryId } from '../../src/model/story.ts'
import { groupStories } from '../../src/stories/cluster.ts'
import { makeLiveStories } from '../../src/stories/live-stories.ts'
import { type Draft, hoursAfter, makeArticle, NOON } from './articles.ts'

/** The groups that the live stories end in, and those of the batch: both must agree. */
function groupsOf(drafts: readonly Draft[]): readonly (readonly string[])[] {
  const articles = drafts.map(makeArticle)
  const live = makeLiveStories({ newId: (lead: ArticleId) => `s-${lead}` as StoryId })
  for (const article of articles) live.join(article)
  const storyOf = new Map(
    live.takeChanges().stories.flatMap(story => story.articleIds.map(id => [id, story.id] as const)),
  )
  const joined = [...Map.groupBy(articles, ({ id }) => storyOf.get(id)).values()].map(group =>
    group.map(({ id }) => id),
  )
  const plain = ({ id, title, text, publishedAt }: AnalysedArticle) => ({ id: id as string, title, text, publishedAt })
  const atOnce = groupStories(articles.map(plain)).map(({ articleIds }) => [...articleIds])
  expect(atOnce).toEqual(joined)
  return joined
}

const FERRY: Readonly<Record<'en' | 'de' | 'ru' | 'fr', Omit<Draft, 'id'>>> = {
  en: {
    language: 'en',
    title: 'Ferry Halcyon runs aground off Marlo with 83 aboard',
    text: 'The ferry Halcyon ran aground off the island of Marlo on Tuesday with 83 people aboard. Captain Jonas Wendell told the coast guard in Tressport that the steering had failed. The harbour office fined the owner 12,500 crowns last year.',
  },
  de: {
    language: 'de',
    title: 'Fähre „Halcyon“ läuft vor Marlo auf Grund, 83 Menschen an Bord',
    text: 'Die Fähre Halcyon ist am Dienstag vor der Insel Marlo mit 83 Menschen an Bord auf Grund gelaufen. Kapitän Jonas Wendell sagte der Küstenwache in Tressport, das Ruder habe versagt. Das Hafenamt hatte gegen den Eigner im vergangenen Jahr eine Strafe von 12.500 Kronen verhängt.',
  },
  ru: {
    language: 'ru',
    title: 'Паром «Халсион» с 83 пассажирами сел на мель у острова Марло',
    text: 'Паром с 83 пассажирами на борту сел на мель у острова Марло во вторник. Капитан Йонас Венделл сообщил береговой охране в Тресспорте, что отказало рулевое управление. В прошлом году портовое ведомство оштрафовало владельца на 12 500 крон.',
  },
  fr: {
    language: 'fr',
    title: 'Le ferry Halcyon s’échoue au large de Marlo avec 83 personnes à bord',
    text: 'Le ferry Halcyon s’est échoué mardi au large de l’île de Marlo avec 83 personnes à bord. Le capitaine Jonas Wendell a déclaré aux garde-côtes de Tressport que la barre ne répondait plus.',
  },
}

describe('one event in several languages', () => {
  test('is one story when names, numbers and time agree', () => {
    const drafts = (['en', 'de', 'ru', 'fr'] as const).map((language, at) => ({
      id: language,
      ...FERRY[language],
      at: hoursAfter(NOON, at),
    }))
    expect(groupsOf(drafts)).toEqual([['en', 'de', 'ru', 'fr']])
  })

  test('is one story also by names that all the world knows, in three spellings', () => {
    const drafts: readonly Draft[] = [
      {
        id: 'en',
        language: 'en',
        title: 'Zelensky and Macron sign deal for 48 Rafale jets in Paris',
        text: 'Ukrainian President Volodymyr Zelensky and French President Emmanuel Macron signed a deal for 48 Rafale jets in Paris on Monday.',
      },
      {
        id: 'de',
        language: 'de',
        title: 'Selenskyj und Macron vereinbaren in Paris Lieferung von 48 Rafale-Kampfjets',
        text: 'Der ukrainische Präsident Wolodymyr Selenskyj und der französische Präsident Emmanuel Macron haben am Montag in Paris die Lieferung von 48 Kampfjets vom Typ Rafale vereinbart.',
      },
      {
        id: 'ru',
        language: 'ru',
        title: 'Зеленский и Макрон подписали в Париже соглашение о 48 истребителях «Рафаль»',
        text: 'Президент Украины Владимир Зеленский и президент Франции Эммануэль Макрон подписали в понедельник в Париже соглашение о поставке 48 истребителей.',
      },
    ]
    expect(groupsOf(drafts)).toEqual([['en', 'de', 'ru']])
  })

  test('grows on in each of its languages', () => {
    const drafts: readonly Draft[] = [
      { id: 'en', ...FERRY.en },
      { id: 'de', ...FERRY.de, at: hoursAfter(NOON, 1) },
      {
        id: 'en2',
        language: 'en',
        at: hoursAfter(NOON, 2),
        title: 'Steering failed on ferry Halcyon, captain tells coast guard after grounding off Marlo',
        text: 'The captain of the ferry that ran aground off the island of Marlo told the coast guard that the steering had failed. All aboard the Halcyon were taken off.',
      },
    ]
    expect(groupsOf(drafts)).toEqual([['en', 'de', 'en2']])
  })
})

describe('different events in different languages stay apart', () => {
  const apart = (name: string, first: Omit<Draft, 'id'>, second: Omit<Draft, 'id'>): void => {
    test(name, () => {
      expect(
        groupsOf([
          { id: 'a', ...first },
          { id: 'b', ...second },
        ]),
      ).toEqual([['a'], ['b']])
    })
  }

  apart(
    'the same person on another matter',
    {
      language: 'en',
      title: 'Macron opens nuclear plant in Flamanville after 17 years of delays',
      text: 'French President Emmanuel Macron opened the reactor at Flamanville on Monday, 17 years after work began. It cost 13 billion euros.',
    },
    {
      language: 'de',
      title: 'Macron empfängt Merz in Paris zu Gesprächen über 2 Reformen',
      text: 'Der französische Präsident Emmanuel Macron hat Bundeskanzler Friedrich Merz am Montag in Paris empfangen. Es ging um den Haushalt und 25 gemeinsame Vorhaben.',
    },
  )
  apart(
    'the same people and places with other figures',
    {
      language: 'en',
      title: 'Putin and Lukashenko agree on 37 drone factories near Minsk',
      text: 'Russian President Vladimir Putin and Alexander Lukashenko of Belarus agreed in Minsk on Monday to build 37 factories for drones.',
    },
    {
      language: 'ru',
      title: 'Путин и Лукашенко открыли в Минске выставку: 64 участника',
      text: 'Президент России Владимир Путин и Александр Лукашенко открыли в понедельник в Минске выставку, в которой участвуют 64 компании.',
    },
  )
  apart(
    'the same year, date and round numbers',
    {
      language: 'en',
      title: 'Russia and Ukraine swap 100 prisoners on 24 February 2026',
      text: 'Russia and Ukraine exchanged 100 prisoners each on Tuesday, Kyiv said.',
    },
    {
      language: 'de',
      title: 'Russland greift Ukraine mit 100 Drohnen an',
      text: 'Russland hat die Ukraine in der Nacht mit 100 Drohnen angegriffen, teilte Kiew mit. Seit 2022 herrscht Krieg.',
    },
  )
  apart(
    'the same people in the same place with one small number',
    {
      language: 'en',
      title: 'Scholz and Meloni meet in Rome, 3 hours of talks',
      text: 'Olaf Scholz and Giorgia Meloni talked for 3 hours in Rome on Tuesday about migrants at sea and the gas pipeline, before a summit of the union in June.',
    },
    {
      language: 'fr',
      title: 'Scholz et Meloni à Rome : 3 arrestations lors d’une manifestation',
      text: 'La police a arrêté 3 personnes mardi à Rome pendant une manifestation contre la visite de Olaf Scholz chez Giorgia Meloni, près du Colisée.',
    },
  )
  apart('the same event four days later', { ...FERRY.en }, { ...FERRY.de, at: hoursAfter(NOON, 96) })
  apart(
    'the same names and figures two days later, and not a word in common',
    { ...FERRY.en },
    { ...FERRY.ru, at: hoursAfter(NOON, 48) },
  )
  apart(
    'the same figure with other names',
    { ...FERRY.en },
    {
      language: 'de',
      title: 'Bergbahn in Oberau steht still, 83 Fahrgäste warten',
      text: 'In Oberau ist am Dienstag die Bergbahn stehen geblieben. 83 Fahrgäste mussten zwei Stunden warten, wie Betriebsleiterin Ursel Kogler sagte.',
    },
  )
})
