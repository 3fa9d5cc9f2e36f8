const AGENCIES =
  'CNN|AP|Reuters|AFP|dpa|DPA|EFE|ANSA|UPI|PTI|Xinhua|Bloomberg|BBC|TASS|ТАСС|РИА Новости|Интерфакс|Associated Press|' +
  'Agence France-Presse|Rolling Stone|Wired|Mashable|EW\\.com|People|Billboard|The Hollywood Reporter|CareerBuilder'
const PLACE =
  "\\p{Lu}[\\p{L}.'’-]*(?:[ ,]{1,2}(?:\\d{1,2}\\.? )?(?:\\p{Lu}[\\p{L}.'’-]*|\\d{1,2}|of|de|du|la|sur|am|an|der)){0,6},?"
const DASH = '(?:--|—|–|-)'

/** "SATIRE — Text", "OPINION — Text": what the text is, and no place. */
const KIND =
  '(?:SATIRE|SÁTIRA|SATIRA|САТИРА|GLOSSE|PAROD(?:Y|IE|IA)|HUMOU?R|FICTION|OPINI(?:ON|ÓN)|COMMENT(?:ARY)?|KOMMENTAR|MEINUNG|TRIBUNE|RUMOU?RS?|МНЕНИЕ)'

/** How articles open before their first sentence; each is tried once at the beginning. */
const OPENINGS: readonly RegExp[] = [
  // the by-line block of one large publisher: "By . Name . PUBLISHED: . 12:03 EST, 5 March 2014 . | . UPDATED: . …"
  /^(?:By\s*\.)?[\s\S]{0,160}?PUBLISHED:[\s\S]{0,60}?\d{4}\s*\.?(?:\s*\|?\s*\.?\s*UPDATED:[\s\S]{0,40}?\d{4})?\s*\.?\s*/u,
  // "(CNN)Text", "(Reuters) - Text"
  new RegExp(`^\\((?:${AGENCIES})\\)\\s*${DASH}?\\s*`, 'u'),
  // "(Some Magazine) -- Text"
  /^\(\p{Lu}[\p{L}. ]{1,30}\)\s*(?:--|—|–)\s*/u,
  // "London (CNN)A man …", "SAINT-PÉTERSBOURG (AFP) – Text", "KYIV, Ukraine, June 5 (Reuters) - Text"
  new RegExp(`^${PLACE}\\s*\\((?:${AGENCIES})[^)]{0,24}\\)\\s*[.:]?\\s*${DASH}?\\s*`, 'u'),
  // "CITY (Any Agency) — Text"
  new RegExp(`^\\p{Lu}[\\p{Lu} .,'’-]{2,60}\\s*\\(\\p{Lu}[^()]{1,40}\\)\\s*${DASH}\\s*`, 'u'),
  // "Any Town (Any Agency) — Text": the dash is proof enough
  new RegExp(`^${PLACE}\\s*\\(\\p{L}[\\p{L}./ -]{1,40}\\)\\s*${DASH}\\s+`, 'u'),
  // "МОСКВА, 5 июн — РИА Новости. Text", "MOSCOW, June 5. /TASS/. Text"
  new RegExp(`^\\p{Lu}[\\p{Lu} .-]{2,40},[^—–/]{2,20}(?:[—–]\\s*(?:${AGENCIES})|/(?:${AGENCIES})/)\\s*[./]\\s*`, 'u'),
  // "WASHINGTON — Text", "ST. PETERSBURG, Russia — Text"
  new RegExp(
    `^(?!${KIND}\\s)\\p{Lu}[\\p{Lu}.'’-]{2,}(?: [\\p{Lu}.'’-]+){0,3}(?:[,.] \\p{Lu}[\\p{L}.]+(?: \\p{Lu}\\p{L}+)?)?\\s+(?:--|—|–)\\s+`,
    'u',
  ),
]

/**
 * Length of what stands before the first sentence: place and agency ("London (CNN)", "KYIV (AFP) —") or a by-line block.
 * @param text the beginning of an article
 * @returns characters to skip; 0 when there is no dateline
 */
export function datelineLength(text: string): number {
  let length = 0
  for (const opening of OPENINGS) length += text.slice(length).match(opening)?.[0].length ?? 0
  return length < text.length ? length : 0
}
