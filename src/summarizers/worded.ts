import type { Article } from '../model/article.ts'
import type { Bullet, Citation } from '../model/digest.ts'
import type { Focus } from '../ports/summarizer.ts'
import { cleanCharacters, oneLine } from '../text/characters.ts'
import { analyse } from '../text/terms.ts'
import { citationOf } from './extractive.ts'
import { evidenceOf } from './free.ts'
import { type GateReason, passesGate } from './gate.ts'
import type { Proposal } from './model-answer.ts'
import type { ReadArticle, StorySentence } from './story.ts'
import { supportOf } from './support.ts'
import { cosine, type TermVector, termVector } from './vectors.ts'

/** From this likeness on, two bullets tell the same. */
const SAME = 0.6
/** A bullet that names more sentences rests on none of them. */
const MOST_CITED = 4
const LIST_MARK = /^(?:[-–•*]|\d{1,2}[.)])\s+/u

/** A story as it was read, and what a model made of it. */
export interface Wording {
  readonly articles: readonly Article[]
  readonly readings: readonly ReadArticle[]
  /** The sentences by the numbers that the model knows them by, from 1. */
  readonly sentences: readonly StorySentence[]
  readonly model: string
  readonly focus?: Focus | undefined
}

export type WordedReason = GateReason | 'uncited' | 'unfocused' | 'repeated'

const vectorOf = (text: string, language: string | undefined): TermVector => termVector(analyse(text, language))

const cites = (bullet: Bullet, { articleId, start, end }: Citation): boolean =>
  bullet.citations.some(other => other.articleId === articleId && other.start < end && start < other.end)

/** What was asked for and stands in the sentence, stands in the bullet too. */
function losesFocus(text: string, sentence: StorySentence, focus: Focus, language: string | undefined): boolean {
  const made = new Set(analyse(text, language))
  const told = new Set(sentence.candidate.stems)
  return focus.some(group => group.some(stem => told.has(stem)) && !group.some(stem => made.has(stem)))
}

/** The proposal as a bullet that has passed the gate, or why there is none. */
export function bulletOf({ text: given, sentences: numbers }: Proposal, story: Wording): Bullet | WordedReason {
  const { articles, readings, sentences, model, focus } = story
  const text = oneLine(cleanCharacters(given)).replace(LIST_MARK, '')
  const cited = numbers.flatMap(number => sentences[number - 1] ?? [])
  if (cited.length === 0 || numbers.length > MOST_CITED) return 'uncited'
  const byCitation = new Map(
    cited.flatMap(sentence => {
      const citation = citationOf(sentence, articles)
      return citation === undefined ? [] : [[citation, sentence] as const]
    }),
  )
  let reason: WordedReason = 'uncited'
  for (const evidence of evidenceOf([...byCitation.keys()], articles)) {
    const bullet: Bullet = { text, citations: evidence, reworded: { model, restsOn: evidence.length } }
    const passed = passesGate(bullet, articles)
    const sentence = byCitation.get(evidence.at(-1) ?? evidence[0])
    if (passed !== true) reason = passed
    else if (sentence === undefined) reason = 'uncited'
    else if (focus !== undefined && losesFocus(text, sentence, focus, readings[sentence.article]?.language)) {
      reason = 'unfocused'
    } else {
      const support = supportOf(sentence, readings).flatMap(other => citationOf(other, articles) ?? [])
      const news = support.filter(citation => !cites(bullet, citation))
      return { ...bullet, citations: [...evidence, ...news] as [Citation, ...Citation[]] }
    }
  }
  return reason
}

interface Slots {
  /** In reading order. */
  readonly bullets: readonly Bullet[]
  /** Why proposals were left out, in their order. */
  readonly reasons: readonly WordedReason[]
}

/**
 * The bullets of a story: each proposal that holds, and in place of each that does not one of the plain bullets that
 * says something else.
 * @param plain bullets in the sources' own words
 * @param wanted how many bullets at the most
 */
export function fillSlots(
  proposals: readonly Proposal[],
  plain: readonly Bullet[],
  wanted: number,
  story: Wording,
): Slots {
  const language = story.readings[0]?.language
  const made = proposals.slice(0, wanted).map(proposal => bulletOf(proposal, story))
  const kept: Bullet[] = []
  const slots = made.map((bullet): Bullet | WordedReason => {
    if (typeof bullet === 'string') return bullet
    const isTold = kept.some(other => cosine(vectorOf(other.text, language), vectorOf(bullet.text, language)) >= SAME)
    if (isTold) return 'repeated'
    kept.push(bullet)
    return bullet
  })
  const spare = plain.filter(({ text, citations: [own] }) =>
    kept.every(other => !cites(other, own) && cosine(vectorOf(other.text, language), vectorOf(text, language)) < SAME),
  )
  const bullets = slots.flatMap(slot => (typeof slot === 'string' ? spare.splice(0, 1) : [slot]))
  const rest = spare.splice(0, Math.max(0, Math.min(wanted, plain.length) - bullets.length))
  return {
    bullets: [...bullets, ...rest].slice(0, wanted),
    reasons: slots.filter(slot => typeof slot === 'string'),
  }
}
