import { cleanCharacters, oneLine } from '../text/characters.ts'
import { isNotice } from '../text/notices.ts'
import type { PageElement } from './page-dom.ts'

/** Elements that are no part of the prose, wherever a page has them. */
const ASIDES =
  'aside, nav, footer, form, button, select, dialog, figcaption, [role="navigation"], [role="complementary"], [aria-hidden="true"]'
const HEADINGS = 'h1, h2, h3, h4, h5, h6, p, strong, b, span, div'
const LONGEST_LABEL = 60
const LONGEST_BOILERPLATE = 220
const LONGEST_NOTICE = 300
/** What may follow a paywall's notice: prices and a way to log in. */
const OFFER_LENGTH = 1200
/** Share of a block's letters that stand in links, from which on it is a list of links. */
const LINK_SHARE = 0.7

const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'iu')

/** Labels over lists of other articles. */
const RELATED = whole([
  '(?:related|more|popular|recommended|trending|most read)(?: (?:articles?|stories|posts|content|news|coverage|topics|reading|links|on this(?: story| topic)?|from .{1,30}|in .{1,30}))?:?',
  '(?:read|see|watch) (?:more|also|next)(?: .{1,30})?:?|you (?:may|might) also (?:like|be interested in):?|recommended for you|what to read next|(?:more )?on this (?:story|topic)',
  'mehr zum thema:?|lesen sie auch:?|das könnte sie auch interessieren:?|verwandte (?:artikel|themen):?|meistgelesen',
  'à lire aussi:?|lire aussi:?|sur le même (?:sujet|thème):?|articles? (?:liés|similaires|recommandés):?',
  'lee también:?|noticias relacionadas:?|te puede interesar:?|leggi anche:?|leia (?:também|mais):?|articoli correlati:?',
  'читайте также:?|читать также:?|по теме:?|материалы по теме:?|ещё по теме:?',
])

/** Lines of the page's machinery: sharing, newsletters, cookies, comments, players. */
const BOILERPLATE = whole([
  'share(?: this)?(?: (?:article|story|page|post))?(?: (?:on|via|with) .{1,60})?:?|(?:tweet|email|print|copy link|save|bookmark)(?: this(?: article| story)?)?',
  '(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|email)(?:[\\s,|·•/]+(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|email|print))*',
  '(?:sign up|subscribe|register) (?:for|to) (?:our|the|my|this) .{0,60}newsletter.{0,80}|get .{1,60} (?:in|to) your inbox.{0,40}|follow us on .{1,80}|download (?:our|the) app.{0,60}',
  '(?:we use|this (?:site|website) uses|by (?:continuing|using) .{1,40}you (?:accept|agree)).{0,30}cookies.{0,120}|accept (?:all )?cookies',
  '(?:show|view|read|leave|post|add|join) .{0,20}(?:comments?|conversation|discussion)|\\d* ?comments?|comments are closed.?|skip (?:to|past) .{1,40}|(?:article|story) continues (?:below|after) .{1,40}',
  'loading\\.{0,3}|\\d{1,2}[ -]min(?:ute)?s? read|(?:listen to|hear) this (?:article|story).{0,30}|play video|your browser does not support .{1,60}|please enable javascript.{0,80}',
  '(?:artikel )?teilen(?: .{1,30})?|(?:jetzt )?newsletter (?:abonnieren|bestellen).{0,60}|zum newsletter anmelden.{0,40}|kommentare? (?:anzeigen|schreiben|lesen)|zur startseite|nach oben',
  "partager(?: (?:l[’']article|sur .{1,30}))?|inscrivez-vous à (?:notre|la) newsletter.{0,60}|compartir(?: en .{1,30})?|condividi(?: su .{1,30})?|compartilhar",
  'поделиться(?: .{1,30})?|подпис(?:ывайтесь|аться) на .{1,80}|комментари(?:и|ев)(?: \\(\\d+\\))?',
])

