// Words around numbers in news, a short table for each of five languages. A phrase is words with blanks; "|" parts phrases.

/** What happened to those who are counted, in news about accidents, wars and protests. */
export type Role =
  | 'dead'
  | 'injured'
  | 'missing'
  | 'evacuated'
  | 'arrested'
  | 'rescued'
  | 'trapped'
  | 'homeless'
  | 'aboard'
  | 'withoutPower'

/** How a number is limited: "about 14", "nearly 14", "at least 14", "up to 14". */
export type Bound = 'exact' | 'about' | 'nearly' | 'atLeast' | 'atMost'

/** A phrase, word by word, in lower case. */
export type Phrase = readonly string[]

interface RoleSource {
  /** Stands before the number: "killed 14". */
  readonly before?: string
  /** Stands behind the counted: "14 people killed". */
  readonly after: string
  /** Is the counted itself: "14 deaths". */
  readonly nouns?: string
}

interface LanguageSource {
  readonly decimal: '.' | ','
  readonly numerals: string
  readonly scales: string
  readonly collectives: string
  readonly fractions: string
  readonly bounds: Readonly<Record<Exclude<Bound, 'exact'>, string>>
  readonly boundsAfter: Readonly<Partial<Record<Bound, string>>>
  readonly persons: string
  readonly roles: Readonly<Record<Role, RoleSource>>
  /** May stand between the counted and what happened to it. */
  readonly between: string
  /** Opens a parenthesis of parts: "14, including two children, …". */
  readonly including: string
  readonly timeUnits: string
  readonly months: string
  /** Followed by a year: "in 2019". */
  readonly yearAfter: string
  readonly toll: string
  readonly numberOf: string
  readonly range: { readonly from: string; readonly to: string; readonly between: string; readonly and: string }
}

const EN: LanguageSource = {
  decimal: '.',
  numerals:
    'one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90',
  scales:
    'hundred:100 thousand:1000 million:1000000 millions:1000000 billion:1000000000 trillion:1000000000000 bn:1000000000 mn:1000000 k:1000 dozen:12 score:20',
  collectives: 'dozens:20:120 scores:30:120 hundreds:150:1500 thousands:1500:20000 millions:1500000:20000000',
  fractions: 'half:0.5 third:0.3333 thirds:0.3333 quarter:0.25 quarters:0.25 fifth:0.2 fifths:0.2',
  bounds: {
    about:
      'about|around|roughly|approximately|some|circa|an estimated|estimated|close to|in the region of|more or less',
    nearly: 'nearly|almost|just under|just short of|close on',
    atLeast:
      'at least|more than|over|well over|above|upwards of|exceeding|no fewer than|no less than|not less than|not fewer than|just over|a minimum of',
    atMost:
      'up to|as many as|as much as|at most|fewer than|less than|under|below|no more than|not more than|a maximum of',
  },
  boundsAfter: { atLeast: 'or more|at least|plus', about: 'or so|approximately', atMost: 'at most|at the most' },
  persons: 'people|persons|person|others|victims|residents|inhabitants|individuals|souls|lives|folk|casualties',
  roles: {
    dead: {
      before: 'kill|kills|killed|killing|claim|claims|claimed|claiming',
      after: 'dead|killed|died|die|dies|have died|perished|slain|lost their lives|were found dead|drowned',
      nouns: 'deaths|fatalities|dead',
    },
    injured: {
      before: 'injure|injures|injured|injuring|hurt|hurts|hurting|wound|wounds|wounded|wounding',
      after: 'injured|hurt|wounded|suffered injuries',
      nouns: 'injuries|injured|wounded',
    },
    missing: { after: 'missing|unaccounted for' },
    evacuated: { before: 'evacuate|evacuates|evacuated|evacuating', after: 'evacuated', nouns: 'evacuees' },
    arrested: {
      before: 'arrest|arrests|arrested|arresting|detain|detains|detained|detaining',
      after: 'arrested|detained|in custody',
      nouns: 'arrests|detainees',
    },
    rescued: { before: 'rescue|rescues|rescued|rescuing', after: 'rescued' },
    trapped: { before: 'trapping|trapped', after: 'trapped' },
    homeless: { after: 'homeless' },
    aboard: { before: 'carrying|carried', after: 'aboard|on board' },
    withoutPower: { after: 'without power|without electricity|lost power' },
  },
  between:
    'was|were|is|are|be|been|being|have|has|had|also|so|far|still|now|who|which|that|reported|reportedly|confirmed|feared|left|seriously|critically|severely|slightly|lightly|badly|gravely|mortally|fatally|either|all|may|might|could|to|will|believed|listed|taken|declared|remain|remained|got|would|can|they|later|there|or|more',
  including: 'including|among|most|many|some|half|mostly|both|all',
  timeUnits:
    'second|seconds|minute|minutes|hour|hours|day|days|night|nights|week|weeks|weekend|weekends|fortnight|month|months|year|years|decade|decades|century|centuries|season|seasons|times|o’clock|am|pm|gmt|utc',
  months:
    'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec',
  yearAfter:
    'in|since|of|by|until|till|from|before|after|for|during|summer|spring|autumn|winter|year|early|late|and|to',
  toll: 'toll',
  numberOf: 'number|tally|total|count',
  range: { from: 'from', to: 'to', between: 'between', and: 'and' },
}

