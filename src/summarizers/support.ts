import type { ReadArticle, StorySentence } from './story.ts'
import { cosine } from './vectors.ts'

/** From this likeness on, two sentences of different articles say the same. */
const SAYS_THE_SAME = 0.6
const MOST_SENTENCES = 40
/** More outlets prove no more. */
const MOST_SUPPORT = 4

function bestIn(other: ReadArticle, article: number, chosen: StorySentence): readonly StorySentence[] {
  return other.candidates
    .slice(0, MOST_SENTENCES)
    .map(candidate => ({ article, candidate, alike: cosine(candidate.vector, chosen.candidate.vector) }))
    .filter(({ alike }) => alike >= SAYS_THE_SAME)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 1)
}

/**
 * The sentences of other outlets that say what a chosen one says, copies of a wire report among them.
 * @returns the best sentence of each outlet, in the articles' order, at most 4; none of the chosen one's own outlet
 */
export function supportOf(chosen: StorySentence, articles: readonly ReadArticle[]): readonly StorySentence[] {
  const heard = new Set([articles[chosen.article]?.outlet])
  const support: StorySentence[] = []
  articles.forEach((other, article) => {
    if (heard.has(other.outlet) || support.length === MOST_SUPPORT) return
    const found = bestIn(other, article, chosen)
    if (found.length > 0) heard.add(other.outlet)
    support.push(...found)
  })
  return support
}
