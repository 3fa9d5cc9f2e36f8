import { expect, test } from 'vitest'
import { findDisagreements } from '../../src/stories/disagreements.ts'
import { isElsewhere } from '../../src/stories/elsewhere.ts'
import { makeArticle } from './articles.ts'

const posted = (town: string, hurt: number) =>
  makeArticle({
    id: `post-${town}`,
    title: `${hurt} hurt as earthquake shakes ${town}`,
    text: `An earthquake shook the town of ${town} on Monday morning. The quake injured ${hurt} people, the rescue service of Corvania said.`,
  })

const wired = (town: string, hurt: number) =>
  makeArticle({
    id: `wire-${town}`,
    title: `${town} counts its injured after quake`,
    text: `Roofs fell into the streets of ${town} when the ground moved. Doctors in Corvania treated the wounded all day: the earthquake injured ${hurt} people.`,
  })

test('two events of one kind in two towns are no disagreement, two counts of one town are', () => {
  expect(findDisagreements([posted('Tarn', 3), wired('Orlow', 5)])).toEqual([])
  expect(findDisagreements([posted('Tarn', 3), wired('Tarn', 5)])).toHaveLength(1)
})

test('an article that knows the place of the other tells of the same', () => {
  const near = makeArticle({
    id: 'near',
    title: 'Earthquake wakes Dunmere',
    text: 'The earthquake of Tarn was felt in Dunmere.',
  })
  expect(isElsewhere(posted('Tarn', 3), near)).toBe(false)
  expect(isElsewhere(posted('Tarn', 3), wired('Orlow', 3))).toBe(true)
})

test('a title without a name says nothing', () => {
  const bare = makeArticle({ id: 'bare', title: 'Three hurt in earthquake', text: 'The earth shook on Monday.' })
  expect(isElsewhere(bare, wired('Orlow', 3))).toBe(false)
})
