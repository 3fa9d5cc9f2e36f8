import type { LanguageSource } from './source.ts'

/** Spanish. */
export const ES: LanguageSource = {
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
