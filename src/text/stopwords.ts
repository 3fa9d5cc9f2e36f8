import stopwordsIso from 'stopwords-iso/stopwords-iso.json' with { type: 'json' }

/**
 * English function words, and the words that every news item holds. Our own list: that of stopwords-iso also drops
 * "bill", "world", "fire", "states", "microsoft".
 */
const ENGLISH = `a about above after again against all also although am amid among an and any anyone anything are aren't
around as at be became because become been before being below between both but by can can't cannot could couldn't did
didn't do does doesn't doing don't down during each either else ever every everyone everything few for from further get
gets getting go goes going got had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself
him himself his how how's however i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let let's
like made make makes making many may me might more most much must my myself neither no nor not now of off often on once
one only onto or other others ought our ours ourselves out over own per put quite rather really said same saw say saying
says see seem seems seen shall she she'd she'll she's should shouldn't since so some someone something still such take
takes than that that's the their theirs them themselves then there there's these they they'd they'll they're they've
thing things this those though through thus to together told too took toward towards under until up upon us use used
using very via was wasn't way we we'd we'll we're we've well went were weren't what what's when when's where where's
whether which while who who's whom whose why why's will with within without won't would wouldn't yet you you'd you'll
you're you've your yours yourself yourselves mr mrs ms dr`

/** Ukrainian function words: stopwords-iso has none. */
const UKRAINIAN = `а або але б без би більш більше був буде будуть була були було бути в вам вас ваш весь від він вона вони воно все
всі вся втім вже під після для до доки його йому її їй їм їх їхній за завжди зараз зі з задля і із інші інший інших й коли
крім куди лише майже мав має мають мені ми між мій може можна на над навіть нам нас наш не нею неї нього ні ніж ніхто нічого
ним них но о об однак один одна одне ось перед по поки при про проте протягом сам саме свій свого своєї своїх свою себе собі
та так також такий така таке такі там те теж тепер ти тим тільки то тоді того тої тому тут у увесь усе усі усіх хоча хто це
цей цього цьому цією цим ця ці цих цю чи чим чого чому через що щоб щодо ще я як яка яке який якій якого якою які яких якщо
якраз сказав сказала заявив заявила заявили повідомив повідомила повідомили`

/** Words of the other lists that carry news all the same. */
const KEPT = `россия русский русская русские война москва земля женщина женщины жизнь работа ребенок машина деньги народ
город страна правда советский советская процентов книга дорога рождения товарищ
estado estados unidos acuerdo trabajo gobierno país
stato stati governo città press gruppo mondo paese futuro scola miliardi milioni consiglio
recht mensch menschen ordnung jahr
sistema trabalho viagem governo
personne personnes
اعلنت زيارة مليار مليون للامم الاخيرة
люди мир`

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

const kept = wordSet(KEPT)
const lists = new Map<string, readonly string[]>(Object.entries(stopwordsIso))
const loaded = new Map<string, ReadonlySet<string>>([
  ['en', wordSet(ENGLISH)],
  ['uk', wordSet(UKRAINIAN)],
])

/**
 * The words of a language that say nothing about what a text is about: lower case, with straight apostrophes.
 * @param language two-letter code; an unknown one has none
 */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const words = (lists.get(language) ?? []).map(word => word.normalize('NFKC').replaceAll('’', "'"))
  const list = new Set(words.filter(word => !kept.has(word)))
  loaded.set(language, list)
  return list
}

/**
 * Whether a word says nothing about what a text is about.
 * @param word lower case, with its diacritics and a straight apostrophe
 * @param language two-letter code; an unknown one has no stop words
 */
export function isStopWord(word: string, language: string): boolean {
  return stopWordsOf(language).has(word)
}
