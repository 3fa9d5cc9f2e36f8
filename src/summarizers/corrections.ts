import { numbersIn } from '../text/numbers.ts'
import { mattersOf, stillSays, unitsIn, type Withdrawn, withdrawnIn } from '../text/withdrawals.ts'
import type { Candidate } from './candidates.ts'
import { words } from './reservations.ts'

/** How much more the sentence is worth that sets a figure right, in units of the score (log-odds). */
const RIGHTS = 0.4

const rightsFigure = (candidate: Candidate): boolean => withdrawnIn(candidate).length > 0

/** An article with what corrections need to know of it. */
interface Correctable {
  readonly candidates: readonly Candidate[]
  readonly isCorrection: boolean
}

const TOLD = String.raw`reported|wrote|written|published|printed|stated|said|gave|given|hieß es|(?:an)?gegeben|meldete\p{L}*|berichtete\p{L}*|schrieb\p{L}*|geschrieben|gemeldet|berichtet|écrit|publié|annoncé|écrivai\p{L}+|indiqué
  publicó|publicamos|escribió|escribimos|informó|scritto|pubblicato|riportato|сообщил\p{L}*|написал\p{L}*|сообщали|писали`
const WRONGLY = String.raw`wrongly|mistakenly|incorrectly|erroneously|in error|by mistake|irrtümlich\p{L}*|fälschlich\p{L}*|versehentlich|par erreur|à tort|por error|erróneamente|per errore|erroneamente|ошибочно`
/** What was reported before, wrongly. What others did by mistake is news ("the bank wrongly charged 14 customers"). */
const MISTAKEN = words(`
  misstated|misreported|(?:we|our (?:report|article|story)) (?:wrote|reported|said|gave|put|stated)|(?:earlier|previous|original) (?:version|headline)
  (?:${WRONGLY}) (?:\\p{L}+ ){0,2}(?:${TOLD})|(?:${TOLD}) (?:\\p{L}+ ){0,2}(?:${WRONGLY})
  (?:früher|vorherig|ursprünglich)\\p{L}* (?:version|fassung)|nous (?:avons|avions) écrit|nous écrivions|version précédente|publicamos|escribimos|abbiamo scritto|avevamo scritto`)
/** The same, if the sentence behind it has another figure of the same. */
const REPORTED = words(TOLD)
const QUOTED = /["“„«][^"“”„«»]*["“”»]/gu
/** What is right, in the same sentence. */
const SETS_RIGHT = words(`
  not|instead of|rather than|in fact|actually|in reality|correctly|should (?:have|be)|the (?:correct|right|actual|true) \\p{L}+|the (?:figure|number|sum|total|amount) (?:is|was)
  nicht|sondern|statt|richtig|tatsächlich|in wahrheit|korrekt|et non|au lieu|en fait|en réalité|exacte?|correcte?|en realidad|sino|correct[oa]|in realtà|bensì|invece|а не|вместо|на самом деле|правильно`)
/** How the sentence behind it begins that sets it right. */
const OPENS_RIGHT =
  /^(?:in (?:fact|reality)|actually|(?:the|it) (?:correct|right|actual|true)|correct is|tatsächlich|in wahrheit|richtig|korrekt|en (?:fait|réalité)|(?:le|la) \p{L}+ (?:exacte?|correcte?)|en realidad|(?:la|el) \p{L}+ correct[oa]|in realtà|(?:la|il) \p{L}+ corrett[oa]|на самом деле|правильно)(?!\p{L})/iu

/** True when a sentence behind it has another figure: of the same thing, or as what is right. */
function isSetRight({ clean }: Candidate, next: Candidate | undefined): boolean {
  const figures = numbersIn(clean)
  if (next === undefined || !numbersIn(next.clean).some(figure => !figures.includes(figure))) return false
  if (OPENS_RIGHT.test(next.clean)) return true
  const units = new Set(unitsIn(next.clean))
  return REPORTED.test(clean) && unitsIn(clean).some(unit => units.has(unit))
}

/** True for a sentence of a correction that repeats what was wrong, without what is right. */
function isWrong(candidate: Candidate, next: Candidate | undefined): boolean {
  const { clean } = candidate
  if (numbersIn(clean).length === 0 || SETS_RIGHT.test(clean)) return false
  if (MISTAKEN.test(clean.replaceAll(QUOTED, ''))) return true
  return isSetRight(candidate, next)
}

/** What a correction withdraws: by "41, not 14", or by repeating one wrong figure alone. */
function withdrawnBy(candidates: readonly Candidate[]): readonly Withdrawn[] {
  return candidates.flatMap((candidate, at): readonly Withdrawn[] => {
    const [figure, ...others] = new Set(numbersIn(candidate.clean))
    if (figure === undefined || others.length > 0 || !isWrong(candidate, candidates[at + 1]))
      return withdrawnIn(candidate)
    const [unit = ''] = unitsIn(candidate.clean)
    return [{ figure, unit, stems: mattersOf(candidate, unit) }]
  })
}

/**
 * Takes from the articles of a story what a correction among them withdraws ("12 million, not 15 million"): the sentences
 * that still say it, and those of the correction that repeat it without what is right, are no longer eligible; the one
 * that sets the figure right is worth more.
 */
export function withoutWithdrawn<A extends Correctable>(articles: readonly A[]): readonly A[] {
  const withdrawn = articles.flatMap(({ candidates, isCorrection }) => (isCorrection ? withdrawnBy(candidates) : []))
  const isStillSaid = (candidate: Candidate): boolean => withdrawn.some(claim => stillSays(candidate, claim))
  const corrected = (candidate: Candidate): Candidate =>
    isStillSaid(candidate) ? { ...candidate, eligible: false } : candidate
  const preferred = (candidate: Candidate, at: number, all: readonly Candidate[]): Candidate => {
    if (rightsFigure(candidate)) return { ...candidate, penalty: candidate.penalty - RIGHTS }
    const isOld = isStillSaid(candidate) && !SETS_RIGHT.test(candidate.clean)
    return isOld || isWrong(candidate, all[at + 1]) ? { ...candidate, eligible: false } : candidate
  }
  return articles.map(article => ({
    ...article,
    candidates: article.candidates.map(article.isCorrection ? preferred : corrected),
  }))
}
