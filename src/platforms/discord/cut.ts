const ELLIPSIS = '…'

/** How far back from the limit a space is looked for, as a share of the limit. */
const WORD_SHARE = 0.25

/** Longest sequence that is kept together when no space is near: flags and joined emoji are below it. */
const GRAPHEME_CHARS = 64

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Where to cut a text so that its beginning has at most `limit` UTF-16 units: after a word when one ends near,
 * else between two graphemes (https://unicode.org/reports/tr29/).
 * @param limit at least 1
 * @returns an offset of 1 to text.length
 */
export function cutAt(text: string, limit: number): number {
  if (text.length <= limit) return text.length
  const space = text.slice(0, limit + 1).search(/\s\S*$/)
  if (space > limit * (1 - WORD_SHARE)) return space
  const from = Math.max(0, limit - GRAPHEME_CHARS)
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(from, limit + GRAPHEME_CHARS))) {
    if (from + index + segment.length > limit) break
    end = from + index + segment.length
  }
  return end > 0 ? end : limit
}

/**
 * The text itself, or its beginning and "…".
 * @param limit UTF-16 units of the result, at least 2
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return (
    text
      .slice(0, cutAt(text, limit - ELLIPSIS.length))
      .trimEnd()
      .toWellFormed() + ELLIPSIS
  )
}