const DE: LanguageSource = {
  decimal: ',',
  numerals:
    'ein:1 eine:1 einen:1 zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 dreizehn:13 vierzehn:14 fünfzehn:15 sechzehn:16 siebzehn:17 achtzehn:18 neunzehn:19 zwanzig:20 dreißig:30 vierzig:40 fünfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90',
  scales:
    'hundert:100 tausend:1000 million:1000000 millionen:1000000 mio:1000000 milliarde:1000000000 milliarden:1000000000 mrd:1000000000 dutzend:12',
  collectives: 'dutzende:20:120 hunderte:150:1500 tausende:1500:20000',
  fractions: 'hälfte:0.5 drittel:0.3333 viertel:0.25',
  bounds: {
    about: 'etwa|rund|ungefähr|circa|ca|gut|um die|schätzungsweise',
    nearly: 'fast|knapp|beinahe|nahezu',
    atLeast: 'mindestens|mehr als|über|wenigstens|nicht weniger als',
    atMost: 'bis zu|höchstens|weniger als|maximal|unter|nicht mehr als',
  },
  boundsAfter: { atLeast: 'oder mehr' },
  persons: 'menschen|personen|person|leute|bewohner|einwohner|anwohner|opfer|weitere',
  roles: {
    dead: {
      before: 'starben|tötete|töteten|tötet|getötet|sterben',
      after: 'tot|getötet|gestorben|starben|ums leben gekommen|ums leben|ihr leben verloren|ihr leben',
      nouns: 'tote|toten|todesopfer',
    },
    injured: {
      before: 'verletzte|verletzten|verletzt|verwundete',
      after: 'verletzt|verwundet|verletzungen',
      nouns: 'verletzte|verletzten|verwundete',
    },
    missing: { after: 'vermisst', nouns: 'vermisste|vermissten' },
    evacuated: { after: 'evakuiert|in sicherheit gebracht' },
    arrested: { after: 'festgenommen|in gewahrsam|verhaftet', nouns: 'festnahmen|festgenommene' },
    rescued: { before: 'retteten|rettete', after: 'gerettet' },
    trapped: { after: 'eingeschlossen|verschüttet' },
    homeless: { after: 'obdachlos' },
    aboard: { after: 'an bord' },
    withoutPower: { after: 'ohne strom' },
  },
  between:
    'wurden|wurde|sind|ist|waren|war|werden|worden|seien|noch|auch|schwer|leicht|teils|zum|teil|dabei|kamen|gelten|als|haben|hätten|hatten|könnten|müssen',
  including: 'darunter|davon|unter|meist|viele',
  timeUnits:
    'sekunde|sekunden|minute|minuten|stunde|stunden|tag|tage|tagen|nacht|nächte|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|jahrzehnte|uhr|mal|jahrhundert',
  months: 'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
  yearAfter: 'im|in|seit|jahr|jahre|von|bis|ab|und|nach|vor|sommer|winter|herbst|frühjahr',
  toll: 'todeszahl|opferzahl',
  numberOf: 'zahl|anzahl',
  range: { from: 'von', to: 'bis|auf', between: 'zwischen', and: 'und' },
}

