import { leansOnPrevious, SAYS } from './cues.ts'
import { littleWordsOf } from './little-words.ts'
import { kindsOf, phraseTokens } from './phrase-tokens.ts'

const lowerWords = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? []

/** Where a clause ends, or what is said begins. */
const BOUNDARY = /(?<=[,;:—–”"])\s|\s(?=(?:that|dass|que|che|что|що|że)\s)/u
/** After a word of saying that stands in front: "Dahl said | the works …". */
const AFTER_SAYS = /(?<=\b(?:said|says|added|announced|stated|reported|declared|confirmed|sagte|erklärte|betonte))\s/iu
/** Longer segments are no attributions. */
const ATTRIBUTION_WORDS = 16
const MOST_SEGMENTS = 12

function moved(segments: readonly string[]): readonly string[] {
  if (segments.length < 2 || segments.length > MOST_SEGMENTS) return []
  return segments.flatMap((segment, index) => {
    if (!SAYS.test(segment) || lowerWords(segment).length > ATTRIBUTION_WORDS) return []
    const others = segments.filter((_, at) => at !== index)
    return [[segment, ...others].join(', '), [...others, segment].join(', ')]
  })
}

/** "said chief executive Per Aasen" at the end, and the speaker in front of the verb. */
const SAID_BY = /(?<=[,”"]\s)(said|says|sagte|erklärte)\s([^,;:“”"]{2,80}?)(\.?)$/u

/** "the final of the Harbour Cup": "the Harbour Cup final". */
const NAMED_AFTER =
  /(\p{Ll}{3,}) of (?:the )?(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*)(?=[.,;:]| (?:of|in|on|at|for|with|to|from|by|over|after|before|during|and|is|was|are|were|has|have|had|will|said|says|\p{Ll}+ed)\b|$)/gu

const compounds = (text: string): readonly string[] =>
  Array.from(text.matchAll(NAMED_AFTER), ({ 0: all, 1: noun, 2: name, index }) =>
    [text.slice(0, index), name, ' ', noun, text.slice(index + all.length)].join(''),
  )

/** "to sell", not "to the harbour" or "to Tarn". */
const INFINITIVE = /\bto (?!the\b|an?\b|its\b|their\b)\p{Ll}/u

/** More than one clause: what stands in front may belong to the first alone. */
const isSingleClause = (text: string, language: string | undefined): boolean => {
  const little = littleWordsOf(language)
  if (little === undefined || SAYS.test(text)) return false
  const kinds = kindsOf(little)
  const tokens = phraseTokens(text)
  return (
    !tokens.some(token => token.isMark || kinds.isSubordinating(token) || kinds.isJoining(token)) &&
    !INFINITIVE.test(text)
  )
}

const LEADING =
  /^((?:in|on|at|after|before|during|following|under|amid|despite|because of|due to|nach|vor|bei|während|trotz|seit|am|im|après|avant|pendant|malgré|depuis|tras|durante|desde|en)\s[^,;:“”"]{3,80}),\s+(.+?)\.?$/iu
const DAY = '(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday)'
const DAY_IN_FRONT = new RegExp(`^(${DAY}) (.+?)\\.?$`, 'iu')
const DAY_AT_END = new RegExp(`^(.+?) (${DAY})\\.?$`, 'iu')

/** A sentence of one clause says when and why in front or at the end. */
function turned(text: string, language: string | undefined): readonly string[] {
  const led = LEADING.exec(text)
  if (
    led !== null &&
    isSingleClause(led[2] ?? '', language) &&
    isSingleClause((led[1] ?? '').replace(/because /iu, ''), language)
  ) {
    return [`${led[2]} ${led[1]}`]
  }
  if (!isSingleClause(text, language)) return []
  const front = DAY_IN_FRONT.exec(text)
  if (front !== null) return [`${front[2]} ${front[1]}`]
  const end = DAY_AT_END.exec(text)
  return end === null ? [] : [`${end[2]}, ${end[1]}`]
}

/**
 * A sentence as it stands, and in the other ways in which the same may be told: who says it in front or at the end.
 */
export const tellings = (evidence: string): readonly string[] => [
  evidence,
  ...moved(evidence.split(BOUNDARY)),
  ...moved(evidence.split(AFTER_SAYS)),
]

/**
 * Those, and a sentence of one clause with its day or its reason at the other end, names in front of what bears them, and
 * the speaker in front of the verb.
 * @param language two-letter code, when known
 */
export function otherTellings(evidence: string, language: string | undefined): readonly string[] {
  const spoken = evidence.replace(SAID_BY, '$2 $1$3')
  return [...new Set([evidence, spoken])].flatMap(tellings).concat(compounds(evidence), turned(evidence, language))
}

/** Words of the one that a sentence is about, at the most. */
const MOST_SUBJECT = 8
const SUBJECT_PRONOUN =
  /^(?:But |And )?(?:he|she|it|they|er|sie|es|il|elle|ils|elles|él|ella|ellos|ellas|он|она|оно|они)\s+/iu

/** "Dahl met Nils Bru": another whom "he" may mean. */
const ANOTHER_PERSON =
  /\b(?:with|by|told|met|and|against|from|to|married|beat|named|called|(?:succeed|replac|accus|defeat|appoint|hir|fir|prais|thank)\p{Ll}+|mit|und|gegen|traf|avec|contre|et|con|contra|y) (?:\p{Ll}+ ){0,4}\p{Lu}\p{L}+ \p{Lu}/u
const PERSONAL = /^(?:But |And )?(?:he|she|er|il|elle|él|ella|он|она)\s/iu

/**
 * A sentence that begins with a pronoun, told with whom the sentence before is about in its place.
 * @returns none when it begins otherwise, or nothing shows where the subject of the other ends
 */
export function withSubject(before: string, sentence: string, language: string | undefined): readonly string[] {
  const little = littleWordsOf(language)
  if (little === undefined || !SUBJECT_PRONOUN.test(sentence) || leansOnPrevious(before)) return []
  if (PERSONAL.test(sentence) && ANOTHER_PERSON.test(before)) return []
  const kinds = kindsOf(little)
  const words = before.split(/\s+/u)
  const end = words.findIndex((word, at) => {
    const [token] = phraseTokens(word)
    return at > 0 && (kinds.isVerb(token) || /^[,;:]/u.test(word) || /[,;:]$/u.test(words[at - 1] ?? ''))
  })
  if (end < 1 || end > MOST_SUBJECT) return []
  const subject = words
    .slice(0, end)
    .join(' ')
    .replace(/[,;:]$/u, '')
  return [sentence.replace(SUBJECT_PRONOUN, `${subject} `)]
}

/** Participles that are the past tense as well. */
const DID =
  '\\p{Ll}+[^e]ed|built|sold|bought|found|shot|won|lost|cut|hit|paid|told|brought|caught|held|led|left|made|sent|struck|kept|taught|read|set|fought'
const AGENT = "\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)*|the (?:\\p{Ll}+ ){0,2}\\p{Ll}+"
/** "The bridge was built by Halden Works for …": one thing, one doer, and where both end is plain. */
const PASSIVE = new RegExp(
  `^((?:The|An?) (?:[\\p{Ll}-]+ ){0,3}[\\p{Ll}-]+|\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)*) (?:was|were) (${DID}) by (${AGENT})(?=\\.?$| (?:in|on|at|for|from|after|before|during|to|over|with) )([^,;:“”"]*?)\\.?$`,
  'u',
)
const JOINED = /\b(?:and|or|not|never|who|which|that|of|in|on|at|for|to|from|was|were|is|are|by)\b/u

/**
 * An English sentence in the passive with its doer in front.
 * @returns undefined for any other, and where it is not plain who does what
 */
export function activeVoice(sentence: string): string | undefined {
  const [, done = '', did = '', doer = '', rest = ''] = PASSIVE.exec(sentence) ?? []
  if (did === '' || JOINED.test(done) || JOINED.test(doer) || /\b(?:and|by)\b(?! \p{Lu})/u.test(rest)) return undefined
  const object = /^(?:The|An?) /u.test(done) ? done.charAt(0).toLowerCase() + done.slice(1) : done
  return `${doer.charAt(0).toUpperCase()}${doer.slice(1)} ${did} ${object}${rest}.`
}
