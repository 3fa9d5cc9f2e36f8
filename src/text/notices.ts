/** Longer lines are prose that happens to begin like a notice. */
const LONGEST_NOTICE = 160
const LONGEST_REMARK = 400

const oneOf = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'iu')

/** Lines that are never content, wherever they stand. */
const NOTICE = oneOf([
  'advertisement|anzeige|publicité|реклама|publicidad',
  '(?:please )?read (?:more|also|next)(?:[:：].*)?',
  '(?:see also|also read|related(?: articles| stories)?|more on this|watch|listen)\\s*[:：].*',
  '(?:à )?(?:lire|voir) (?:aussi|également)(?:\\s*[:：].*)?',
  'lesen sie (?:auch|mehr)(?:\\s*[:：].*)?|mehr zum thema(?:\\s*[:：].*)?',
  '(?:lee también|leggi anche)(?:\\s*[:：].*)?',
  'читайте (?:также|еще|ещё)(?:\\s*[:：].*)?',
  '(?:photo|image|foto|фото)s?(?: credit)?\\s?[:：].*',
])

/** Lines that close an article: its origin, its rights, an invitation. */
const FOOTER = oneOf([
  '(?:source|quelle|fuente|fonte|источник|bron)s?(?:\\s*[:：].*)?',
  '(?:source|original)(?: site| link| article)[^.]*',
  '(?:original article|read more|continue reading|lire la suite|weiterlesen|подробнее|leer más)\\b.*',
  'подробнее.*',
  'the post .* appeared (?:first )?on .*',
  '(?:first published|share this|sign up|subscribe|follow us)\\b.*',
  '(?:related|tags?|topics)\\s?(?:[:：].*)?',
  '.*\\b(?:views|opinions) expressed\\b.*',
  '(?:additional )?reporting by\\b.*|con información de\\b.*|das (?:gespräch|interview) führte\\b.*|propos recueillis par\\b.*|беседовала?\\b.*',
  '(?:©|\\(c\\) |copyright\\b).*',
  '.*(?:all rights reserved|tous droits réservés|alle rechte vorbehalten|все права защищены)\\.?',
])

/** Remarks on the piece itself; its text is already the corrected one. */
const REMARK =
  /^(?:correction|clarification|corrected|editor['’]s note|note de la rédaction|rectificatif|korrektur|berichtigung|richtigstellung|anmerkung der redaktion|correcci[óo]n|rectificaci[óo]n|fe de err(?:ores|atas)|rettifica|correzione|errata(?: corrige)?|исправление|уточнение|от редакции)\s?[:：]/iu

/** A remark on how this very text was changed, of which nothing is news. */
const CHANGE_REMARK =
  /\b(?:earlier|previous|original) version\b|\bthis (?:article|story|piece|report|page)\b|\bhas been (?:amended|updated)\b|version (?:antérieure|précédente)|frühere (?:Version|Fassung)|предыдущ\p{L}+ верси/iu

/** Words by which an article, anywhere in it, says that it was mended: what it said before was wrong. */
const MENDED = new RegExp(
  `(?<!\\p{L})(?:correct(?:ions?|ed)|clarifications?|(?:earlier|previous|original) version|misstated
|rectificatif|rectifi[ée]\\p{L}*|corrigé\\p{L}*|version (?:antérieure|précédente|initiale)|précision
|korrektur|korrigiert\\p{L}*|berichtig\\p{L}+|richtigstellung|(?:früher|ursprünglich|vorherig)\\p{L}+ (?:version|fassung)
|correcci[óo]n|corregid\\p{L}+|rectificaci[óo]n|fe de erratas|versión anterior
|correzione|corrett[oaie]|rettific\\p{L}+|versione precedente|correção|corrigid\\p{L}+|errata|versão anterior
|correctie|gecorrigeerd|rectificatie|eerdere versie|sprostowani\\p{L}+|korekt\\p{L}+|poprzedni\\p{L}+ wersj\\p{L}+
|исправл\\p{L}+|уточнени\\p{L}+|поправк\\p{L}+|(?:предыдущ|прежн|ранн)\\p{L}+ верси\\p{L}+
|виправл\\p{L}+|уточненн\\p{L}+|попередн\\p{L}+ версі\\p{L}+)(?!\\p{L})|تصحيح|更正|訂正`.replaceAll('\n', ''),
  'iu',
)

/** True when a title or a text says somewhere that it corrects what stood there. Some say so of other matters. */
export const saysMended = (text: string): boolean => MENDED.test(text)

/** True when an article is a correction itself: its title or its first line begins so. */
export const isCorrection = (title: string, firstLine: string): boolean =>
  REMARK.test(title) || (REMARK.test(firstLine) && !CHANGE_REMARK.test(firstLine))

/**
 * Length of the word "Correction:" with which a correction opens its news.
 * @returns characters to skip; 0 when the line does not begin so, or is about how the text was changed
 */
export function correctionMarkLength(line: string): number {
  return CHANGE_REMARK.test(line) ? 0 : remarkMarkLength(line)
}

/** Length of "Correction:" before any remark on the piece itself; 0 when the line does not begin so. */
export const remarkMarkLength = (line: string): number =>
  /^\S+(?: \S+){0,3}?\s?[:：]\s*/u.exec(REMARK.test(line) ? line : '')?.[0].length ?? 0

/** True for a line that is an advertisement, a pointer to other pieces, a picture credit or a remark on the piece itself. */
export const isNotice = (line: string): boolean =>
  (line.length <= LONGEST_REMARK && REMARK.test(line)) || (line.length <= LONGEST_NOTICE && NOTICE.test(line))

/** True for a line that, standing last, only names the source, the rights or an invitation. */
export const isFooter = (line: string): boolean =>
  line.length <= LONGEST_NOTICE && (FOOTER.test(line) || NOTICE.test(line))
