/** Thousands apart by a blank ("1 200"), else digits with marks inside ("1,200", "3.5"). */
const NUMBER = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,'’]\d+)*/gu
const GROUPED = /^\d{1,3}(?:([.,'’ \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*$/u

/** One spelling for the same figure: "1,200", "1 200" and "1.200" are 1200; "3,5" and "3.5" are 3.5. */
const canonical = (figure: string): string =>
  GROUPED.test(figure) ? figure.replaceAll(/\D/gu, '') : figure.replaceAll(/[,'’]/gu, '.')

/** The figures of a text in order, in one spelling each ("1,200" is "1200", "3,5" is "3.5"); words are not read. */
export const numbersIn = (text: string): readonly string[] => (text.match(NUMBER) ?? []).map(canonical)
