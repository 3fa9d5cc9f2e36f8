import type { LittleWords } from './little-words.ts'

/** A word of a sentence, or a mark. */
export interface PhraseToken {
  /** Lower case, with a straight apostrophe; a figure without what groups its digits. */
  readonly word: string
  readonly isMark: boolean
  readonly isCapital: boolean
}

/** "L'acier", "d'Anna": two words. */
const ELIDED = /^((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)')(?=\p{L})/iu
const TOKEN =
  /\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*|[%$€£¥₽°]|--|[,;:()“”"–—…]/gu
const PER_CENT = /\bper ?cent\b/giu

function tokensOf(piece: string): readonly PhraseToken[] {
  const text = piece.replaceAll('’', "'")
  const isMark = /^(?:--|[,;:()“”"–—…])$/u.test(text)
  const elided = ELIDED.exec(text)?.[1]
  if (elided !== undefined) return [...tokensOf(`${elided.slice(0, -1)}’`), ...tokensOf(text.slice(elided.length))]
  const word = /^\d/u.test(text) ? text.replaceAll(/[\s\u00a0\u202f](?=\d)/gu, '') : text.toLowerCase()
  return [{ word, isMark, isCapital: /^\p{Lu}/u.test(text) }]
}

/** The words and marks of a text in order. */
export const phraseTokens = (text: string): readonly PhraseToken[] =>
  (text.replaceAll(PER_CENT, '%').match(TOKEN) ?? []).flatMap(tokensOf)

/** Which kind of word a token is, as far as a table of little words tells. */
export interface Kinds {
  isPreposition(token: PhraseToken | undefined): boolean
  isDeterminer(token: PhraseToken | undefined): boolean
  isJoining(token: PhraseToken | undefined): boolean
  isSubordinating(token: PhraseToken | undefined): boolean
  isAuxiliary(token: PhraseToken | undefined): boolean
  /** A form that only verbs have, auxiliaries among them. */
  isVerb(token: PhraseToken | undefined): boolean
  isMoment(token: PhraseToken | undefined): boolean
  /** "he", "who": does something in a clause of its own. */
  isPronoun(token: PhraseToken | undefined): boolean
  /** Not one of the little words, nor a mark. */
  isContent(token: PhraseToken | undefined): boolean
}

const PRONOUNS: ReadonlySet<string> = new Set(
  'i he she it we they you him them us me who what er sie es wir ich il elle ils elles on nous je él ella ellos ellas yo он она оно они мы я'.split(
    ' ',
  ),
)

/** Readers of tokens for a language. */
export function kindsOf(little: LittleWords): Kinds {
  const among =
    (words: ReadonlySet<string>) =>
    (token: PhraseToken | undefined): boolean =>
      token !== undefined && words.has(token.word)
  const isAuxiliary = among(little.auxiliaries)
  const isMoment = among(little.moments)
  const kinds = {
    isPreposition: among(little.prepositions),
    isDeterminer: among(little.determiners),
    isJoining: among(little.joining),
    isSubordinating: among(little.subordinating),
    isAuxiliary,
    isPronoun: among(PRONOUNS),
    // "May" is the month.
    isMoment: (token: PhraseToken | undefined) => isMoment(token) && (token?.isCapital === true || !isAuxiliary(token)),
    isVerb: (token: PhraseToken | undefined) =>
      isAuxiliary(token) || (token !== undefined && !token.isCapital && little.verbs.test(token.word)),
  }
  const { isPreposition, isDeterminer, isJoining, isSubordinating } = kinds
  const isContent = (token: PhraseToken | undefined): boolean =>
    token !== undefined &&
    !token.isMark &&
    ![isPreposition, isDeterminer, isJoining, isSubordinating, isAuxiliary, kinds.isPronoun].some(is => is(token))
  return { ...kinds, isContent }
}