const FR: LanguageSource = {
  decimal: ',',
  numerals:
    'un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 trente:30 quarante:40 cinquante:50 soixante:60',
  scales:
    'cent:100 cents:100 mille:1000 million:1000000 millions:1000000 milliard:1000000000 milliards:1000000000 douzaine:12 dizaine:10 vingtaine:20 trentaine:30 cinquantaine:50 centaine:100 millier:1000',
  collectives: 'dizaines:20:120 centaines:150:1500 milliers:1500:20000',
  fractions: 'moitié:0.5 tiers:0.3333 quart:0.25 quarts:0.25',
  bounds: {
    about: 'environ|quelque|quelques|près d|autour de',
    nearly: 'près de|presque',
    atLeast: 'au moins|plus de|plus d|pas moins de',
    atMost: 'jusqu’à|jusqu à|au plus|moins de|moins d|au maximum',
  },
  boundsAfter: { about: 'environ', atLeast: 'au moins|ou plus', atMost: 'au plus' },
  persons: 'personnes|personne|gens|habitants|résidents|victimes|autres',
  roles: {
    dead: {
      before: 'tué|tuant|tue|tuent',
      after: 'tuées|tués|tué|tuée|mortes|morts|mort|décédées|décédés|péri|perdu la vie|trouvé la mort',
      nouns: 'morts|décès|tués',
    },
    injured: { before: 'blessé|blessant|blesse', after: 'blessées|blessés|blessée|blessé', nouns: 'blessés' },
    missing: { after: 'disparues|disparus|portées disparues|portés disparus', nouns: 'disparus' },
    evacuated: { before: 'évacué|évacuer', after: 'évacuées|évacués' },
    arrested: {
      before: 'arrêté|interpellé',
      after: 'arrêtées|arrêtés|interpellées|interpellés',
      nouns: 'arrestations|interpellations',
    },
    rescued: { before: 'secouru|sauvé', after: 'secourues|secourus|sauvées|sauvés' },
    trapped: { after: 'bloquées|bloqués|piégées|piégés' },
    homeless: { after: 'sans abri' },
    aboard: { after: 'à bord' },
    withoutPower: { after: 'sans électricité|privés d électricité|privés de courant' },
  },
  between:
    'ont|a|été|sont|étaient|était|est|grièvement|légèrement|gravement|encore|aussi|qui|toujours|avaient|seraient|auraient|pourraient|être',
  including: 'dont|parmi|notamment|la plupart',
  timeUnits:
    'seconde|secondes|minute|minutes|heure|heures|jour|jours|nuit|nuits|semaine|semaines|mois|an|ans|année|années|siècle|siècles|fois|h',
  months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  yearAfter: 'en|depuis|de|avant|après|jusqu’en|et|à|l’an|an',
  toll: 'bilan',
  numberOf: 'nombre',
  range: { from: 'de', to: 'à', between: 'entre', and: 'et' },
}

