import type { Article, ArticleChange, ArticleId } from '../model/article.ts'
import type { Correction } from '../model/digest.ts'
import type { Telling, ToldChange, ToldSentence } from '../model/ledger.ts'
import { factsOf } from '../text/facts.ts'
import { likeness, weigh } from '../text/likeness.ts'
import { isCorrection, saysMended } from '../text/notices.ts'
import { opposesIn } from '../text/opposites.ts'
import { splitSentences } from '../text/sentences.ts'
import { figuresIn } from '../text/spelled-figures.ts'
import { analyse } from '../text/terms.ts'
import { stillSays, withdrawnIn } from '../text/withdrawals.ts'
import { recountsIn, replacesFigure, rescales } from './recounts.ts'
import { isRise } from './rise.ts'
import { titleChange } from './title-changes.ts'

/**
 * How alike two versions of a sentence must be, figures and names aside, to be versions of one: the less a difference shows by
 * itself that it is a correction, the more.
 */
const SAME_BUT_FIGURES = 0.5
const SAME_BUT_NAMES = 0.6
const SAME_BUT_VERB = 0.5
const SAME_BUT_NEGATION = 0.75

/** A sentence that was told, and where. */
interface Told {
  readonly telling: Pick<Telling, 'headline' | 'at' | 'upTo'>
  readonly sentence: ToldSentence
}

/** What can show that a told sentence is no longer true. */
export interface Evidence {
  /** Every cited article as it is now. */
  readonly articles: ReadonlyMap<ArticleId, Article>
  /** What was changed in them at the source, in any order. */
  readonly changes: readonly ArticleChange[]
  /** The other articles of the stories of a cited article that came after it was told. */
  laterIn(telling: Pick<Telling, 'upTo'>, articleId: ArticleId): readonly Article[]
  /** Changes that the channel was told, the last told last. */
  readonly told: readonly ToldChange[]
  /** Whether articles were still joining the story of this article then. */
  isLive(articleId: ArticleId, at: Date): boolean
}

const stemsOf = (text: string, language: string | undefined): readonly string[] => analyse(text, language)
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** Stems of a sentence without its figures and names: what is left when those are replaced. */
function frameOf(text: string, language: string | undefined): readonly string[] {
  const names = new Set([...factsOf(text, language).names].flatMap(name => [name, ...stemsOf(name, language)]))
  return stemsOf(figuresIn(text, language).rest, language).filter(stem => !/\d/u.test(stem) && !names.has(stem))
}

const alike = (a: string, b: string, language: string | undefined): number =>
  likeness(weigh(frameOf(a, language)), weigh(frameOf(b, language)))

/** True when the new version replaces a figure or a name that the bullet holds, or turns the statement round. */
function corrects(said: string, says: string, bullet: string, language: string | undefined): boolean {
  const [before, now, shown] = [said, says, bullet].map(text => factsOf(text, language))
  if (before === undefined || now === undefined || shown === undefined) return false
  const same = alike(said, says, language)
  const replaces = (old: ReadonlySet<string>, fresh: ReadonlySet<string>, told: ReadonlySet<string>): boolean =>
    old.difference(fresh).intersection(told).size > 0 && fresh.difference(old).size > 0
  const versions = { said, says, shown: bullet, language }
  if (replacesFigure(versions) || recountsIn(versions).length > 0) return same >= SAME_BUT_FIGURES
  if (replaces(before.names, now.names, shown.names)) return same >= SAME_BUT_NAMES
  if (rescales(versions)) return same >= SAME_BUT_FIGURES
  if (opposesIn(said, says) && opposesIn(bullet, says)) return same >= SAME_BUT_VERB
  return before.isNegated !== now.isNegated && same >= SAME_BUT_NEGATION
}

/** The sentence that took the place of one; undefined when none is like it. */
function replacementOf(
  sentence: string,
  { added }: ArticleChange,
  { title, language }: Pick<Article, 'title' | 'language'>,
): string | undefined {
  const [best] = added
    // A title is a sentence in a list of changes, but no version of a sentence of the text.
    .filter(other => other !== title)
    .map(other => ({ other, same: alike(sentence, other, language) }))
    .sort((a, b) => b.same - a.same)
  return best !== undefined && best.same >= SAME_BUT_FIGURES ? best.other : undefined
}

/** Whether a change took this sentence away; long ones are kept cut. */
const removes = ({ removed }: ArticleChange, sentence: string): boolean =>
  removed.some(gone => plain(gone) === sentence || plain(gone).includes(sentence) || sentence.startsWith(plain(gone)))

/** What became of a sentence by edits. */
interface Edit {
  /** Every version of it, the told one first. */
  readonly versions: readonly string[]
  readonly at: Date
}

/** What became of a sentence in its article; undefined when nothing did, or it went without another in its place. */
function editOf(quote: string, article: Article, changes: readonly ArticleChange[]): Edit | undefined {
  const versions = [plain(quote)]
  let at: Date | undefined
  for (const change of changes) {
    const current = versions.at(-1) ?? ''
    if (!removes(change, current)) continue
    const next = replacementOf(current, change, article)
    if (next === undefined) return undefined
    versions.push(plain(next))
    at = change.at
  }
  return at === undefined ? undefined : { versions, at }
}

/** The change of this sentence that the channel was told last. */
const lastToldOf = ({ articleId, quote }: ToldSentence, { told }: Evidence): ToldChange | undefined =>
  told.findLast(change => change.articleId === articleId && change.said === quote)

const base = ({ telling, sentence }: Told) => ({
  headline: telling.headline,
  articleId: sentence.articleId,
  bullet: sentence.bullet,
  said: sentence.quote,
  toldAt: telling.at,
})

