/** News agencies: the usual name, and how credits spell it besides. */
const AGENCIES = `
AFP: Agence France-Presse, Agence France Presse
Reuters: REUTERS, Thomson Reuters, rtr, Рейтер, رويترز, 路透社
AP: Associated Press, The Associated Press, The AP, Ассошиэйтед Пресс
dpa: DPA, Deutsche Presse-Agentur, dpa-AFX, dpa-infocom, ДПА
APA: Austria Presse Agentur
Keystone-SDA: sda, SDA, ats, ATS
epd: Evangelischer Pressedienst
KNA: Katholische Nachrichten-Agentur
SID: Sport-Informations-Dienst
EFE: Efe, Agencia EFE
Europa Press:
ANSA: Ansa
AGI:
Adnkronos:
Lusa: Agência Lusa
PAP: Polska Agencja Prasowa
ČTK: CTK
MTI:
Belga:
ANP:
TT: TT-AFP
NTB:
Ritzau:
STT:
UPI: United Press International
PA: PA Media, Press Association
CP: The Canadian Press, Canadian Press
AAP: Australian Associated Press
PTI: Press Trust of India
ANI: Asian News International
IANS:
Bernama:
Antara:
Kyodo: Kyodo News, 共同通信, 共同
Jiji: Jiji Press, 時事通信
Yonhap: 연합뉴스
Xinhua: Xinhua News Agency, Синьхуа, 新华社
Anadolu: Anadolu Agency, Anadolu Ajansı, AA
IRNA:
WAFA:
SANA:
TASS: ТАСС, ITAR-TASS, ИТАР-ТАСС
RIA Novosti: RIA, РИА Новости, РИА
Interfax: Интерфакс, Interfax-Ukraine, Интерфакс-Украина
Ukrinform: Укринформ, Укрінформ
UNIAN: УНИАН, УНІАН
BelTA: БЕЛТА
Bloomberg: Bloomberg News
`

const spelt = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ')

const NAMES: ReadonlyMap<string, string> = new Map(
  AGENCIES.trim()
    .split('\n')
    .flatMap(line => {
      const [name = '', others = ''] = line.split(':')
      return [name, ...others.split(',')].map(spelling => [spelt(spelling), name] as const)
    })
    .filter(([spelling]) => spelling !== ''),
)