/** Where a publisher stops readers who have not paid or logged in. */
const PAYWALL = new RegExp(
  [
    '\\b(?:subscribe|sign (?:in|up)|log in|register|create an? (?:free )?account)\\b.{0,40}\\b(?:to|and) (?:continue|keep|read|unlock|access|get unlimited|finish)\\b',
    '\\b(?:to|and) (?:continue|keep) reading\\b.{0,60}\\b(?:subscribe|sign|log in|register|account|trial)',
    '\\bthis (?:article|story|content|page|post)\\b.{0,20}\\b(?:is|are)\\b.{0,30}\\b(?:for|to|reserved for|available to|exclusive to|limited to)\\b.{0,30}\\b(?:subscribers|members|registered)',
    "\\b(?:you have|you’ve|you've) (?:reached|read|used) (?:your|the|all).{0,40}\\b(?:limit|free articles?)\\b",
    '\\balready a (?:subscriber|member)\\b|\\bsubscribers? only\\b|\\bunlock (?:this|the full) (?:article|story)\\b',
    '\\bto read the (?:full|rest of (?:the|this)) (?:article|story)\\b',
    '\\b(?:weiterlesen|lesen sie weiter|jetzt lesen)\\b.{0,30}\\b(?:mit|abo|plus|premium)|\\bdieser (?:artikel|beitrag|inhalt) ist\\b.{0,40}\\b(?:abonnent|mitglieder|registrierte)|\\bsie haben bereits ein abo\\b',
    'article (?:est )?réservé (?:à nos |aux )abonnés|il (?:vous )?reste .{1,30} de cet article à (?:lire|découvrir)|pour lire la suite.{0,40}(?:abonne|connecte)|déjà abonné',
    'contenido exclusivo para suscriptores|suscríbete para (?:seguir leyendo|continuar)|contenuto riservato agli abbonati|conteúdo exclusivo para assinantes',
    '(?:полный текст|материал|статья) доступ(?:ен|на) (?:только )?(?:по подписке|подписчикам)|чтобы (?:читать|прочитать) (?:дальше|полностью).{0,40}подпи',
  ].join('|'),
  'iu',
)

const wordsOf = (element: PageElement): string => oneLine(cleanCharacters(element.textContent ?? ''))

function linkShare(element: PageElement): number {
  const length = wordsOf(element).length
  if (length === 0) return 0
  let linked = 0
  for (const link of element.querySelectorAll('a')) linked += wordsOf(link).length
  return linked / length
}

/** Takes away a label such as "Related articles" with the lists of links that follow it or stand beside it. */
function removeRelated(content: PageElement): void {
  for (const label of [...content.querySelectorAll(HEADINGS)]) {
    if ((label.textContent ?? '').length > LONGEST_LABEL * 2) continue
    const words = wordsOf(label)
    if (words.length > LONGEST_LABEL || !RELATED.test(words)) continue
    const lists: PageElement[] = []
    for (let next = label.nextElementSibling; next !== null && linkShare(next) >= LINK_SHARE; ) {
      lists.push(next)
      next = next.nextElementSibling
    }
    // A sub-heading may read like such a label; prose follows it then.
    if (lists.length > 0) for (const gone of [label, ...lists]) gone.remove()
  }
}

/** Takes what is no prose out of the tree of an article: asides, forms, captions, lists of related articles. */
export function removeBoilerplate(content: PageElement): void {
  for (const element of [...content.querySelectorAll(ASIDES)]) element.remove()
  removeRelated(content)
}

const isPaywallNotice = (line: string): boolean => line.length <= LONGEST_NOTICE && PAYWALL.test(line)

const isBoilerplate = (line: string): boolean =>
  line.length <= LONGEST_BOILERPLATE && (BOILERPLATE.test(line) || isNotice(line))

export interface CleanedText {
  /** Paragraphs and sub-headings, each a line of its own, joined by an empty line. */
  readonly text: string
  /** The publisher stops readers who have not paid: the text is an opening only. */
  readonly isCutOff: boolean
}

/**
 * Drops the lines of a page's machinery. From a paywall's notice on, everything goes when only an offer follows; a
 * notice amid a longer text goes alone.
 * @param text lines joined by an empty line, as htmlToText gives them
 */
export function cleanLines(text: string): CleanedText {
  const lines = text.split('\n\n').filter(line => !isBoilerplate(line))
  const notice = lines.findIndex(isPaywallNotice)
  if (notice < 0) return { text: lines.join('\n\n'), isCutOff: false }
  const rest = lines.slice(notice + 1).filter(line => !isPaywallNotice(line))
  const isEnd = rest.join(' ').length <= OFFER_LENGTH
  const kept = isEnd ? lines.slice(0, notice) : [...lines.slice(0, notice), ...rest]
  return { text: kept.join('\n\n'), isCutOff: isEnd }
}
