import type { ReadArticle, StorySentence } from './coverage.ts'
import { cosine } from './vectors.ts'

/** From this likeness on, two sentences of different articles say the same. */
const SAYS_THE_SAME = 0.6
const MOST_SENTENCES = 40

/** The sentences of other articles that say what a chosen one says: the best of each article, in the articles' order. */
export function supportOf(chosen: StorySentence, articles: readonly ReadArticle[]): readonly StorySentence[] {
  return articles.flatMap((other, article) => {
    if (article === chosen.article) return []
    const ranked = other.candidates
      .slice(0, MOST_SENTENCES)
      .map(candidate => ({ article, candidate, alike: cosine(candidate.vector, chosen.candidate.vector) }))
      .filter(({ alike }) => alike >= SAYS_THE_SAME)
      .sort((a, b) => b.alike - a.alike)
    return ranked.slice(0, 1).map(({ candidate }) => ({ article, candidate }))
  })
}
