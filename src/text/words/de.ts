import type { Words } from './en.ts'

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** German. */
export const de: Words = {
  language: 'de',

  commands: {
    subscribe: {
      summary: 'Einen Feed, eine Website oder ein Thema in diesen Kanal holen',
      options: {
        what: 'Adresse von Feed oder Website, oder ein Thema wie world',
        mode: 'digest: im Briefing (üblich); instant: jeder Artikel sofort',
        at: 'Uhrzeit des täglichen Briefings, etwa 07:30',
      },
    },
    unsubscribe: {
      summary: 'Einen Feed oder ein Thema aus diesem Kanal nehmen',
      options: {
        what: 'Titel, Adresse oder Thema; all nimmt alles heraus',
      },
    },
    list: { summary: 'Zeigen, was dieser Kanal bezieht', options: { page: 'Seite der Liste, ab 1' } },
    feeds: {
      summary: 'Zeigen, wie es den Feeds geht; sie als OPML einlesen oder ausgeben',
      options: {
        action: 'health (üblich), list, import oder export',
        what: 'Adresse einer OPML-Datei (im Terminal ihr Pfad), oder eine Seitenzahl',
        file: 'OPML-Datei zum Einlesen',
      },
    },
    summary: {
      summary: 'Zusammenfassen, was die gespeicherten Artikel zu einem Thema sagen',
      options: {
        topic: 'Person, Ort oder Sache, etwa putin',
        since: 'Wie weit zurück gesucht wird',
        length: 'short: 3 Punkte, normal: 5, long: 8',
        public: 'yes zeigt die Antwort dem ganzen Kanal',
      },
    },
    briefing: {
      summary: 'Das Briefing zeigen: jetzt, als Vorschau oder das letzte',
      options: {
        action: 'now stellt es hier ein, preview zeigt es nur dir, last wiederholt das letzte',
        length: 'Wie lang',
      },
    },
    schedule: {
      summary: 'Festlegen, wann hier Briefings erscheinen',
      options: {
        action: 'add, remove oder list',
        at: 'Ortszeit, etwa 07:30',
        days: 'daily, weekdays, mon-fri oder sat,sun',
        timezone: 'Zeitzone, etwa Europe/Berlin',
      },
    },
    sources: {
      summary: 'Die Quellensätze eines Punktes oder einer Meldung zeigen',
      options: { item: 'Seine Nummer im letzten Überblick' },
    },
    status: { summary: 'Zeigen, was gespeichert ist, was ansteht und wie es den Feeds geht', options: {} },
    help: { summary: 'Zeigen, was ich kann', options: { command: 'Befehl, der erklärt werden soll' } },
  },

  help: {
    title: 'Tidings: was geschah, mit Belegen',
    intro: 'Ich lese Feeds, führe zusammen, was mehrere Medien zu einem Ereignis sagen, und schreibe kurze Überblicke.',
    receipts: 'Jeder Punkt beruht auf einem Satz einer Quelle: /sources 1 zeigt ihn.',
    managersOnly: 'nur für die Verwalter des Kanals',
    usage: usage => `Aufruf: ${usage}`,
    example: example => `Beispiel: ${example}`,
    topics: topics => `Themen: ${topics}`,
  },

  subscribe: {
    done: title => `${title} ist abonniert`,
    donePack: (topic, feeds) => `${topic} ist abonniert: ${plural(feeds, 'Feed', 'Feeds')}`,
    modeChanged: (title, mode) => `${title}: ab jetzt ${mode === 'instant' ? 'jeder Artikel sofort' : 'im Briefing'}`,
    already: title => `Dieser Kanal bezieht ${title} schon`,
    several: url => `${url} bietet mehrere Feeds. Wähle einen:`,
    sample: 'Neuester Artikel dort:',
    noSample: 'Der Feed ist zurzeit leer.',
    pending: count => `${plural(count, 'Feed wurde', 'Feeds wurden')} noch nicht geholt; das geschieht im Hintergrund.`,
    next: runs => `Nächste Briefings: ${runs}`,
    instant: 'Neue Artikel erscheinen hier, sobald sie da sind; ältere nicht.',
    zoneHint: zone => `Die Zeiten gelten in ${zone}. Andere Zone: /schedule add 08:00 timezone:Europe/Berlin`,
  },

  unsubscribe: {
    done: title => `${title} ist abbestellt`,
    doneMany: count => `${plural(count, 'Feed ist', 'Feeds sind')} abbestellt`,
    ask: count =>
      `Damit verliert dieser Kanal ${count === 1 ? 'seinen einzigen Feed' : `alle ${count} Feeds`}. Wirklich?`,
    backup: 'Die angehängte OPML-Datei enthält alle; jeder Feedreader kann sie einlesen.',
    sure: 'Ja, alle abbestellen',
  },

  list: {
    title: count => `Dieser Kanal bezieht ${plural(count, 'Feed', 'Feeds')}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    instant: 'sofort',
    failing: (since, reason) => `gestört seit ${since}: ${reason}`,
    drop: title => `${title} abbestellen`,
    next: 'Nächste Seite',
    previous: 'Vorige Seite',
  },

  health: {
    title: (feeds, failing) =>
      failing === 0
        ? `Alles in Ordnung: ${plural(feeds, 'Feed', 'Feeds')}`
        : `${failing} von ${plural(feeds, 'Feed', 'Feeds')} mit Störung`,
    success: at => `zuletzt gelesen ${at}`,
    never: 'noch nicht gelesen',
    error: (reason, failures) => `letzter Fehler: ${reason} (${plural(failures, 'Versuch', 'Versuche')})`,
    since: at => `gestört seit ${at}`,
    next: at => `nächster Versuch ${at}`,
  },

  imports: {
    done: (added, known) => `Eingelesen: ${plural(added, 'neuer Feed', 'neue Feeds')}, ${known} schon hier`,
    empty: 'Die Liste nennt keinen Feed.',
    refused: count => `${plural(count, 'Zeile wurde', 'Zeilen wurden')} nicht übernommen:`,
    line: (line, reason, value) => `Zeile ${line}: ${reason}${value === '' ? '' : ` (${value})`}`,
    more: count => `und ${plural(count, 'weitere Zeile', 'weitere Zeilen')}`,
    left: count =>
      `Die Liste ist zu lang; ${count === 1 ? 'ihr letzter Feed blieb' : `ihre letzten ${count} Feeds blieben`} weg.`,
    later: 'Die neuen Feeds werden im Hintergrund geholt; /feeds health zeigt, wie es ihnen geht.',
    reasons: {
      noAddress: 'keine Adresse eines Feeds',
      badAddress: 'keine Webadresse',
      privateAddress: 'führt in ein privates Netz',
    },
    exported: count =>
      `Die OPML-Datei enthält ${plural(count, 'Feed', 'Feeds')}; jeder Feedreader kann sie einlesen, und /feeds import auch.`,
    written: path => `Geschrieben nach ${path}`,
    usage: 'Aufruf: npm start -- import DATEI [Kanal], etwa: npm start -- import feeds.opml discord:1234',
    unknownChannel: channel =>
      `Einen Kanal „${channel}“ gibt es in der Datenbank nicht. Sprich dort zuerst mit dem Bot.`,
  },

  digest: {
    briefing: 'Briefing',
    summary: topic => `Was über „${topic}“ berichtet wird`,
    saidBy: name => `${name} sagt`,
    saidAbout: name => `Über ${name}`,
    trend: (articles, usual, unit, isEstimate) =>
      `${isEstimate ? 'etwa ' : ''}${plural(articles, 'Artikel', 'Artikel')} in ${unit === 'day' ? 'den letzten 24 Stunden' : 'der letzten Stunde'}, üblich sind ${usual === 0 ? 'keine' : usual}`,
    nothingNew: 'Nichts Neues aus den Feeds dieses Kanals seit dem letzten Briefing.',
    nothingToday: 'Nichts Neues aus den Feeds dieses Kanals in den letzten 24 Stunden.',
    outlets: count => plural(count, 'Medium', 'Medien'),
    origins: count => plural(count, 'Ursprung', 'Ursprünge'),
    coverage: (shown, stories, articles, feeds) =>
      `${shown} von ${plural(stories, 'Meldung', 'Meldungen')} aus ${plural(articles, 'Artikel', 'Artikeln')}; ${plural(feeds, 'Feed', 'Feeds')} durchsucht`,
    sourcesHint: 'Quellensätze: /sources und die Nummer',
    sources: label => `Quellen ${label}`,
    more: 'Mehr Punkte',
    subscribeHint:
      'Dieser Kanal bezieht noch keinen Feed: dies stammt aus allem Gespeicherten. /subscribe world macht den Anfang.',
  },

  sources: {
    title: (label, headline) => `Quellen zu ${label}: ${headline}`,
    others: 'Das berichten auch:',
  },

  schedule: {
    none: 'Hier ist kein Briefing geplant. /schedule add 08:00 plant eines.',
    title: 'Briefings dieses Kanals',
    row: (at, days, zone) => `${at} ${days} (${zone})`,
    added: (at, days, zone) => `Briefing geplant: ${at} ${days} (${zone})`,
    removed: (at, days, zone) => `Briefing gestrichen: ${at} ${days} (${zone})`,
    next: runs => `Nächste: ${runs}`,
    remove: at => `${at} streichen`,
    idle: 'Es erscheint nichts, bis dieser Kanal einen Feed für seine Briefings bezieht: /subscribe world macht den Anfang.',
    daily: 'täglich',
    weekdays: 'Montag bis Freitag',
    weekend: 'Samstag und Sonntag',
    days: { mon: 'Mo', tue: 'Di', wed: 'Mi', thu: 'Do', fri: 'Fr', sat: 'Sa', sun: 'So' },
  },

  status: {
    title: 'Stand',
    kept: (articles, feeds, stories) =>
      `Gespeichert: ${plural(articles, 'Artikel', 'Artikel')} aus ${plural(feeds, 'Feed', 'Feeds')} in ${plural(stories, 'Meldung', 'Meldungen')}`,
    channel: feeds => `Dieser Kanal bezieht ${plural(feeds, 'Feed', 'Feeds')}`,
    next: run => `Nächstes Briefing: ${run}`,
    noBriefing: 'Hier ist kein Briefing geplant',
    lastPoll: at => `Letzte Abfrage eines Feeds dieses Kanals: ${at}`,
    failing: feeds => `Gestört: ${feeds}`,
    deliveries: (waiting, uncertain, dead) =>
      `Zustellungen: ${waiting} warten, ${uncertain} ungewiss, ${dead} aufgegeben`,
    summarizer: name => `Zusammenfassungen: ${name}, auf diesem Rechner gemacht`,
  },

  instant: {
    more: count => `${count} ${count === 1 ? 'weiterer neuer Artikel' : 'weitere neue Artikel'} aus diesem Feed`,
  },

  notices: {
    failing: (title, since, reason) =>
      `${title} ist seit ${since} nicht lesbar: ${reason}. Ich versuche es weiter und melde, wenn es wieder geht.`,
    recovered: title => `${title} ist wieder lesbar.`,
    gone: title =>
      `${title} wurde vom Herausgeber geschlossen. Ich frage nicht mehr nach; /unsubscribe entfernt den Feed, /subscribe mit der neuen Adresse setzt fort.`,
  },

  newsstand: {
    opened: 'Kein Token ist gesetzt: dies ist der Probe-Zeitungsstand mit erfundenen Zeitungen von diesem Rechner.',
    polling: (done, all, articles) => `der Zeitungsstand wird gelesen: ${done}/${all} Feeds, ${articles} Artikel`,
    ready: (articles, feeds, stories) => `${articles} Artikel aus ${feeds} Feeds ergeben ${stories} Meldungen.`,
    known: 'Seit dem letzten Start ist am Zeitungsstand nichts Neues.',
    tryThese: 'Versuche: /briefing now · /summary putin · /subscribe world · /help · /exit',
  },

  terminal: {
    interrupted: 'Zum Verlassen noch einmal Strg-C oder Strg-D drücken, oder /exit eingeben.',
  },

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
    badAddress: ({ value }) =>
      `„${value}“ ist weder eine Webadresse noch ein bekanntes Thema. Gib eine Adresse wie https://example.org/feed oder ein Thema an (/help subscribe nennt sie).`,
    unreachable: ({ url, reason }) =>
      `${url} ist nicht erreichbar (${reason}). Prüfe die Adresse oder versuche es später noch einmal.`,
    tooSlow: ({ url }) => `${url} hat nicht rechtzeitig geantwortet. Versuche es später noch einmal.`,
    tooLarge: ({ url, limit }) =>
      `${url} ist größer als ${limit}, zu groß für einen Feed. Gib einen kleineren Feed dieser Website an.`,
    truncated: ({ url }) => `Die Antwort von ${url} brach ab. Versuche es später noch einmal.`,
    httpStatus: ({ url, status, site }) =>
      status === '404' || status === '410'
        ? `Unter ${url} ist nichts (Status ${status}). ${site ? `Versuche die Website selbst: ${site}` : 'Prüfe die Adresse im Browser.'}`
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
    duplicateSchedule: ({ value }) =>
      `Ein Briefing um ${value} an diesen Tagen gibt es schon. /schedule list zeigt alle.`,
    ambiguousSchedule: ({ value, choices }) =>
      `Um ${value} sind mehrere Briefings geplant, deshalb wurde keines gestrichen. Sag, welches: ${choices}`,
    noDigest: () => 'Hier gibt es noch keinen Überblick. /briefing now oder /summary und ein Thema macht einen.',
    unknownItem: ({ value, most }) => `Der letzte Überblick hat keine Nummer ${value}; er geht von 1 bis ${most}.`,
    expiredAction: () => 'Dieser Knopf ist zu alt. Gib den Befehl noch einmal.',
    storage: () =>
      'Ich kann zurzeit nicht in meine Datenbank schreiben (Platte voll oder schreibgeschützt), deshalb wurde nichts geändert. Sag es dem Betreiber.',
    busy: () => 'Ich werde gerade beendet. Gib den Befehl in einer Minute noch einmal.',
    unexpected: ({ reference }) =>
      `Bei mir ging etwas schief (${reference}). Nichts wurde geändert; der Betreiber findet es im Protokoll.`,
  },

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
    other: 'er ist nicht lesbar',
  },
}
