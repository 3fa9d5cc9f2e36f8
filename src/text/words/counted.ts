import type { Words } from './en.ts'

/**
 * What outlets give different numbers of, as a line begins: "Sources disagree on injured (children)".
 * @param role what happened to the counted, if anything
 * @param about the counted or measured in the words of a source; may be empty with a role
 */
export function disagreementText(
  role: keyof Words['disagreement']['counted'] | undefined,
  about: string,
  { disagreement: words }: Words,
): string {
  if (role === undefined) return words.on(about)
  return words.on(about === '' ? words.counted[role] : `${words.counted[role]} (${about})`)
}
