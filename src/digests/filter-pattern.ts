import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js'

/** Instructions of all patterns of one rule. Time is at most program × text: 200 × 2,000 steps are some tens of milliseconds. */
export const PROGRAM_AT_MOST = 200
/** UTF-16 units of a text that a pattern is tried on. */
export const PATTERN_READS = 2000

const FLAG_BITS = new Map([
  ['i', RE2JS.CASE_INSENSITIVE],
  ['m', RE2JS.MULTILINE],
  ['s', RE2JS.DOTALL],
])

/** A regular expression on the linear-time engine of RE2: https://github.com/google/re2/wiki/WhyRE2 */
export interface Pattern {
  /** Instructions of its program: what one character may cost at the most. */
  readonly size: number
  /** Whether it stands in the first 2,000 UTF-16 units of the text. */
  test(text: string): boolean
}

/**
 * @param flags of i, m and s
 * @throws RE2JSException when it is no pattern of RE2 syntax
 */
export function compilePattern(source: string, flags: string): Pattern {
  const bits = [...flags].reduce((sum, flag) => sum | (FLAG_BITS.get(flag) ?? 0), 0)
  const compiled = RE2JS.compile(source, bits)
  return { size: compiled.programSize(), test: text => compiled.test(text.slice(0, PATTERN_READS)) }
}

interface PatternFlaw {
  readonly problem: 'badPattern' | 'largePattern'
  /** What the engine says, in English. */
  readonly detail: string
}

function flawOf(error: RE2JSException): PatternFlaw {
  if (!(error instanceof RE2JSSyntaxException)) return { problem: 'badPattern', detail: error.message }
  // Repeats that multiply beyond 1,000 are refused before a program is made.
  const isLarge = error.getDescription().includes('repeat count')
  return {
    problem: isLarge ? 'largePattern' : 'badPattern',
    detail: error.message.replace(/^error parsing regexp: /u, ''),
  }
}

/** A pattern, or what is wrong with it. */
export function examinePattern(source: string, flags: string): Pattern | PatternFlaw {
  try {
    return compilePattern(source, flags)
  } catch (error) {
    if (error instanceof RE2JSException) return flawOf(error)
    throw error
  }
}
