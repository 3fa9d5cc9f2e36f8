import type { Words } from '../en.ts'
import { plural } from '../plural.ts'

/** HTTP: ab diesem Status liegt der Fehler beim Server. */
const SERVER_TROUBLE = 500
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** How long somebody has to wait, rounded up; in the unit that people would use. */
function waitText(minutes: number): string {
  if (minutes <= HOUR_MINUTES) return plural(minutes, 'Minute', 'Minuten')
  if (minutes <= DAY_MINUTES) return plural(Math.ceil(minutes / HOUR_MINUTES), 'Stunde', 'Stunden')
  return plural(Math.ceil(minutes / DAY_MINUTES), 'Tag', 'Tagen')
}

/** What went wrong, and what to do next. */
export const errors: Pick<Words, 'errors' | 'filterProblems' | 'fetchStatus' | 'fetchReasons'> = {
  errors: {
    unknownCommand: ({ name, nearest }) =>
      nearest
        ? `Es gibt keinen Befehl /${name}. War /${nearest} gemeint?`
        : `Es gibt keinen Befehl /${name}. /help nennt alle.`,
    missingOption: ({ option, usage }) => `Es fehlt noch ${option}: ${usage}`,
    surplusWords: ({ words, usage }) => `Mit „${words}“ weiß ich nichts anzufangen. Aufruf: ${usage}`,
    badOption: ({ option, value, allowed }) => `${option} kann nicht „${value}“ sein. Möglich: ${allowed}.`,
    tooLong: ({ option, most }) => `${option} ist zu lang: höchstens ${most} Zeichen.`,
    unknownOption: ({ value, usage }) => `Es gibt keine Option „${value}“. Aufruf: ${usage}`,
    managersOnly: ({ command }) => `/${command} dürfen nur die Verwalter dieses Kanals. Bitte einen von ihnen fragen.`,
    notFeed: ({ url, kind }) =>
      `${url} ist ${kind ? `eine ${kind}-Datei und ` : ''}kein Feed. Gib die Adresse eines RSS-, Atom- oder JSON-Feeds an, oder die der Website.`,
    opmlAddress: ({ url }) =>
      `${url} ist eine OPML-Datei, eine Liste von Feeds. /feeds import ${url} übernimmt sie alle.`,
    notOpml: ({ name }) => `${name} ist keine OPML-Datei. Gib eine, die ein Feedreader ausgegeben hat.`,
    missingFile: ({ name }) => `Die Datei ${name} gibt es nicht. Prüfe den Pfad.`,
    fileTooLarge: ({ name, limit }) => `${name} ist größer als ${limit}. Teile die Liste in kleinere Dateien.`,
    unreadableFile: ({ name }) => `${name} ist nicht lesbar. Sende die Datei noch einmal, oder gib eine andere.`,
    noImport: ({ usage }) =>
      `Es fehlt eine Datei zum Einlesen. Hänge eine OPML-Datei an den Befehl, oder gib ihre Adresse: ${usage}`,
    noFeedOnPage: ({ url }) =>
      `${url} ist eine Webseite, auf der kein Feed zu finden ist. Suche dort einen RSS-Link und gib dessen Adresse an.`,
    severalFeeds: ({ url, choices }) => `${url} bietet mehrere Feeds. Wähle einen: ${choices}`,
    privateAddress: ({ url }) =>
      `${url} führt in ein privates Netz, das ich nicht betrete. Gib eine öffentliche Adresse an; der Betreiber kann Rechner mit ALLOW_HOSTS erlauben.`,
    closedPort: ({ url, ports }) =>
      `${url} nennt einen ungewöhnlichen Port; ich lese nur von ${ports}. Gib eine Adresse ohne Port an.`,
    badAddress: ({ value }) =>
      `„${value}“ ist weder eine Webadresse noch ein bekanntes Thema. Gib eine Adresse wie https://example.org/feed oder ein Thema an (/help subscribe nennt sie).`,
    hostBusy: ({ host = '', minutes }) =>
      `${host} will gerade in Ruhe gelassen werden. Versuche es in ${waitText(Number(minutes))} wieder.`,
    unreachable: ({ url, reason }) =>
      `${url} ist nicht erreichbar (${reason}). Prüfe die Adresse oder versuche es später noch einmal.`,
    tooSlow: ({ url }) => `${url} hat nicht rechtzeitig geantwortet. Versuche es später noch einmal.`,
    tooLarge: ({ url, limit }) =>
      `${url} ist größer als ${limit}, zu groß für einen Feed. Gib einen kleineren Feed dieser Website an.`,
    truncated: ({ url }) => `Die Antwort von ${url} brach ab. Versuche es später noch einmal.`,
    httpStatus: ({ url, status, site }) =>
      status === '404' || status === '410'
        ? `Unter ${url} ist nichts (Status ${status}). ${site ? `Versuche die Website selbst: ${site}` : 'Prüfe die Adresse im Browser.'}`
        : status === '401' || status === '403'
          ? `${url} lässt mich nicht hinein (Status ${status}). Suche einen anderen Feed dieser Website; für Abonnenten hat sie vielleicht eine eigene Adresse.`
          : Number(status) >= SERVER_TROUBLE
            ? `${url} hat gerade Schwierigkeiten (Status ${status}). Versuche es später noch einmal.`
            : `${url} antwortete mit Status ${status}. Prüfe die Adresse im Browser.`,
    unknownTopic: ({ value, topics }) => `Ich kenne kein Thema „${value}“. Themen: ${topics}.`,
    nearTopic: ({ value, nearest, topics }) =>
      `Ich kenne kein Thema „${value}“. War ${nearest} gemeint? Themen: ${topics}.`,
    notSubscribed: ({ value }) => `Dieser Kanal bezieht „${value}“ nicht. /list zeigt, was er bezieht.`,
    noSubscriptions: () =>
      'Dieser Kanal bezieht noch keinen Feed. /subscribe world macht den Anfang, oder /subscribe und eine Adresse.',
    nothingFound: ({ topic, nearest }) =>
      nearest
        ? `Zu „${topic}“ steht nichts in den gespeicherten Artikeln. Ähnlich: ${nearest}.`
        : `Zu „${topic}“ steht nichts in den gespeicherten Artikeln. Versuche ein anderes Wort, oder abonniere mit /subscribe einen Feed, der darüber schreibt.`,
    nothingSince: ({ topic, since, newest }) =>
      `Nichts zu „${topic}“ in den letzten ${since}. Der neueste gespeicherte Artikel dazu ist vom ${newest}: frage ohne ${since}.`,
    unknownZone: ({ value, nearest }) =>
      nearest
        ? `Es gibt keine Zeitzone „${value}“. War ${nearest} gemeint?`
        : `Es gibt keine Zeitzone „${value}“. Gib einen Namen wie Europe/Berlin oder America/New_York an.`,
    badTime: ({ value }) => `„${value}“ ist keine Uhrzeit. Gib Stunde und Minute an, etwa 07:30.`,
    badDays: ({ value }) =>
      `Die Tage „${value}“ verstehe ich nicht. Möglich: daily, weekdays, weekend, mon-fri oder sat,sun.`,
    noSchedule: () => 'Hier ist kein Briefing geplant. /schedule add 08:00 plant eines.',
    unknownSchedule: ({ value, known }) => `Um ${value} ist kein Briefing geplant. Geplant: ${known}.`,
    tooManyFeeds: ({ limit }) =>
      `Ein Kanal bezieht höchstens ${limit} Feeds. /list zeigt sie; bestelle erst mit /unsubscribe welche ab.`,
    duplicateSchedule: ({ value }) =>
      `Ein Briefing um ${value} an diesen Tagen gibt es schon. /schedule list zeigt alle.`,
    ambiguousSchedule: ({ value, choices }) =>
      `Um ${value} sind mehrere Briefings geplant, deshalb wurde keines gestrichen. Sag, welches: ${choices}`,
    badFilter: ({ place, problem }) => `${problem} Der Pfeil zeigt, wo: ${place}`,
    negatedFilter: ({ rule, rest }) =>
      `Als Regel zum Ausblenden würde ${rule} alles andere ausblenden. Um es auszublenden: /filter add ${rest}. Um nichts anderes zu lesen: /filter add only ${rest}`,
    sameFilter: ({ number }) => `Das ist schon Regel ${number}. /filter list zeigt alle.`,
    unknownFilter: ({ value, known }) =>
      known
        ? `Es gibt keine Regel ${value}. Regeln: ${known}.`
        : 'Dieser Kanal hat keine Filterregel. /filter add macht eine.',
    manyFilters: ({ most }) =>
      `Dieser Kanal hat ${most} Regeln, mehr dürfen es nicht sein. Entferne eine (/filter list), oder verbinde mehrere mit OR.`,
    heavyFilters: () =>
      'Die regulären Ausdrücke dieses Kanals machen zusammen zu viel Arbeit. Entferne einen (/filter list), oder nimm Wörter.',
    noModel: () =>
      'Der Betreiber dieses Bots hat kein Sprachmodell eingerichtet, darum bleibt es bei den Worten der Quellen. Bitte den Betreiber, LLM_BASE_URL und LLM_MODEL zu setzen.',
    noDigest: () =>
      'Hier gibt es noch keinen Überblick, den du gesehen hast. /briefing oder /summary und ein Thema macht einen.',
    unknownItem: ({ value, most }) => `Der letzte Überblick hat keine Nummer ${value}; er geht von 1 bis ${most}.`,
    unknownFollow: ({ value, most }) =>
      `Die Liste hat keine Nummer ${value}; sie geht von 1 bis ${most}. /follow list zeigt sie.`,
    expiredAction: () => 'Dieser Knopf ist zu alt. Gib den Befehl noch einmal.',
    storage: () =>
      'Ich kann zurzeit nicht in meine Datenbank schreiben (Platte voll oder schreibgeschützt), deshalb wurde nichts geändert. Sag es dem Betreiber.',
    busy: () => 'Ich werde gerade beendet. Gib den Befehl in einer Minute noch einmal.',
    unexpected: ({ reference }) =>
      `Bei mir ging etwas schief (${reference}). Nichts wurde geändert; der Betreiber findet es im Protokoll.`,
  },

  filterProblems: {
    empty: () => 'Die Regel ist leer. Schreibe Wörter, etwa: "rail strike" -football.',
    unclosedQuote: () => 'Dieses Zitat hat kein Ende. Schreibe "zwei Wörter".',
    emptyQuote: () => 'Zwischen den Anführungszeichen steht nichts. Schreibe "zwei Wörter".',
    unclosedPattern: () =>
      'Dieser reguläre Ausdruck hat kein Ende. Schreibe /muster/ oder /muster/i; ein Schrägstrich darin ist \\/.',
    emptyPattern: () => 'Zwischen den Schrägstrichen steht nichts. Schreibe /muster/i.',
    badFlags: ({ value }) => `Hinter einem regulären Ausdruck steht i, m oder s, nicht „${value}“. Schreibe /muster/i.`,
    badPattern: ({ value }) =>
      `Das ist kein regulärer Ausdruck von RE2: ${value}. Umschau und Rückverweise gibt es dort nicht.`,
    largePattern: () =>
      'Dieser reguläre Ausdruck ist zu groß. Kürze seine Wiederholungen, oder verbinde Wörter mit OR.',
    unclosedParenthesis: () => 'Diese Klammer ist nicht geschlossen. Schreibe (eins OR zwei).',
    strayParenthesis: () => 'Diese Klammer schließt nichts. Nimm sie heraus, oder öffne davor eine.',
    emptyParenthesis: () => 'Zwischen den Klammern steht nichts. Schreibe (eins OR zwei).',
    missingOperand: ({ value }) => `Hinter „${value}“ fehlt etwas. Schreibe dort ein Wort, oder nimm es heraus.`,
    misplacedOperator: ({ value }) => `Vor „${value}“ fehlt etwas. Schreibe dort ein Wort, oder nimm es heraus.`,
    smallOperator: ({ value, capitals }) => `„${value}“ verbindet nichts. Schreibe ${capitals}, in Großbuchstaben.`,
    commonWord: ({ value, pattern }) =>
      `„${value}“ ist zu häufig oder zu kurz, um gesucht zu werden. Lass es weg, oder schreibe ${pattern}.`,
    wildcard: ({ value, pattern }) =>
      `„${value}“: Wörter werden ohne Stern in allen Formen gefunden. Für alle, die so beginnen, schreibe ${pattern}.`,
    unknownField: ({ value, nearest }) =>
      `„${value}:“ gibt es nicht. ${nearest ? `War ${nearest}: gemeint? ` : ''}Es gibt outlet:, lang:, title: und topic:. Ein Doppelpunkt in Wörtern steht in Anführungszeichen.`,
    missingValue: ({ value }) => `Hinter „${value}:“ fehlt etwas. Schreibe ${value}:wort, ohne Leerzeichen.`,
    plainValue: ({ value }) =>
      `Hinter „${value}:“ steht ein einziger Wert. Schreibe ${value}:eins OR ${value}:"zwei Wörter".`,
    badLanguage: ({ value, nearest }) =>
      nearest
        ? `„${value}“ ist kein Sprachkürzel. War lang:${nearest} gemeint?`
        : `„${value}“ ist kein Sprachkürzel. Schreibe zwei Buchstaben, etwa lang:de.`,
    tooDeep: () => 'Zu viele Klammern oder NOT ineinander: höchstens 20. Teile die Regel.',
  },

  fetchStatus: status => `er antwortet mit Fehler ${status}`,
  fetchReasons: {
    dns: 'kein solcher Rechner',
    connect: 'keine Verbindung',
    tls: 'sein Zertifikat ist nicht gültig',
    redirects: 'er leitet im Kreis weiter',
    encoding: 'seine Kompression ist nicht lesbar',
    protocol: 'seine Antwort ist kein richtiges HTTP',
    format: 'er ist kein Feed mehr',
    status: 'er antwortet mit einem Fehler',
    timeout: 'er antwortet nicht rechtzeitig',
    tooLarge: 'er ist zu groß',
    truncated: 'seine Antwort bricht ab',
    blocked: 'seine Adresse ist nicht öffentlich',
    paused: 'er will gerade in Ruhe gelassen werden',
    other: 'er ist nicht lesbar',
  },
}
