import type { LanguageSource } from './source.ts'

/** German. */
export const DE: LanguageSource = {
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
