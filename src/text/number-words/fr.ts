import type { LanguageSource } from './source.ts'

/** French. */
export const FR: LanguageSource = {
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
