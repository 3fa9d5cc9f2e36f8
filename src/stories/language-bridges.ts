import { type CarrierText, carriersOf } from '../text/carriers.ts'
import { type BridgeArticle, FEWEST_BRIDGES, makeBridges } from './bridges.ts'

type Text = CarrierText & BridgeArticle

interface Placed extends BridgeArticle {
  readonly owner: number
}

type Pair = readonly [number, number]

/** How many pairs of articles agree between each two groups that have any. */
function countAgreements(
  articles: readonly Placed[],
  texts: readonly Text[],
): readonly { pair: Pair; count: number }[] {
  const bridges = makeBridges<Placed>()
  articles.forEach((article, at) => {
    const text = texts[at]
    if (text !== undefined) bridges.add(article, carriersOf(text))
  })
  const counts = new Map<string, { readonly pair: Pair; count: number }>()
  for (const article of articles) {
    for (const other of bridges.abroad(article)) {
      if (other.owner <= article.owner) continue
      const key = `${article.owner} ${other.owner}`
      const found = counts.get(key) ?? { pair: [article.owner, other.owner], count: 0 }
      found.count++
      counts.set(key, found)
    }
  }
  return [...counts.values()]
}

/** Groups in different languages that tell of the same event, those with most agreeing articles first. */
function pairsAbroad(articles: readonly Placed[], texts: readonly Text[]): readonly Pair[] {
  const sizes = new Map([...Map.groupBy(articles, ({ owner }) => owner)].map(([owner, { length }]) => [owner, length]))
  return countAgreements(articles, texts)
    .filter(({ pair, count }) => count >= Math.min(FEWEST_BRIDGES, ...pair.map(owner => sizes.get(owner) ?? 0)))
    .sort((a, b) => b.count - a.count)
    .map(({ pair }) => pair)
}

/**
 * Makes one group of those that tell of one event in different languages.
 * @param owners for each article the name of its group
 * @param texts the articles, in the same order
 * @returns the names anew
 */
export function bridgeLanguages(owners: readonly number[], texts: readonly Text[]): readonly number[] {
  // Carriers are read only where there is something to bridge.
  if (new Set(texts.map(({ language }) => language).filter(language => language !== '')).size < 2) return owners
  const placed = texts.map(({ language, publishedMs }, at) => ({ owner: owners[at] ?? at, language, publishedMs }))
  const names = new Map<number, number>()
  const nameOf = (owner: number): number => {
    const name = names.get(owner)
    return name === undefined ? owner : nameOf(name)
  }
  for (const [a, b] of pairsAbroad(placed, texts)) {
    const [kept, gone] = [nameOf(a), nameOf(b)]
    if (kept !== gone) names.set(gone, kept)
  }
  return owners.map(nameOf)
}
