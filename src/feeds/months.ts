/** Month names as feeds write them, January first; German, French, Spanish, Italian, Portuguese, Dutch, Greek, Hungarian, Polish, Russian, Nordic, Romanian, Turkish, Ukrainian, Finnish. */
const CALENDARS: readonly string[] = [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jan feb mär apr mai jun jul aug sep okt nov dez',
  'janv févr mars avr mai juin juil août sept oct nov déc',
  'jan fév mars avr mai juin jul aoû sep oct nov dec',
  'ene feb mar abr may jun jul ago sep oct nov dic',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
  'ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ',
  'ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  'január február március április május június július augusztus szeptember október november december',
  'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  'янв фев мар апр мая июн июл авг сен окт ноя дек',
  'jan feb mar apr maj jun jul aug sep okt nov dec',
  'ian feb mar apr mai iun iul aug sep oct noi dec',
  'oca şub mar nis may haz tem ağu eyl eki kas ara',
  'січ лют бер кві тра чер лип сер вер жов лис гру',
  'янв фев март апр май июнь июль авг сент окт нояб дек',
  'jän feb maar apr mei jun jul aout sep okt nov dez',
  // Four letters: "marraskuu" is November, whatever "mar" is elsewhere.
  'tamm helm maal huht touk kesä hein elok syys loka marr joul',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  CALENDARS.flatMap(names => names.split(' ').map((name, index) => [name, index + 1] as const)),
)

/** 1 to 12 for a month's name or its first letters, with or without a point; undefined when it is none. */
export function findMonth(name: string): number | undefined {
  const word = name.toLowerCase().replace(/\.$/, '')
  return MONTHS.get(word) ?? MONTHS.get(word.slice(0, 4)) ?? MONTHS.get(word.slice(0, 3))
}
