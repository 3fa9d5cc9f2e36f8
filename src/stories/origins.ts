import type { AnalysedArticle, Article } from '../model/article.ts'
import { analyse } from '../text/terms.ts'

/** Stems in a row that make one shingle (Broder 1997, https://en.wikipedia.org/wiki/W-shingling). */
const SHINGLE_STEMS = 3
/** Share of the shorter text's shingles that the longer one must hold for both to be one copy. */
const COPY_SHARE = 0.5
/** With the same agency's credit on both a smaller share will do: editors cut and add. */
const CREDITED_COPY_SHARE = 0.2
/** Texts with fewer shingles prove nothing but equality. */
const FEWEST_SHINGLES = 8
/** Characters of a text that are compared. */
const COMPARED_CHARACTERS = 3000

/** Agencies by the credits that outlets give them; each credit stands as a word of its own. */
const AGENCIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AFP|Agence France-Presse)\b/u, 'AFP'],
  [/\b(?:Reuters|REUTERS|Рейтер)\b/u, 'Reuters'],
  [/\b(?:AP|Associated Press)\b/u, 'AP'],
  [/\b(?:dpa|DPA|Deutsche Presse-Agentur)\b/u, 'dpa'],
  [/\b(?:EFE|Efe)\b/u, 'EFE'],
  [/\b(?:ANSA|Ansa)\b/u, 'ANSA'],
  [/\b(?:PAP)\b/u, 'PAP'],
  [/(?<!\p{L})(?:TASS|ТАСС)(?!\p{L})/u, 'TASS'],
  [/(?<!\p{L})(?:Interfax|Интерфакс)(?!\p{L})/u, 'Interfax'],
  [/(?<!\p{L})(?:Ukrinform|Укринформ|Укрінформ)(?!\p{L})/u, 'Ukrinform'],
  [/\b(?:Xinhua)\b|新华社/u, 'Xinhua'],
  [/\b(?:Kyodo)\b|共同通信/u, 'Kyodo'],
  [/\b(?:ANI|PTI|APA|ATS|Belga|Anadolu|Yonhap|Bloomberg)\b/u, ''],
]

/** Where a credit stands: in the byline, in brackets or before the dash that opens the text, or alone at the end. */
const OPENING = /^[^\n]{0,80}?(?:\(([^()\n]{2,40})\)|[-–—/]\s*([^-–—/\n]{2,20})\s*[-–—])/u
const CLOSING =
  /(?:\(([^()\n]{2,60})\)|(?:Source|Quelle|Fuente|Fonte|Źródło|Источник|With|mit|avec)[:\s]+([^\n]{2,60}))\.?\s*$/iu
const CLOSING_CHARACTERS = 120

function agencyIn(credit: string): string | undefined {
  for (const [pattern, name] of AGENCIES) {
    const match = pattern.exec(credit)
    if (match !== null) return name === '' ? match[0] : name
  }
  return undefined
}

/**
 * The news agency that an article credits: in its byline, at the opening of its text ("PARIS (AFP) —") or at its end.
 * @returns the agency's usual name; undefined when none is credited
 */
export function findAgency(article: Pick<Article, 'text' | 'authors' | 'outlet'>): string | undefined {
  const opening = OPENING.exec(article.text.slice(0, CLOSING_CHARACTERS))
  const closing = CLOSING.exec(article.text.slice(-CLOSING_CHARACTERS))
  const credits = [...article.authors, article.outlet, opening?.[1], opening?.[2], closing?.[1], closing?.[2]]
  for (const credit of credits) {
    const agency = credit === undefined ? undefined : agencyIn(credit)
    if (agency !== undefined) return agency
  }
  return undefined
}

interface Traits {
  readonly shingles: ReadonlySet<string>
  readonly agency: string | undefined
}

/** An article; where its stems are known they need not be taken again. */
type MaybeAnalysed = Article & Partial<Pick<AnalysedArticle, 'terms'>>

function stemsOf({ title, text, language, terms }: MaybeAnalysed): readonly string[] {
  if (terms !== undefined) return (text === '' ? terms.title : terms.text).split(' ')
  return analyse(text === '' ? title : text.slice(0, COMPARED_CHARACTERS), language)
}

function shinglesOf(article: MaybeAnalysed): ReadonlySet<string> {
  const stems = stemsOf(article)
  if (stems.length < SHINGLE_STEMS) return new Set([stems.join(' ')])
  return new Set(stems.slice(SHINGLE_STEMS - 1).map((_, at) => stems.slice(at, at + SHINGLE_STEMS).join(' ')))
}

/** Share of the smaller set's shingles that the larger holds. */
function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : a.intersection(b).size / smaller
}

function isCopy(a: Traits, b: Traits): boolean {
  const share = containment(a.shingles, b.shingles)
  if (Math.min(a.shingles.size, b.shingles.size) < FEWEST_SHINGLES) {
    return share === 1 && a.shingles.size === b.shingles.size
  }
  const sameAgency = a.agency !== undefined && a.agency === b.agency
  return share >= (sameAgency ? CREDITED_COPY_SHARE : COPY_SHARE)
}

/** Articles that go back to one report. */
export interface Origin<A extends Article = Article> {
  readonly articles: readonly A[]
  /** The agency that one of them credits. */
  readonly agency?: string
}

/** For each article the place of the first article that it is a copy of, copies of copies included. */
function copyOwners(traits: readonly Traits[]): readonly number[] {
  const owners = traits.map((_, at) => at)
  const rename = (from: number, to: number): void => {
    owners.forEach((owner, at) => {
      if (owner === from) owners[at] = to
    })
  }
  traits.forEach((own, i) => {
    traits.slice(0, i).forEach((other, j) => {
      const [first = j, second = i] = [owners[j], owners[i]]
      if (first !== second && isCopy(own, other)) rename(Math.max(first, second), Math.min(first, second))
    })
  })
  return owners
}

/** The outlet that all of a group's articles are of; undefined when there are several or it is not known. */
function onlyOutlet(group: readonly Article[]): string | undefined {
  const [first] = group
  if (first === undefined || first.outlet === '') return undefined
  return group.every(({ outlet }) => outlet === first.outlet) ? first.outlet : undefined
}

/**
 * Sorts the articles of a story by where they come from: near-verbatim copies are one origin, and so are an outlet's own
 * articles. The words decide; a common agency credit only lowers how much must be the same.
 * @param articles of one story; at most a few hundred (each pair is compared)
 * @returns every article in exactly one origin; origins by their first article, articles in the order given
 */
export function groupOrigins<A extends Article>(articles: readonly A[]): readonly Origin<A>[] {
  const traits = articles.map(article => ({ shingles: shinglesOf(article), agency: findAgency(article) }))
  const agencyOf = new Map(articles.map((article, at) => [article.id, traits[at]?.agency] as const))
  const owners = copyOwners(traits)
  const copies = [...Map.groupBy(articles, (_, at) => owners[at] ?? at).values()]
  const origins = Map.groupBy(copies, (group, at) => onlyOutlet(group) ?? at)
  return [...origins.values()].map(groups => {
    const members = new Set(groups.flat())
    const agency = [...members].map(({ id }) => agencyOf.get(id)).find(name => name !== undefined)
    const inOrder = articles.filter(article => members.has(article))
    return agency === undefined ? { articles: inOrder } : { articles: inOrder, agency }
  })
}

/**
 * How many independent reports a story rests on: wire copies and further articles of one outlet count once.
 * @returns 0 for no articles
 */
export function countOrigins(articles: readonly Article[]): number {
  return groupOrigins(articles).length
}