const ES: LanguageSource = {
  decimal: ',',
  numerals:
    'un:1 una:1 uno:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13 catorce:14 quince:15 dieciséis:16 diecisiete:17 dieciocho:18 diecinueve:19 veinte:20 veintiuno:21 veintiún:21 veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 doscientos:200 doscientas:200 trescientos:300 trescientas:300 quinientos:500',
  scales: 'cien:100 ciento:100 mil:1000 millón:1000000 millones:1000000 docena:12 decena:10 centenar:100',
  collectives: 'decenas:20:120 docenas:20:120 centenares:150:1500 cientos:150:1500 miles:1500:20000',
  fractions: 'mitad:0.5 tercio:0.3333 tercios:0.3333 cuarto:0.25',
  bounds: {
    about: 'unos|unas|cerca de|alrededor de|aproximadamente',
    nearly: 'casi',
    atLeast: 'al menos|más de|por lo menos|no menos de',
    atMost: 'hasta|menos de|como máximo|no más de',
  },
  boundsAfter: { atLeast: 'o más|al menos', about: 'aproximadamente' },
  persons: 'personas|persona|habitantes|residentes|víctimas|otros|otras',
  roles: {
    dead: {
      before: 'mató|matando|murieron|mueren|fallecieron',
      after: 'muertos|muertas|fallecidos|fallecidas|murieron|fallecieron|perdieron la vida|mueren',
      nouns: 'muertos|muertes|fallecidos',
    },
    injured: { before: 'hirió|hiriendo', after: 'heridos|heridas', nouns: 'heridos' },
    missing: { after: 'desaparecidos|desaparecidas', nouns: 'desaparecidos' },
    evacuated: { before: 'evacuó|evacuaron', after: 'evacuados|evacuadas' },
    arrested: {
      before: 'detuvo|detuvieron|arrestó',
      after: 'detenidos|detenidas|arrestados',
      nouns: 'detenidos|detenciones|arrestos',
    },
    rescued: { before: 'rescató|rescataron', after: 'rescatados|rescatadas' },
    trapped: { after: 'atrapados|atrapadas' },
    homeless: { after: 'sin hogar' },
    aboard: { after: 'a bordo' },
    withoutPower: { after: 'sin electricidad|sin luz' },
  },
  between:
    'fueron|fue|han|ha|sido|están|estaban|resultaron|resultan|quedaron|gravemente|levemente|aún|también|que|siguen|permanecen|podrían|habían',
  including: 'entre|incluidos|incluidas|incluyendo',
  timeUnits:
    'segundo|segundos|minuto|minutos|hora|horas|día|días|noche|noches|semana|semanas|mes|meses|año|años|siglo|siglos|veces|década|décadas',
  months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  yearAfter: 'en|desde|de|hasta|año|y|del',
  toll: 'balance',
  numberOf: 'número|cifra',
  range: { from: 'de', to: 'a', between: 'entre', and: 'y' },
}