const isMended = ({ title, text }: Article): boolean => saysMended(title) || saysMended(text)

/** What an edit changed in a told sentence, against what the channel was told of it last. */
function changeBy(
  { versions, at }: Edit,
  told: Told,
  article: Article,
  evidence: Evidence,
): Correction | 'nothing' | undefined {
  const { quote, bullet } = told.sentence
  const { language, outlet, url } = article
  const last = lastToldOf(told.sentence, evidence)
  const before = last !== undefined && versions.includes(plain(last.says)) ? last : undefined
  const isChanged = before !== undefined && plain(before.says) !== plain(quote)
  const found = { ...base(told), outlet, url, at, ...(isChanged ? { bullet: before.says, toldAt: before.at } : {}) }
  if (plain(article.text).includes(plain(quote))) return isChanged ? { ...found, kind: 'back', says: quote } : undefined
  const says = versions.at(-1) ?? ''
  const [from, shown] = isChanged ? [before.says, before.says] : [quote, bullet]
  if (corrects(from, says, shown, language)) {
    // Against both: a figure that comes back to what it was has not risen.
    const isRisen = [from, quote].every(earlier => isRise(earlier, says, language))
    const isUpdate = isRisen && evidence.isLive(article.id, at) && !isMended(article)
    return { ...found, says, ...(isUpdate ? { kind: 'updated' } : {}) }
  }
  return isChanged ? 'nothing' : undefined
}

/**
 * The correction of a told sentence by an edit of the article that it stands in.
 * @returns 'nothing' when the channel knows it as it is now; undefined when no edit says anything about it
 */
function editedAtSource(told: Told, evidence: Evidence): Correction | 'nothing' | undefined {
  const { telling, sentence } = told
  const article = evidence.articles.get(sentence.articleId)
  if (article === undefined) return undefined
  const later = evidence.changes
    .filter(({ articleId, at }) => articleId === article.id && at >= telling.at)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const edit = editOf(sentence.quote, article, later)
  return edit === undefined ? undefined : changeBy(edit, told, article, evidence)
}

/** The sentences of an article that is a published correction; else none. */
function correctingSentences({ title, text, language }: Article): readonly string[] {
  if (!isCorrection(title, text.split('\n', 1)[0] ?? '')) return []
  return splitSentences(text, language).map(sentence => sentence.text)
}

/** The correction of a told sentence by an article that withdraws its figure; undefined when there is none to be told. */
function withdrawnByArticle(told: Told, evidence: Evidence): Correction | undefined {
  const { telling, sentence } = told
  const { language } = evidence.articles.get(sentence.articleId) ?? {}
  const shown = { clean: sentence.bullet, stems: stemsOf(sentence.bullet, language) }
  for (const article of evidence.laterIn(telling, sentence.articleId)) {
    const says = correctingSentences(article).find(text =>
      withdrawnIn({ clean: text, stems: stemsOf(text, article.language) }).some(claim => stillSays(shown, claim)),
    )
    if (says === undefined) continue
    const isTold = evidence.told.some(
      ({ articleId, said, says: now }) => articleId === sentence.articleId && said === sentence.quote && now === says,
    )
    const { outlet, url, publishedAt: at } = article
    return isTold ? undefined : { ...base(told), says, outlet, url, at }
  }
  return undefined
}

/** A telling as far as it is held against what came after it. */
type ToldStory = Pick<Telling, 'headline' | 'leadId' | 'at' | 'upTo' | 'sentences'>

/** The correction of the title under which a story was told, unless those of its sentences say the same. */
function titleCorrection(
  telling: ToldStory,
  found: readonly Correction[],
  { articles, changes, told, isLive }: Evidence,
): Correction | undefined {
  const article = telling.leadId === undefined ? undefined : articles.get(telling.leadId)
  if (article === undefined) return undefined
  const cited = new Set([article.id, ...telling.sentences.map(({ articleId }) => articleId)])
  const later = changes
    .filter(({ articleId, at }) => articleId === article.id && at >= telling.at)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const evidence = {
    article,
    changes: later,
    told: told.filter(({ articleId }) => cited.has(articleId)),
    isLive: (at: Date) => isLive(article.id, at),
  }
  const sentences = found.filter(({ articleId }) => cited.has(articleId))
  const correction = titleChange(telling, evidence, sentences)
  return correction === 'nothing' ? undefined : correction
}

/**
 * What was told and is no longer true as it was told, and what has been told of that is taken back. Precision first: a
 * sentence or a title that was only reworded, or that is gone without another in its place, is none.
 * @param tellings newest first: of a sentence that was told several times the newest telling counts
 * @returns at most one for each bullet, for each source sentence and for each title, in the order of the tellings; titles
 *   behind the sentences
 */
export function findCorrections(tellings: readonly ToldStory[], evidence: Evidence): readonly Correction[] {
  const found: Correction[] = []
  const isDone = new Set<string>()
  for (const telling of tellings) {
    for (const sentence of telling.sentences) {
      if (isDone.has(sentence.bullet) || isDone.has(plain(sentence.quote))) continue
      const told = { telling, sentence }
      const edited = editedAtSource(told, evidence)
      const correction = edited === undefined ? withdrawnByArticle(told, evidence) : edited
      if (correction === undefined) continue
      isDone.add(sentence.bullet).add(plain(sentence.quote))
      if (correction !== 'nothing') found.push(correction)
    }
  }
  const titles = new Map(tellings.toReversed().map(telling => [plain(telling.headline), telling] as const))
  return [...found, ...[...titles.values()].flatMap(telling => titleCorrection(telling, found, evidence) ?? [])]
}
