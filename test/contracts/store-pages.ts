import { expect, it } from 'vitest'
import type { ArticleId } from '../../src/model/article.ts'
import type { Store } from '../../src/ports/store.ts'
import { keepArticles, sampleArticle } from './store-samples.ts'

/** What every store promises about the pages that are to be read. */
export function keepsPageContract(store: () => Store): void {
  const ids = (...names: readonly string[]): readonly ArticleId[] => names as readonly ArticleId[]

  it('keeps them in the order in which they came, each once, and forgets those that are dropped', async () => {
    await keepArticles(
      store(),
      ['a1', 'a2', 'a3'].map(id => sampleArticle(id)),
    )
    await store().addPages(ids('a3', 'a1'))
    await store().addPages(ids('a2', 'a3'))
    expect(await store().listPages()).toEqual(['a3', 'a1', 'a2'])
    await store().dropPages(ids('a1', 'nobody'))
    expect(await store().listPages()).toEqual(['a3', 'a2'])
  })

  it('leaves out articles that it does not know', async () => {
    await store().addPages(ids('nobody'))
    expect(await store().listPages()).toEqual([])
  })
}