const RU: LanguageSource = {
  decimal: ',',
  numerals:
    'один:1 одного:1 два:2 две:2 двух:2 три:3 трех:3 трёх:3 трое:3 двое:2 четыре:4 четырех:4 четырёх:4 четверо:4 пять:5 пяти:5 пятеро:5 шесть:6 шести:6 шестеро:6 семь:7 семи:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 десяти:10 одиннадцать:11 двенадцать:12 тринадцать:13 четырнадцать:14 пятнадцать:15 шестнадцать:16 семнадцать:17 восемнадцать:18 девятнадцать:19 двадцать:20 тридцать:30 сорок:40 пятьдесят:50 шестьдесят:60 семьдесят:70 восемьдесят:80 девяносто:90 сто:100 двести:200 триста:300',
  scales:
    'тысяча:1000 тысячи:1000 тысяч:1000 тыс:1000 миллион:1000000 миллиона:1000000 миллионов:1000000 млн:1000000 миллиард:1000000000 миллиарда:1000000000 миллиардов:1000000000 млрд:1000000000',
  collectives: 'десятки:20:120 десятков:20:120 сотни:150:1500 сотен:150:1500',
  fractions: 'половина:0.5 половину:0.5 треть:0.3333 четверть:0.25',
  bounds: {
    about: 'около|примерно|порядка|приблизительно',
    nearly: 'почти',
    atLeast: 'не менее|более|больше|по меньшей мере|как минимум|свыше|минимум',
    atMost: 'до|не более|менее|меньше|максимум',
  },
  boundsAfter: {},
  persons: 'человек|человека|людей|люди|жителей|жителя|жители|лиц|пассажиров',
  roles: {
    dead: {
      before: 'погибли|погибло|погиб|убиты|убито|погибших|скончались|жертвами стали|жизни',
      after: 'погибли|погибло|убиты|погибших|скончались|погибшими|убитых',
      nouns: 'погибших|убитых',
    },
    injured: {
      before: 'ранены|ранено|пострадали|пострадало|ранения получили|раненых|травмы получили',
      after: 'ранены|ранено|пострадали|пострадало|раненых|пострадавших|получили ранения|получили травмы',
      nouns: 'раненых|пострадавших',
    },
    missing: { before: 'пропали без вести|без вести', after: 'пропали без вести|пропали|без вести' },
    evacuated: { before: 'эвакуированы|эвакуировано|эвакуировали', after: 'эвакуированы|эвакуировано|эвакуировали' },
    arrested: { before: 'задержаны|задержано|задержали|арестованы', after: 'задержаны|задержано|задержали|арестованы' },
    rescued: { before: 'спасены|спасли|спасено', after: 'спасены|спасли|спасено' },
    trapped: { after: 'под завалами|заблокированы' },
    homeless: { after: 'без крова' },
    aboard: { after: 'на борту' },
    withoutPower: { after: 'без света|без электричества|без электроэнергии' },
  },
  between: 'были|было|был|еще|ещё|уже|также|которые|тяжело|могут|быть|оказались|остаются|остались|находились',
  including: 'включая|среди|в том числе|из них',
  timeUnits:
    'секунд|секунды|минут|минуты|минуту|час|часа|часов|день|дня|дней|сутки|суток|ночь|неделя|недели|недель|месяц|месяца|месяцев|год|года|году|лет|раз|раза|век|века',
  months: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  yearAfter: 'в|с|до|после|к',
  toll: '',
  numberOf: 'число|количество',
  range: { from: 'с|от', to: 'до', between: 'между', and: 'и' },
}

/** The tables of one language, ready to look things up in. */
export interface QuantityWords {
  readonly language: string
  readonly decimal: '.' | ','
  /** Finds no number in most sentences, at once. */
  readonly maybeNumber: RegExp
  /** Words that a number may begin with. */
  readonly openers: ReadonlySet<string>
  readonly numerals: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  readonly collectives: ReadonlyMap<string, readonly [low: number, high: number]>
  readonly fractions: ReadonlyMap<string, number>
  /** Longest phrases first. */
  readonly bounds: readonly (readonly [Phrase, Bound])[]
  readonly boundsAfter: readonly (readonly [Phrase, Bound])[]
  readonly persons: ReadonlySet<string>
  readonly before: readonly (readonly [Phrase, Role])[]
  readonly after: readonly (readonly [Phrase, Role])[]
  readonly roleNouns: ReadonlyMap<string, Role>
  readonly between: ReadonlySet<string>
  readonly including: ReadonlySet<string>
  readonly timeUnits: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  readonly yearAfter: ReadonlySet<string>
  readonly toll: ReadonlySet<string>
  readonly numberOf: ReadonlySet<string>
  readonly rangeFrom: ReadonlySet<string>
  readonly rangeTo: ReadonlySet<string>
  readonly rangeBetween: ReadonlySet<string>
  readonly rangeAnd: ReadonlySet<string>
}

const ROLES = Object.keys(EN.roles) as readonly Role[]
const set = (words: string): ReadonlySet<string> => new Set(words.split('|').filter(word => word !== ''))
const phrases = (words = ''): readonly Phrase[] => [...set(words)].map(phrase => phrase.split(' '))

