/** A bullet in free wording has no more characters (UTF-16 units). */
const MOST_CHARACTERS = 280

/** Schemes, "www.", addresses with a path, and bare hosts. Free wording holds none, whether its source does or not. */
const LINK = /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|tg|discord|javascript|data):|\S+@\S+\.\S/iu
const HOST = /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?![\p{L}\p{N}]|\.\p{L})/gu
/** "U.S" and "z.B" are no hosts. */
const INITIALS = /^(?:\p{L}\.)+\p{L}{1,2}$/u

/** "@everyone", "<@1>", "<#1>", "<:x:1>", "<t:1>". */
const MENTION = /@|<[@#:a-z/!]/iu

/** What may stand in any sentence; every other character must stand in the source as well. */
const PLAIN = /[\p{L}\p{M}\p{Nd}\s.,;:'"“”„«»‘’()\-–—%…、。，；：「」『』]/u

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Thai}/u,
]

const scriptsOf = (text: string): readonly number[] =>
  SCRIPTS.flatMap((script, index) => (script.test(text) ? [index] : []))

/** True when a word is written with letters of more than one of the alphabets whose letters look alike. */
export const hasMixedWord = (text: string): boolean =>
  (text.match(/\p{L}+/gu) ?? []).some(word => scriptsOf(word).filter(script => script <= 2).length > 1)

/** True when the text could be clicked, or be made a link by a platform. */
const holdsLink = (text: string): boolean =>
  LINK.test(text) || (text.match(HOST) ?? []).some(host => !INITIALS.test(host) && !/^\d/u.test(host))

export type FormReason = 'tooLong' | 'link' | 'mention' | 'markup' | 'script' | 'question'

/**
 * What is wrong with how a bullet in free wording is written, whatever it says: too long, clickable, calling somebody,
 * with signs or letters that its source does not use, or asking instead of telling.
 * @returns undefined when nothing is
 */
export function formReason(text: string, evidence: string): FormReason | undefined {
  if (text.length > MOST_CHARACTERS || /[\n\r]/u.test(text)) return 'tooLong'
  if (holdsLink(text)) return 'link'
  if (MENTION.test(text)) return 'mention'
  if (/[?？]["”»]?$/u.test(text)) return 'question'
  const signs = new Set(evidence)
  if ([...text].some(character => !PLAIN.test(character) && !signs.has(character))) return 'markup'
  const known = new Set(scriptsOf(evidence))
  return hasMixedWord(text) || scriptsOf(text).some(script => !known.has(script)) ? 'script' : undefined
}
