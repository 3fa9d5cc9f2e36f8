import type { LittleWords } from './little-words.ts'
import { type Kinds, kindsOf, type PhraseToken } from './phrase-tokens.ts'

/** A sentence of which words are left out. */
export interface Told {
  readonly tokens: readonly PhraseToken[]
  readonly little: LittleWords
  readonly kinds: Kinds
  readonly language: string
}

/** A sentence by its tokens, with what is known of its language. */
export const toldOf = (tokens: readonly PhraseToken[], little: LittleWords, language: string): Told => ({
  tokens,
  little,
  kinds: kindsOf(little),
  language,
})

/** Words from `from` up to, not with, `to` that a bullet leaves out, between two that it keeps (or an end). */
export interface Gap extends Told {
  readonly from: number
  readonly to: number
  readonly words: readonly PhraseToken[]
  readonly before: PhraseToken | undefined
  readonly after: PhraseToken | undefined
}

/** True for a quotation mark: it ends no part of a sentence. */
export const isQuoteMark = (token: PhraseToken | undefined): boolean => /^[“”"]$/u.test(token?.word ?? '')
/** The end of the sentence, or a mark that ends a part of it. */
export const isOpenEnd = (token: PhraseToken | undefined): boolean =>
  token === undefined || (token.isMark && !isQuoteMark(token))

/** In English: a verb, or a word that may be one ("shows"). */
export const isLikeVerb = (token: PhraseToken, kinds: Kinds): boolean =>
  kinds.isVerb(token) || (!token.isCapital && /[^s']s$/u.test(token.word) && kinds.isContent(token))
