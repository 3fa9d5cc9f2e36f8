import type { AnalysedArticle, Article } from '../model/article.ts'
import { copyOwners, shinglesOf } from '../text/copies.ts'
import { creditOf } from '../text/credits.ts'
import { analyse } from '../text/terms.ts'

/** Characters of a text that are compared. */
const COMPARED_CHARACTERS = 3000

/** An article; where its stems are known they need not be taken again. */
type MaybeAnalysed = Article & Partial<Pick<AnalysedArticle, 'terms'>>

function stemsOf({ title, text, language, terms }: MaybeAnalysed): readonly string[] {
  if (terms !== undefined) return (text === '' ? terms.title : terms.text).split(' ')
  return analyse(text === '' ? title : text.slice(0, COMPARED_CHARACTERS), language)
}

/** Articles that go back to one report. */
export interface Origin<A extends Article = Article> {
  readonly articles: readonly A[]
  /** The agency that one of them credits. */
  readonly agency?: string
}

/** The outlet that all of a group's articles are of; undefined when there are several or it is not known. */
function onlyOutlet(group: readonly Article[]): string | undefined {
  const [first] = group
  if (first === undefined || first.outlet === '') return undefined
  return group.every(({ outlet }) => outlet === first.outlet) ? first.outlet : undefined
}

/**
 * What a group of copies goes by: the agency whose report it is, else the outlet that wrote it. Two papers that print an
 * agency's reports, each in its own cut or wording, have one origin.
 */
function originName(
  group: readonly Article[],
  soleAgency: (article: Article) => string | undefined,
): string | undefined {
  const agency = group.map(soleAgency).find(name => name !== undefined)
  if (agency !== undefined) return `agency ${agency}`
  const outlet = onlyOutlet(group)
  return outlet === undefined ? undefined : `outlet ${outlet}`
}

/**
 * Sorts the articles of a story by where they come from: near-verbatim copies are one origin, so are reports that credit
 * one agency and nothing else, and so are an outlet's own articles. An agency that is credited for a part of a report only
 * lowers how much must be the same.
 * @param articles of one story; at most a few hundred (each pair is compared)
 * @returns every article in exactly one origin; origins by their first article, articles in the order given
 */
export function groupOrigins<A extends Article>(articles: readonly A[]): readonly Origin<A>[] {
  const credits = new Map(articles.map(article => [article.id, creditOf(article)] as const))
  const agencyOf = ({ id }: Article): string | undefined => credits.get(id)?.agency
  const soleAgency = ({ id }: Article): string | undefined =>
    credits.get(id)?.isSole === true ? credits.get(id)?.agency : undefined
  const owners = copyOwners(
    articles.map(article => ({ shingles: shinglesOf(stemsOf(article)), agency: agencyOf(article) })),
  )
  const copies = [...Map.groupBy(articles, (_, at) => owners[at] ?? at).values()]
  const origins = Map.groupBy(copies, (group, at) => originName(group, soleAgency) ?? at)
  return [...origins.values()].map(groups => {
    const members = new Set(groups.flat())
    const agency = [...members].map(agencyOf).find(name => name !== undefined)
    const inOrder = articles.filter(article => members.has(article))
    return agency === undefined ? { articles: inOrder } : { articles: inOrder, agency }
  })
}

/**
 * How many independent reports a story rests on: wire copies and further articles of one outlet count once.
 * @returns 0 for no articles
 */
export function countOrigins(articles: readonly Article[]): number {
  // Most stories are of one article; comparing its words with nothing would take most of a briefing's time.
  return articles.length < 2 ? articles.length : groupOrigins(articles).length
}
