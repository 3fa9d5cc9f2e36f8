import type { FeedChoice } from '../model/errors.ts'
import type { FeedCandidate } from './discover.ts'

/** As many as stand in one row of buttons. */
const CHOICES_SHOWN = 5

/** Words of a title that name the format or nothing at all. */
const FORMAT_WORDS = /\b(?:rss|atom|xml|json|rdf|feeds?|newsfeed|subscribe|[012]\.\d{1,2})\b/giu

/** What a title says besides the format: "Paper (RSS 2.0)" and "Paper Atom feed" are one. */
const coreOf = (title: string | undefined): string =>
  (title ?? '')
    .toLowerCase()
    .replace(FORMAT_WORDS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same feed in several formats counts once: the one that the page names first. */
function differing(candidates: readonly FeedCandidate[]): readonly FeedCandidate[] {
  const byCore = new Map<string, FeedCandidate>()
  for (const candidate of candidates) {
    const core = coreOf(candidate.title)
    if (!byCore.has(core)) byCore.set(core, candidate)
  }
  return [...byCore.values()]
}

/** The feed whose title begins or ends all the others: "Paper" beside "Paper » Sport" and "Culture - Paper". */
function mainOf(candidates: readonly FeedCandidate[]): FeedCandidate | undefined {
  return candidates.find(({ title }) => {
    const core = coreOf(title)
    const isPartOf = (other: string): boolean => other.startsWith(`${core} `) || other.endsWith(` ${core}`)
    return core !== '' && candidates.every(other => coreOf(other.title) === core || isPartOf(coreOf(other.title)))
  })
}

/**
 * The feeds among which a person must choose. The rule:
 * 1. only feeds that the page itself names count, and no feeds of comments;
 * 2. the same title (but for words such as RSS or Atom) is the same feed in another format; untitled ones are too;
 * 3. on the front page of a site, a feed whose title begins or ends all the others is the main one and is taken;
 * 4. otherwise, two or more that are left are a choice: none is better than the next.
 * @param candidates of one page, best first
 * @returns two to five, in the page's order; empty when the first candidate is what is meant
 */
export function choicesOf(candidates: readonly FeedCandidate[], pageUrl: string): readonly FeedChoice[] {
  const named = differing(candidates.filter(one => one.isDeclared && one.isAside !== true && coreOf(one.title) !== ''))
  if (named.length < 2) return []
  const isFront = new URL(pageUrl).pathname === '/'
  if (isFront && mainOf(named) !== undefined) return []
  return named.slice(0, CHOICES_SHOWN).map(({ url, title }) => ({ url, ...(title === undefined ? {} : { title }) }))
}

/** The candidates with the main feed of a front page first. */
export function mainFirst(candidates: readonly FeedCandidate[], pageUrl: string): readonly FeedCandidate[] {
  const usual = differing(candidates.filter(one => one.isDeclared && one.isAside !== true && coreOf(one.title) !== ''))
  const main = new URL(pageUrl).pathname === '/' && usual.length > 1 ? mainOf(usual) : undefined
  return main === undefined ? candidates : [main, ...candidates.filter(one => one !== main)]
}
