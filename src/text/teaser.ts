/** Whole articles that are shorter are rare; most teasers are (measured in UTF-16 units). */
const TEASER_LENGTH = 600
/** How teasers end: an ellipsis, with or without brackets, or an invitation to the page. */
const TEASER_END =
  /(?:…|\.{3}|[[(](?:…|\.{3})[\])])\W*$|(?:read (?:more|the (?:full|rest).{0,30})|continue reading.{0,80}|weiterlesen|mehr lesen|lire la suite|leer más|leggi tutto|читать (?:далее|полностью)|подробнее)\W*$/iu
const END_LENGTH = 120

/** What a page's text must have more than the teaser, in UTF-16 units and as a factor, to be worth taking. */
const GAIN_LENGTH = 200
const GAIN_FACTOR = 1.5
/** Share of the teaser's words that its article repeats. */
const SHARED_WORDS = 0.3
/** With fewer words a teaser ("Comments") says nothing: then the title's words count. */
const TELLING_WORDS = 3
/** The opening of a text, in which its teaser's words are looked for. */
const OPENING_LENGTH = 16_000

/** Words of four letters and more, and single characters of scripts that have no blanks. */
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]{4,}/gu

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(WORD) ?? [])

/** Whether the feed gave only a piece of the article: it is short, or ends like a teaser. */
export const isTeaser = ({ text }: { readonly text: string }): boolean =>
  text.length < TEASER_LENGTH || TEASER_END.test(text.slice(-END_LENGTH))

/**
 * Whether a text is the whole of which the article's text is the teaser: substantially longer, and with words in common.
 * The answer rests on the teaser alone where it has words, so that it stays the same at every poll.
 */
export function isWholeOf(text: string, teaser: { readonly title: string; readonly text: string }): boolean {
  const { length } = teaser.text
  if (text.length < length + GAIN_LENGTH || text.length < length * GAIN_FACTOR) return false
  const own = wordsOf(teaser.text)
  const telling = own.size >= TELLING_WORDS ? own : wordsOf(teaser.title)
  const opening = wordsOf(text.slice(0, OPENING_LENGTH))
  let shared = 0
  for (const word of telling) if (opening.has(word)) shared += 1
  return telling.size > 0 && shared / telling.size >= SHARED_WORDS
}