function numbers(words: string): ReadonlyMap<string, number> {
  return new Map(
    words.split(' ').map(pair => {
      const [word = '', value] = pair.split(':')
      return [word, Number(value)]
    }),
  )
}

/** German writes 21 to 99 as one word, units first. */
function germanTens(numerals: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const compounds = new Map(numerals)
  for (const [unit, one] of numerals) {
    for (const [ten, many] of numerals) {
      if (one < 10 && many >= 20 && unit !== 'eine' && unit !== 'einen') compounds.set(`${unit}und${ten}`, one + many)
    }
  }
  return compounds
}

const longestFirst = <Kind>(pairs: readonly (readonly [Phrase, Kind])[]): readonly (readonly [Phrase, Kind])[] =>
  pairs.toSorted(([a], [b]) => b.length - a.length)

const boundPhrases = (source: Readonly<Partial<Record<Bound, string>>>): readonly (readonly [Phrase, Bound])[] =>
  longestFirst(
    Object.entries(source).flatMap(([bound, words]) => phrases(words).map(phrase => [phrase, bound as Bound] as const)),
  )

const rolePhrases = (source: LanguageSource, place: 'before' | 'after'): readonly (readonly [Phrase, Role])[] =>
  longestFirst(ROLES.flatMap(role => phrases(source.roles[role][place]).map(phrase => [phrase, role] as const)))

/** "a third", "une centaine": a number may begin with an article when one of these words is near. */
const ARTICLES = ['a', 'an', 'half', 'ein', 'eine', 'einem', 'einen', 'un', 'une', 'una', 'die', 'la']

function collectivesOf(words: string): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    words.split(' ').map(entry => {
      const [word = '', low, high] = entry.split(':')
      return [word, [Number(low), Number(high)] as const]
    }),
  )
}

function prepare(language: string, source: LanguageSource): QuantityWords {
  const plain = numbers(source.numerals)
  const numerals = language === 'de' ? germanTens(plain) : plain
  const scales = numbers(source.scales)
  const collectives = collectivesOf(source.collectives)
  const fractions = numbers(source.fractions)
  const telling = [...numerals.keys(), ...scales.keys(), ...collectives.keys(), ...fractions.keys()]
  return {
    language,
    decimal: source.decimal,
    maybeNumber: new RegExp(`\\d|(?<!\\p{L})(?:${telling.join('|')})(?!\\p{L})`, 'iu'),
    openers: new Set([...telling, ...ARTICLES]),
    numerals,
    scales,
    collectives,
    fractions,
    bounds: boundPhrases(source.bounds),
    boundsAfter: boundPhrases(source.boundsAfter),
    persons: set(source.persons),
    before: rolePhrases(source, 'before'),
    after: rolePhrases(source, 'after'),
    roleNouns: new Map(
      ROLES.flatMap(role => [...set(source.roles[role].nouns ?? '')].map(noun => [noun, role] as const)),
    ),
    between: set(source.between),
    including: set(source.including),
    timeUnits: set(source.timeUnits),
    months: set(source.months),
    yearAfter: set(source.yearAfter),
    toll: set(source.toll),
    numberOf: set(source.numberOf),
    rangeFrom: set(source.range.from),
    rangeTo: set(source.range.to),
    rangeBetween: set(source.range.between),
    rangeAnd: set(source.range.and),
  }
}

const tables: ReadonlyMap<string, QuantityWords> = new Map(
  Object.entries({ en: EN, de: DE, fr: FR, es: ES, ru: RU }).map(([language, source]) => [
    language,
    prepare(language, source),
  ]),
)

/**
 * The tables of a language.
 * @param language two-letter code
 * @returns undefined for a language that has none (all but en, de, fr, es, ru)
 */
export const findQuantityWords = (language: string): QuantityWords | undefined => tables.get(language)
