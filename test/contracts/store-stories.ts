import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { articleId, ids, keepArticles, minute, sampleArticle, sampleStory, storyId } from './store-samples.ts'

const keepFour = (store: Store): Promise<void> =>
  keepArticles(
    store,
    ['a1', 'a2', 'a3', 'a4'].map((id, index) => sampleArticle(id, { seenAt: minute(index) })),
  )

export function keepsStoryContract(store: () => Store): void {
  test('a story comes back as it was saved, its articles in their order', async () => {
    await keepFour(store())
    const story = sampleStory('s1', ['a3', 'a1'], { leadId: articleId('a1') })
    await store().saveStories([story])
    expect(await store().listStories(new Date(0))).toEqual([story])
    const grown = { ...story, articleIds: ['a3', 'a1', 'a2'].map(articleId), lastSeenAt: minute(20) }
    await store().saveStories([grown])
    expect(await store().listStories(new Date(0))).toEqual([grown])
  })

  test('lists the stories that got an article since then, newest first', async () => {
    await keepFour(store())
    await store().saveStories([
      sampleStory('old', ['a1'], { lastSeenAt: minute(1) }),
      sampleStory('mid', ['a2'], { lastSeenAt: minute(2) }),
      sampleStory('new', ['a3'], { lastSeenAt: minute(3) }),
    ])
    expect(ids(await store().listStories(minute(2)))).toEqual(['new', 'mid'])
  })

  test('lists them page by page, each behind the one before, also those of the same moment', async () => {
    await keepFour(store())
    await store().saveStories([
      sampleStory('s3', ['a1'], { lastSeenAt: minute(5) }),
      sampleStory('s1', ['a2'], { lastSeenAt: minute(5) }),
      sampleStory('s2', ['a3'], { lastSeenAt: minute(5) }),
      sampleStory('s0', ['a4'], { lastSeenAt: minute(4) }),
    ])
    const first = await store().listStories(minute(0), { limit: 2 })
    expect(ids(first)).toEqual(['s1', 's2'])
    const second = await store().listStories(minute(0), { limit: 2, behind: first.at(-1) })
    expect(ids(second)).toEqual(['s3', 's0'])
    expect(await store().listStories(minute(0), { limit: 2, behind: second.at(-1) })).toEqual([])
  })

  test('articles without a story are listed, oldest seen first', async () => {
    await keepFour(store())
    await store().saveStories([sampleStory('s1', ['a2'])])
    expect(ids(await store().listUnclustered(9))).toEqual(['a1', 'a3', 'a4'])
    expect(ids(await store().listUnclustered(2))).toEqual(['a1', 'a3'])
  })

  test('an article moves to the story that names it', async () => {
    await keepFour(store())
    await store().saveStories([sampleStory('s1', ['a1', 'a2', 'a3'])])
    await store().saveStories([sampleStory('s2', ['a4', 'a1'])])
    const kept = await store().listStories(new Date(0))
    const [first, second] = ['s1', 's2'].map(id => kept.find(story => story.id === id))
    expect(first?.articleIds).toEqual(['a2', 'a3'])
    expect(first?.leadId).toBe('a2')
    expect(second?.articleIds).toEqual(['a4', 'a1'])
    const stories = await store().storiesOf(['a1', 'a2', 'nobody'].map(articleId))
    expect([...stories].map(([id, story]) => [id, story.id]).toSorted()).toEqual([
      ['a1', 's2'],
      ['a2', 's1'],
    ])
    expect(stories.get(articleId('a1'))).toEqual(second)
  })

  test('a story that lost all its articles is gone', async () => {
    await keepFour(store())
    await store().saveStories([sampleStory('s1', ['a1']), sampleStory('s2', ['a2'])])
    await store().saveStories([sampleStory('s2', ['a2', 'a1'])])
    expect(ids(await store().listStories(new Date(0)))).toEqual(['s2'])
    expect((await store().countArticles()).stories).toBe(1)
  })

  test('an article that its story names no more waits for another story', async () => {
    await keepFour(store())
    await store().saveStories([sampleStory('s1', ['a1', 'a2', 'a3', 'a4'])])
    await store().saveStories([sampleStory('s1', ['a1', 'a2', 'a3'])])
    expect(ids(await store().listUnclustered(9))).toEqual(['a4'])
  })

  describe('a story that ended in another', () => {
    const saveMerged = async (): Promise<void> => {
      await keepFour(store())
      await store().saveStories([sampleStory('s1', ['a1', 'a2']), sampleStory('s2', ['a3']), sampleStory('s3', ['a4'])])
      await store().saveStories([sampleStory('s1', ['a1', 'a2', 'a3'])])
    }

    test('is found under its old id as the one that goes on', async () => {
      await saveMerged()
      const goesOn = await store().findStory(storyId('s1'))
      expect(goesOn?.articleIds).toEqual(['a1', 'a2', 'a3'])
      expect(await store().findStory(storyId('s2'))).toEqual(goesOn)
      expect(await store().findStory(storyId('nobody'))).toBeUndefined()
      expect((await store().countArticles()).stories).toBe(2)
      expect(ids(await store().listStories(new Date(0)))).not.toContain('s2')
    })

    test('leads on when that one ends in a third', async () => {
      await saveMerged()
      await store().saveStories([sampleStory('s3', ['a4', 'a1', 'a2', 'a3'])])
      const asked = ['s1', 's2', 's3', 'nobody'].map(storyId)
      expect([...(await store().currentStories(asked))].toSorted()).toEqual([
        ['s1', 's3'],
        ['s2', 's3'],
        ['s3', 's3'],
      ])
      expect((await store().findStory(storyId('s2')))?.id).toBe('s3')
    })

    test('leads to the one that got most of its articles, of equals to the one with its first', async () => {
      await keepFour(store())
      await store().saveStories([sampleStory('s1', ['a1', 'a2', 'a3']), sampleStory('s2', ['a4'])])
      await store().saveStories([sampleStory('s2', ['a4', 'a1']), sampleStory('s3', ['a2', 'a3'])])
      await store().saveStories([sampleStory('s4', ['a4']), sampleStory('s5', ['a1'])])
      const current = await store().currentStories(['s1', 's2'].map(storyId))
      expect([...current]).toEqual([
        ['s1', 's3'],
        ['s2', 's4'],
      ])
    })

    test('is a story again when it is saved again', async () => {
      await saveMerged()
      await store().saveStories([sampleStory('s2', ['a3'])])
      expect((await store().findStory(storyId('s2')))?.articleIds).toEqual(['a3'])
      expect((await store().findStory(storyId('s1')))?.articleIds).toEqual(['a1', 'a2'])
    })
  })
}
