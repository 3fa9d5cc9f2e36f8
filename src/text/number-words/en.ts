import type { LanguageSource } from './source.ts'

/** English. */
export const EN: LanguageSource = {
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
