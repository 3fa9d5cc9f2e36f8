import type { AnalysedArticle } from '../model/article.ts'
import type { Bullet, Citation, Voice } from '../model/digest.ts'
import { readArticle } from '../text/article-text.ts'
import { noNames, OFFICES } from '../text/name-words.ts'
import { satireLabel } from '../text/satire.ts'
import { splitSentences } from '../text/sentences.ts'
import { type Speech, speechesIn } from '../text/speech.ts'
import { analyse } from '../text/terms.ts'

type Groups = readonly (readonly string[])[]

/** So much of an article before a sentence is searched for the sentence before it. */
const LOOK_BACK = 600
/** A bullet is said by the topic when its words are so much of the sentence. */
const SAID_SHARE = 0.4
const FEWEST_WORDS = 6
const MOST_WORDS = 45
/** Stems in common, as a share of the smaller, from which two quotations are one. */
const SAME_SHARE = 0.6
/** What a quotation points at that nobody sees who reads it alone. */
const DANGLES =
  /^(?:he|she|they|it|this|these|those|that|er|sie|es|dies|das|il|elle|ils|elles|cela|ça|ella|eso|esto|он|она|они|это)\b/iu

/**
 * Whether a speaker is whom a topic asks for: the name holds all that is asked for, or everything in it is asked for
 * (the surname alone of a full name).
 * @param groups of queryGroups()
 */
export function isAskedFor(speaker: string, groups: Groups, language?: string): boolean {
  const stems = new Set(analyse(speaker, language))
  if (stems.size === 0 || groups.length === 0) return false
  const wanted = new Set(groups.flat())
  return groups.every(group => group.some(stem => stems.has(stem))) || stems.isSubsetOf(wanted)
}

/** A capital word that may be a first name: neither a title nor a word that a sentence opens with. */
const mayBeFirstName = (word: string, language: string | undefined): boolean =>
  /^\p{Lu}[\p{L}’'-]*\p{L}$/u.test(word) &&
  !/['’]s$/u.test(word) &&
  !OFFICES.has(word.toLowerCase()) &&
  !noNames(language ?? 'en').has(word.toLowerCase())

/** Whether an article names somebody else of the same surname: then "Berg said" does not tell whom it means. */
function namesAnother({ title, text, language }: AnalysedArticle, surname: string, groups: Groups): boolean {
  const words = `${title}\n${text}`.split(/[\s,;:.!?()"“”„«»]+/u)
  return words.some((word, at) => {
    const first = words[at - 1] ?? ''
    const isSurname = word.replace(/['’]s?$/u, '') === surname
    return isSurname && mayBeFirstName(first, language) && !isAskedFor(`${first} ${surname}`, groups, language)
  })
}

/** The same of a speaker in an article, where a full name is asked for and the surname alone may be another's. */
function isAskedForIn(article: AnalysedArticle, speaker: string | undefined, groups: Groups): boolean {
  if (speaker === undefined || !isAskedFor(speaker, groups, article.language)) return false
  return groups.length === 1 || speaker.includes(' ') || !namesAnother(article, speaker, groups)
}

function previousSentence({ text, language }: AnalysedArticle, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start)
  return splitSentences(before, language).at(-1)?.text
}

const lengthOf = ({ said }: Speech): number => said.reduce((sum, { start, end }) => sum + end - start, 0)

/**
 * Says of a bullet whether the topic speaks in it, by the first sentence that it cites.
 * @param articles those that the bullet was made from
 */
export function withVoice(bullet: Bullet, articles: readonly AnalysedArticle[], groups: Groups): Bullet {
  const [{ articleId, quote, start }] = bullet.citations
  const article = articles.find(({ id }) => id === articleId)
  if (article === undefined) return { ...bullet, voice: { kind: 'about' } }
  const { language } = article
  const speeches = speechesIn(quote, { language, previous: previousSentence(article, start) })
  const own = speeches.find(({ speaker }) => isAskedForIn(article, speaker, groups))
  const isBy = own !== undefined && lengthOf(own) >= SAID_SHARE * quote.length
  const speaker = isBy ? own.speaker : speeches.find(({ speaker: name }) => name !== undefined)?.speaker
  const voice: Voice = { kind: isBy ? 'by' : 'about', ...(speaker === undefined ? {} : { speaker }) }
  return { ...bullet, voice }
}

/** A quotation by the topic, and what tells whether another is the same. */
interface Quoted {
  readonly bullet: Bullet
  readonly stems: ReadonlySet<string>
}

/** What is said between the marks, the halves of an interrupted quotation joined, no comma at its end; empty when one is not closed. */
function quotedText(sentence: string, { said }: Speech): string {
  if (said.some(({ end }) => !/[”"]/u.test(sentence.charAt(end - 1)))) return ''
  const parts = said.map(({ start, end }) => sentence.slice(start + 1, end - 1).trim())
  return `“${parts
    .join(' … ')
    .replace(/,( …)/gu, '$1')
    .replace(/[,–—-]+$/u, '')}”`
}

/** A quotation that stands by itself: a whole sentence of some length that points at nothing before it. */
function standsAlone(text: string): boolean {
  const inner = text.slice(1, -1)
  const words = inner.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return (
    words >= FEWEST_WORDS &&
    words <= MOST_WORDS &&
    /^[\p{Lu}\p{N}]/u.test(inner) &&
    !DANGLES.test(inner) &&
    !/[“”"]/u.test(inner)
  )
}

function quotesIn(article: AnalysedArticle, groups: Groups): readonly Quoted[] {
  const { id, outlet, url, publishedAt, title, text, language } = article
  if (!/[“"«„]/u.test(text) || satireLabel(article) !== undefined) return []
  const sentences = readArticle(title, text, language).flatMap(section => section.sentences)
  return sentences.flatMap(({ start, end, text: quote, clean }) => {
    if (!/[“"]/u.test(clean)) return []
    const own = speechesIn(clean, { language }).find(
      ({ isDirect, speaker }) => isDirect && isAskedForIn(article, speaker, groups),
    )
    const spoken = own === undefined ? '' : quotedText(clean, own)
    if (own?.speaker === undefined || !standsAlone(spoken)) return []
    const citation: Citation = { articleId: id, outlet, url, publishedAt, start, end, quote }
    const bullet: Bullet = { text: spoken, citations: [citation], voice: { kind: 'by', speaker: own.speaker } }
    return [{ bullet, stems: new Set(analyse(spoken, language)) }]
  })
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.intersection(b).size >= SAME_SHARE * Math.min(a.size, b.size)

/**
 * The topic's own words in articles: whole quotations whose sentence names the speaker, of one that many report the
 * earliest. Each bullet is the quotation alone, and cites its sentence.
 * @param articles of one story, in the language that is told
 * @returns in the order of publication
 */
export function quotesBy(groups: Groups, articles: readonly AnalysedArticle[]): readonly Bullet[] {
  const byTime = articles.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
  const kept: Quoted[] = []
  for (const quoted of byTime.flatMap(article => quotesIn(article, groups))) {
    if (!kept.some(({ stems }) => isSame(stems, quoted.stems))) kept.push(quoted)
  }
  return kept.map(({ bullet }) => bullet)
}

/** True when a bullet rests on a sentence that one of the others rests on. */
export const sharesSentence = (bullet: Bullet, others: readonly Bullet[]): boolean =>
  others.some(({ citations }) =>
    citations.some(
      ({ articleId, start }) => articleId === bullet.citations[0].articleId && start === bullet.citations[0].start,
    ),
  )
