import { isLikeVerb, type Told, toldOf } from './gap.ts'
import { mayLeaveOut } from './gaps.ts'
import { littleWordsOf } from './little-words.ts'
import { type PhraseToken, phraseTokens } from './phrase-tokens.ts'

/** Longer evidence is no sentence. */
const MOST_TOKENS = 160

const EMPTY: ReadonlySet<string> = new Set()
/** Of a language that is not known: only marks show its parts. */
const NONE = {
  prepositions: EMPTY,
  determiners: EMPTY,
  joining: EMPTY,
  subordinating: EMPTY,
  auxiliaries: EMPTY,
  genitives: EMPTY,
  locating: EMPTY,
  moments: EMPTY,
  telling: /^$/u,
  verbs: /^$/u,
}

/** Verbs of many doers: "Voters like the plan." */
const PLAIN_VERB =
  /^(?:like|lead|cast|face|want|need|make|take|give|get|go|come|hold|find|show|see|think|know|believe|expect|fear|hope|plan|seek|live|rise|fall|remain|continue|include|pay|win|lose|earn|own|use|feel|tell|call|sell|buy|spend|work|play|blame|accuse|warn|claim|argue|vote|agree|refuse|demand|support|oppose|suffer|struggle|fight|flee|die|kill|mean|become|begin|start|stop|end|open|close|keep|put|let|grow|run|speak|differ|vary|lack|love|hate)$/u

/** Words for each other that say the same. */
const SAME: ReadonlySet<string> = new Set([
  'a the',
  'an the',
  'the a',
  'the an',
  'a an',
  'an a',
  'as when',
  'when as',
  'says said',
  'said says',
])

const isSame = (made: PhraseToken, told: PhraseToken): boolean =>
  made.word === told.word || SAME.has(`${made.word} ${told.word}`)

const OPENS_SPEECH =
  /^(?:said|says|say|saying|added|adds|told|reported|announced|warned|stated|explained|confirmed|believes?|sagte|sagten|erklärte|dit|déclaré|affirmé|annoncé|dijo|afirmó|declaró|сказал|сказала|сообщил|сообщила|заявил|заявила)$/u

/** Words that a bullet may have of its own, where they stand. */
function mayAdd(made: readonly PhraseToken[], at: number, { kinds, language }: Told): boolean {
  const { word } = made[at] as PhraseToken
  const next = made[at + 1]
  if (/^(?:the|an?)$/u.test(word)) return language === 'en' && kinds.isContent(next) && !kinds.isVerb(next)
  if (/^(?:that|dass|que|qu'|что)$/u.test(word)) {
    return made.slice(Math.max(0, at - 5), at).some(token => OPENS_SPEECH.test(token.word))
  }
  if (/^(?:has|have)$/u.test(word)) return language === 'en' && kinds.isVerb(next) && !kinds.isAuxiliary(next)
  if (/^(?:on|in|am|le|el)$/u.test(word)) return kinds.isMoment(next)
  return false
}

/**
 * Whether the words of a bullet can be had from a sentence by leaving out what it can do without: every way to lay the one
 * over the other is tried, so that a word which stands twice is taken for the right one.
 */
function derives(made: readonly PhraseToken[], told: Told): boolean {
  const { tokens } = told
  /** Places of the sentence at which the words up to here may have ended; -1 is before its first. */
  let ends: ReadonlySet<number> = new Set([-1])
  for (const [at, token] of made.entries()) {
    const next = new Set<number>()
    for (const end of ends) {
      for (let place = end + 1; place < tokens.length; place += 1) {
        const other = tokens[place] as PhraseToken
        if (isSame(token, other) && mayLeaveOut(told, end + 1, place)) next.add(place)
      }
      if (mayAdd(made, at, told)) next.add(end)
    }
    if (next.size === 0) return false
    ends = next
  }
  return [...ends].some(end => mayLeaveOut(told, end + 1, tokens.length))
}

/**
 * Whether a bullet is its sentence, told in one of some ways, without words that it can do without.
 * @param tellings the sentence, and ways to put it otherwise
 * @param language two-letter code; of a language whose little words are not known only whole clauses between marks may go
 */
export function isShortening(text: string, tellings: readonly string[], language: string | undefined): boolean {
  const made = phraseTokens(text).filter(({ isMark }) => !isMark)
  const little = littleWordsOf(language)
  return tellings.some(telling => {
    const tokens = phraseTokens(telling)
    if (tokens.length > MOST_TOKENS) return false
    const told = toldOf(tokens, little ?? NONE, language ?? '')
    // "Coins found by divers." is no sentence.
    const isWhole =
      language !== 'en' ||
      made.some((token, at) => at > 0 && (isLikeVerb(token, told.kinds) || PLAIN_VERB.test(token.word)))
    return isWhole && derives(made, told)
  })
}
