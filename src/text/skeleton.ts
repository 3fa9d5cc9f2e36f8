import { foldLetters, scriptOf } from './stemming.ts'

const ROMANISED = new Map(
  [
    'аa бb вv гg дd еe ёe жs зs иi йi кk лl мm нn оo пp рr сs тt уu фf хh цs чh шs щs ъ ыi ь эe юu яa',
    'іi їi єe ґg ўu јi љl њn ђs ћs џs',
    'αa βv γg δd εe ζs ηi θt ιi κk λl μm νn ξks οo πp ρr σs ςs τt υi φf χh ψps ωo',
  ].flatMap(row => row.split(' ').map(pair => [[...pair][0] ?? '', pair.slice(1)] as const)),
)

/** Letters of the Latin alphabet that languages use for one sound, longest first: Schostakowitsch, Shostakovich. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch|szcz|tsch|tch/gu, 'h'],
  [/sch|sh|sz|zh|rz|ts|tz|zz/gu, 's'],
  [/ch|kh|cz/gu, 'h'],
  [/ck|qu/gu, 'k'],
  [/ph|pf/gu, 'f'],
  [/th/gu, 't'],
  [/x/gu, 'ks'],
  [/[cq]/gu, 'k'],
  [/w/gu, 'v'],
  [/z/gu, 's'],
  [/[aeiouyj]/gu, ''],
]

/** Fewer consonants fit too many names. */
const FEWEST_CONSONANTS = 3

/**
 * The consonants of a name as they sound, the same in the spellings of several languages and scripts: Selenskyj, Zelensky
 * and Зеленский are "slnsk", Марло and Marlo "mrl".
 * @param word lower case, in its base form as far as known
 * @returns undefined for scripts that are not read, and for names of fewer than three consonants
 */
export function skeletonOf(word: string): string | undefined {
  const script = scriptOf(word)
  if (script !== 'latin' && script !== 'cyrillic' && script !== 'greek') return undefined
  const folded = foldLetters(word)
  const latin = script === 'latin' ? folded : Array.from(folded, letter => ROMANISED.get(letter) ?? '').join('')
  let sounds = latin.replaceAll(/[^a-z]/gu, '')
  for (const [spelling, sound] of SOUNDS) sounds = sounds.replaceAll(spelling, sound)
  const single = sounds.replaceAll(/(.)\1+/gu, '$1')
  return single.length < FEWEST_CONSONANTS ? undefined : single
}
