/** How far back from the limit a word boundary is looked for, as a share of the limit. */
const BOUNDARY_WINDOW = 0.3
const ELLIPSIS = '…'

/** The last index at or before `limit` that does not cut a character (grapheme) in two; above 0. */
function characterBoundary(text: string, limit: number): number {
  const start = new Intl.Segmenter().segment(text).containing(limit)?.index ?? limit
  if (start > limit * (1 - BOUNDARY_WINDOW)) return start
  const code = text.charCodeAt(limit)
  const isInsidePair = code >= 0xdc00 && code <= 0xdfff
  return isInsidePair && limit > 1 ? limit - 1 : limit
}

/** Where to cut: after a line, else after a word, else between characters. */
function boundary(text: string, limit: number): number {
  const earliest = limit * (1 - BOUNDARY_WINDOW)
  const line = text.lastIndexOf('\n', limit)
  if (line > earliest) return line
  const word = text.slice(0, limit + 1).search(/\s\S*$/)
  return word > earliest ? word : characterBoundary(text, limit)
}

/**
 * The text within `limit` UTF-16 units; what is longer ends, at a word's end where there is one, with an ellipsis.
 * @param limit at least 2
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return text.slice(0, boundary(text, limit - ELLIPSIS.length)).trimEnd() + ELLIPSIS
}

/**
 * The text in pieces of at most `limit` UTF-16 units, cut at the ends of lines or words where there are any.
 * Only white space at the cuts is lost.
 * @param limit at least 2
 * @returns at least one piece
 */
export function cutPieces(text: string, limit: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > limit) {
    const at = boundary(rest, limit)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  pieces.push(rest)
  return pieces
}
