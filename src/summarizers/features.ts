import { backgroundIdf } from '../text/background.ts'
import { quotedShare } from '../text/quotes.ts'
import type { Candidate } from './candidates.ts'
import { BOILERPLATE, DATED, FIRST_PERSON, MONEY, SAYS, STARTS_WITH_CONNECTIVE, STARTS_WITH_PRONOUN } from './cues.ts'
import type { Document } from './document.ts'
import { cosine, NO_TERMS } from './vectors.ts'

type Feature = (sentence: Candidate, document: Document) => number

const flag = (truth: boolean): number => (truth ? 1 : 0)
const LAST_POSITION = 40
const MOST_SENTENCES = 80
const MOST_WORDS = 60

const meanOf = (stems: readonly string[], value: (stem: string) => number): number =>
  stems.length === 0 ? 0 : stems.reduce((sum, stem) => sum + value(stem), 0) / stems.length

const nameTotal: Feature = ({ names }, { nameCounts }) =>
  [...new Set(names)].reduce((sum, name) => sum + (nameCounts.get(name) ?? 0), 0)

const nameHighest: Feature = ({ names }, { nameCounts }) =>
  names.reduce((highest, name) => Math.max(highest, nameCounts.get(name) ?? 0), 0)

const previous = ({ index }: Candidate, { candidates }: Document): Candidate | undefined => candidates[index - 1]

/**
 * What the scorer knows of a sentence, by name; src/summarizers/weights.json holds one weight for each. Most are
 * classic (position, length, centroid, title overlap; see Nenkova and McKeown 2011, https://doi.org/10.1561/1500000015).
 */
export const FEATURES = new Map<string, Feature>([
  ['position', ({ index }) => Math.min(index, LAST_POSITION)],
  ['positionInverse', ({ index }) => 1 / (index + 1)],
  ['positionShare', ({ index }, { candidates }) => index / candidates.length],
  ['positionLog', ({ index }) => Math.log(index + 1)],
  ['first', ({ index }) => flag(index === 0)],
  ['second', ({ index }) => flag(index === 1)],
  ['third', ({ index }) => flag(index === 2)],
  ['fourthToSixth', ({ index }) => flag(index >= 3 && index <= 5)],
  ['last', ({ index }, { candidates }) => flag(index === candidates.length - 1)],
  ['words', ({ words }) => Math.min(words, MOST_WORDS)],
  ['wordsSquared', ({ words }) => (Math.min(words, MOST_WORDS) / 20) ** 2],
  ['short', ({ words }) => flag(words < 8)],
  ['long', ({ words }) => flag(words > 35)],
  ['sentences', (_, { candidates }) => Math.min(candidates.length, MOST_SENTENCES)],
  ['sentencesByPosition', ({ index }, { candidates }) => Math.log(candidates.length + 1) / (index + 1)],
  ['centroid', ({ vector }, { centroid }) => cosine(vector, centroid)],
  ['keywords', ({ vector }, { keywords }) => cosine(vector, keywords)],
  [
    'keywordShare',
    ({ stems }, { keywords }) => stems.filter(s => keywords.weights.has(s)).length / Math.max(3, stems.length),
  ],
  ['centrality', ({ index }, { centrality }) => centrality[index] ?? 0],
  [
    'likeFirst',
    ({ index, vector }, { candidates }) => (index === 0 ? 0.5 : cosine(vector, candidates[0]?.vector ?? vector)),
  ],
  ['likeLead', ({ vector }, { lead }) => cosine(vector, lead)],
  ['likePrevious', (s, d) => cosine(s.vector, previous(s, d)?.vector ?? NO_TERMS)],
  ['repetition', ({ index }, { repetition }) => repetition[index] ?? 0],
  ['title', ({ vector }, { title }) => cosine(vector, title)],
  [
    'titleShare',
    ({ stems }, { titleStems }) => new Set(stems.filter(s => titleStems.has(s))).size / Math.max(1, titleStems.size),
  ],
  ['frequency', ({ stems }, { frequencies, length }) => meanOf(stems, s => (100 * (frequencies.get(s) ?? 0)) / length)],
  ['rarity', ({ stems }) => meanOf(stems, backgroundIdf)],
  ['weight', ({ vector }) => vector.norm],
  ['density', ({ stems, words }) => stems.length / Math.max(1, words)],
  ['capitals', ({ names, words }) => names.length / Math.max(1, words)],
  ['names', (s, d) => (3 * nameTotal(s, d)) / Math.max(2, s.words)],
  ['mainName', nameHighest],
  [
    'startsWithName',
    ({ clean }, { nameCounts }) =>
      Math.log(1 + (nameCounts.get(clean.match(/^[\p{L}\p{N}-]+/u)?.[0].toLowerCase() ?? '') ?? 0)),
  ],
  ['number', ({ clean }) => flag(/\d/.test(clean))],
  ['numbers', ({ clean }) => Math.min(4, clean.match(/\d[\d.,]*/g)?.length ?? 0)],
  ['money', ({ clean }) => flag(MONEY.test(clean))],
  ['dated', ({ clean }) => flag(DATED.test(clean))],
  ['quoted', ({ clean }) => quotedShare(clean)],
  ['startsQuoted', ({ clean }) => flag(/^["“‘']/.test(clean))],
  ['says', ({ clean }) => flag(SAYS.test(clean))],
  ['pronoun', ({ clean }) => flag(STARTS_WITH_PRONOUN.test(clean))],
  ['connective', ({ clean }) => flag(STARTS_WITH_CONNECTIVE.test(clean))],
  ['firstPerson', ({ clean }) => flag(FIRST_PERSON.test(clean))],
  ['question', ({ clean }) => flag(clean.includes('?'))],
  ['colon', ({ clean }) => flag(clean.includes(':'))],
  ['bracket', ({ clean }) => flag(clean.includes('('))],
  ['boilerplate', ({ clean }) => flag(BOILERPLATE.test(clean))],
])

/** The values of all features for one sentence, in the order of FEATURES. */
export function featuresOf(sentence: Candidate, document: Document): Float64Array {
  return Float64Array.from(FEATURES.values(), feature => feature(sentence, document))
}