/** Words by which a name that we do not know is an agency's: "Albatross Wire", "Agencia Costera". */
const AGENCY_NAME =
  /^(?:(?:\p{Lu}[\p{L}’'-]* ){1,3}(?:Wire|Newswire|Wire Service|News Agency|Press Agency|News Service|Presseagentur|Nachrichtenagentur|Ajansı)|(?:Agence|Agencia|Agência|Agenzia|Agencja|Nachrichtenagentur|Агентство|Агенція) \p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2})$/u
/** Of the desk that put an agency's report through: "dpa/mst", "AFP/bk". */
const INITIALS = /^\p{Ll}{2,4}$/u

/** Between the names in one credit. */
const SEPARATOR = /\s*(?:[/,;&]|\s(?:and|und|et|y|e|i|и|та)\s)\s*/u

/** What an article says of the agency that it comes from. */
export interface Credit {
  /** The agency's usual name. */
  readonly agency: string
  /** True when nothing else is credited: the report is the agency's. False when it is only part of it. */
  readonly isSole: boolean
}

function agencyNamed(name: string): string | undefined {
  const plain = spelt(name).replace(/[.:]$/u, '')
  return NAMES.get(plain) ?? (AGENCY_NAME.test(plain) ? plain : undefined)
}

/** Reads words that are nothing but a credit ("AFP", "dpa/mst", "Reuters and AP"); undefined for all else. */
function readCredit(words: string): Credit | undefined {
  const names = spelt(words).split(SEPARATOR)
  const agencies = names.map(agencyNamed)
  const [first] = agencies.filter(name => name !== undefined)
  if (first === undefined || names.some((name, at) => agencies[at] === undefined && !INITIALS.test(name)))
    return undefined
  return { agency: first, isSole: new Set(agencies.filter(name => name !== undefined)).size === 1 }
}

/** "PARIS, May 5 (AFP) —", "(Reuters) -", "MARLO (Albatross Wire) —": in brackets at the opening, before a dash or a sentence. */
const OPENING_BRACKETS = /^[^\n().]{0,60}\(([^()\n]{2,40})\)/u
/** "МОСКВА, 5 июня. /ТАСС/.", "BERLIN – dpa –", "МОСКВА, 5 июн — РИА Новости.": between two marks after the place. */
const OPENING_MARKS = /^\p{Lu}[^\n()]{1,50}?[\s.,]*[-–—/]\s*([^-–—/\n.]{2,24}(?:-[^-–—/\n. ]{2,12})?)\s*[-–—/.]/u

const WITH = [
  '(?:with|additional) (?:material|reporting|files|input|contributions?|information)s? (?:from|by)',
  'with(?: agencies)?',
  'mit (?:material|informationen|agenturmaterial)(?: (?:von|der))?(?: agentur(?:en)?)?',
  'mit',
  'avec',
  'con (?:información|informaciones|informazioni|material) (?:de|di)',
  'con',
  'com(?: informações de)?',
  'z wykorzystaniem materiałów',
  '(?:с использованием|по) материал(?:ам|ов)',
  'за матеріалами',
].join('|')
const PARTLY = new RegExp(`^\\(?(?:${WITH})[:\\s]+([^()\\n]{2,60}?)\\)?[.]?$`, 'iu')
const SOURCE = /^(?:source|quelle|fuente|fonte|źródło|bron|källa|источник|джерело)\s*[:：]\s*(.{2,60})$/iu
/** Alone on the last line, in brackets at the end, or behind a dash. */
const CLOSINGS = [
  /(?:^|\n)([^\n]{2,80})$/u,
  /\(([^()\n]{2,80})\)$/u,
  /(?:^|[\s.”"»])[-–—]{1,2}\s?([^-–—\n]{2,60}(?:-[^-–—\n ]{2,12})?)$/u,
]
const CLOSING_CHARACTERS = 160
const OPENING_CHARACTERS = 140

function readClosing(words: string): Credit | undefined {
  const line = words.trim()
  const part = PARTLY.exec(line)?.[1]
  const partly = part === undefined ? undefined : readCredit(part)
  if (partly !== undefined) return { ...partly, isSole: false }
  return readCredit(SOURCE.exec(line)?.[1] ?? line)
}

function creditInText(text: string): readonly Credit[] {
  const opening = text.slice(0, OPENING_CHARACTERS)
  const closing = text
    .trimEnd()
    .replace(/[.\s]+$/u, '')
    .slice(-CLOSING_CHARACTERS)
  const openings = [OPENING_BRACKETS, OPENING_MARKS].flatMap(
    pattern => readCredit(pattern.exec(opening)?.[1] ?? '') ?? [],
  )
  const closings = CLOSINGS.flatMap(pattern => readClosing(pattern.exec(closing)?.[1] ?? '') ?? [])
  return [...openings, ...closings]
}

const BYLINE = /^(?:by|von|par|por|di|przez|автор:?)\s+/iu
/** "Ann Holm, AP", "Ann Holm (AP)": the agency's own reporter. */
const STAFF = /^[^,()]{3,60}(?:,\s*|\s\()([^,()]{2,40})\)?$/u
/** "Ann Holm and AP", "Ann Holm with dpa". */
const JOINED = /^(.{3,60}?)\s(?:and|with|und|mit|et|avec|y|con|и)\s(.{2,40})$/iu

/** What one name of a byline says; undefined for a person. */
function creditInByline(author: string): Credit | undefined {
  const name = spelt(author).replace(BYLINE, '')
  const whole = readCredit(name) ?? readCredit(STAFF.exec(name)?.[1] ?? '')
  if (whole !== undefined) return whole
  const joined = readCredit(JOINED.exec(name)?.[2] ?? '')
  return joined === undefined ? undefined : { ...joined, isSole: false }
}

function creditInBylines(authors: readonly string[]): readonly Credit[] {
  const credits = authors.map(creditInByline)
  const hasOwnReporter = credits.includes(undefined)
  return credits.flatMap(credit =>
    credit === undefined ? [] : [{ ...credit, isSole: credit.isSole && !hasOwnReporter }],
  )
}

/** The parts of an article that may credit an agency. */
export interface Credited {
  readonly text: string
  readonly authors: readonly string[]
  readonly outlet: string
}

/**
 * The news agency that an article credits: as its outlet, in the dateline ("PARIS (AFP) —"), at its end ("— Albatross
 * Wire", "mit Material von dpa") or in its byline. A credit is a credit only when it stands alone: an agency that is
 * mentioned ("Reuters could not verify") is none.
 */
export function creditOf({ text, authors, outlet }: Credited): Credit | undefined {
  const own = readCredit(outlet)
  if (own !== undefined) return own
  const inText = creditInText(text)
  const all = [...inText, ...creditInBylines(authors)]
  const [first] = all
  if (first === undefined) return undefined
  // The dateline of an agency weighs more than the name that a paper adds; words like "with material from" weigh most.
  const decisive = inText.length > 0 ? inText : all
  return { agency: first.agency, isSole: decisive.every(({ isSole, agency }) => isSole && agency === first.agency) }
}
