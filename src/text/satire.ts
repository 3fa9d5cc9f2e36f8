/** What says that a text is invented, as it is shown, and the words by which it goes (adjectives only inside a sentence that says so). */
const LABELS: readonly (readonly [shown: string, nouns: string, adjectives?: string])[] = [
  ['Satire', 'satire', 'satirical|satirique|satirisch\\p{L}*'],
  ['Satira', 'satira', 'satiric[oa]'],
  ['Sátira', 'sátira', 'satíric[oa]'],
  ['Сатира', 'сатира', 'сатирическ\\p{L}*'],
  ['Glosse', 'glosse'],
  ['Parody', 'parody|spoof'],
  ['Parodie', 'parodie', 'parodique|parodistisch\\p{L}*'],
  ['Parodia', 'parodia'],
  ['Humour', 'humour', 'humoristique'],
  ['Humor', 'humor', 'humorístic[oa]'],
  ['April fool', "april[- ]?fool(?:[’']?s?)?(?:[’'])?(?: day)?(?: joke| prank)?"],
  ['Aprilscherz', 'aprilscherz'],
  ['Poisson d’avril', "poisson d[’']avril"],
  ['Pesce d’aprile', "pesce d[’']aprile"],
  ['Inocentada', 'inocentada|día de los (?:santos )?inocentes'],
  ['Первоапрельская шутка', 'первоапрельская шутка'],
]

const NOUNS = LABELS.map(([, nouns]) => nouns).join('|')
const ADJECTIVES = LABELS.flatMap(([, , adjectives]) => adjectives ?? []).join('|')
/** Names of feeds' topics and of parts of an address that can mean nothing else. */
const SURE = 'satires?|satirical|satira|sátira|сатира|glossen?|parody|parodie|aprilscherz|april-?fools?'

const ARTICLE = '(?:(?:the|a|an|die|der|eine|un|une|la|le|el|il|lo|una)\\s)?'
const OPEN = '[^\\p{L}\\p{N}“"«„]*'

/** How a title or a first line is labelled: "Satire: …", "[Satire] …", "SATIRE — …", "… | Satire", "… (Satire)". */
const IN_FRONT = new RegExp(
  `^(?:[\\[(]\\s?(${NOUNS})\\s?[\\])]\\s*[:|–—-]?\\s+|(${NOUNS})\\s*(?:[:：|–—]|\\s-)\\s)`,
  'iu',
)
const BEHIND = new RegExp(`(?:\\s[|–—-]\\s(${NOUNS})|\\s[\\[(]\\s?(${NOUNS})\\s?[\\])])\\s*$`, 'iu')
/** A line that is the label and no more: "SATIRE", "— Die Glosse —", "Satire & Humour". */
const ALONE = new RegExp(
  `^${OPEN}${ARTICLE}(${NOUNS})(?:\\s?(?:[/&,|·-]|and|und|et|y|e)\\s?(?:${NOUNS}))*${OPEN}$`,
  'iu',
)
/** "This article is satire.", "Dieser Text ist eine Satire.", "Cet article est parodique." */
const DECLARED = new RegExp(
  `^${OPEN}(?:(?:please )?note|disclaimer|hinweis|avertissement|aviso|avvertenza|nota)?\\s?:?\\s?(?:this|these|dies\\p{L}*|das|ce|cet|cette|ceci|c[’']est|est[ea]|esto|quest[oa]|этот?|эта)(?:\\s\\p{L}+){0,2}\\s(?:is|was|are|ist|war|est|était|es|era|è)\\s(?:\\p{L}+[\\s’']){0,3}?(${NOUNS}|${ADJECTIVES})(?!\\p{L})[^.!?]{0,60}[.!]?${OPEN}$`,
  'iu',
)
/** The same in Russian, which has no "is". */
const DECLARED_RUSSIAN =
  /^[^\p{L}]*(?:это|данный|этот) (?:текст |материал )?[—–-]? ?(сатира|сатирический|первоапрельская шутка)/iu
const NEGATED = /(?<!\p{L})(?:not|no|kein\p{L}*|nicht|pas|non|не)(?!\p{L})/iu
const ADDRESS_PART = new RegExp(`^https?://[^/]+/(?:[^/]+/)*?(${SURE})/`, 'iu')
const SURE_TOPIC = new RegExp(`^(?:${SURE})$`, 'iu')

/** Lines at the top and at the bottom that are looked at. */
const FIRST_LINES = 2
const LAST_LINES = 3
const LONGEST_DECLARATION = 200

const SHOWN = LABELS.map(
  ([shown, nouns, adjectives]) =>
    [shown, new RegExp(`^(?:${nouns}${adjectives === undefined ? '' : `|${adjectives}`})$`, 'iu')] as const,
)

function shownAs(found: string): string | undefined {
  const word = found.replace(/s$/u, '')
  return SHOWN.find(([, pattern]) => pattern.test(found) || pattern.test(word))?.[0]
}

const labelBy = (pattern: RegExp, text: string): string | undefined => {
  const found = pattern
    .exec(text)
    ?.slice(1)
    .find(group => group !== undefined)
  return found === undefined ? undefined : shownAs(found)
}

function labelOfLine(line: string): string | undefined {
  if (line.length > LONGEST_DECLARATION || NEGATED.test(line)) return undefined
  return labelBy(ALONE, line) ?? labelBy(DECLARED, line) ?? labelBy(DECLARED_RUSSIAN, line)
}

/** What of an article may say that it is invented. */
export interface Labelled {
  readonly title: string
  readonly text: string
  readonly url?: string
  readonly topics?: readonly string[]
}

const titleLabel = (title: string): string | undefined => labelBy(IN_FRONT, title) ?? labelBy(BEHIND, title)

/**
 * The label that says of a whole article that it is invented: satire, parody, an April fool. It stands before or behind
 * the title, in a line of its own at the top or the bottom, before the first sentence, in the address or among the topics.
 * @returns the label in the article's own language, to be shown: "Satire", "Glosse"; undefined for news
 */
export function satireLabel({ title, text, url = '', topics = [] }: Labelled): string | undefined {
  const lines = text.split('\n').flatMap(line => line.trim() || [])
  const [first = ''] = lines
  const edges = [...lines.slice(0, FIRST_LINES), ...lines.slice(FIRST_LINES).slice(-LAST_LINES)]
  return (
    titleLabel(title) ??
    labelBy(IN_FRONT, first) ??
    edges.map(labelOfLine).find(label => label !== undefined) ??
    labelBy(ADDRESS_PART, url) ??
    topics.map(topic => (SURE_TOPIC.test(topic) ? shownAs(topic) : undefined)).find(label => label !== undefined)
  )
}

/** The title of an article with its label, so that nobody takes it for news: "Satire: Mayor sells the moon". */
export function labelledTitle(article: Labelled): string {
  const label = satireLabel(article)
  return label === undefined || titleLabel(article.title) !== undefined ? article.title : `${label}: ${article.title}`
}
