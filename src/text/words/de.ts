import type { Words } from './en.ts'

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

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
    filter: {
      summary: 'Wählen, welche Artikel dieser Kanal erfährt',
      options: {
        action: 'add, remove, list (üblich) oder test',
        mode: 'hide: was passt, entfällt (üblich); only: nur das wird berichtet',
        rule: 'Was gesucht wird, etwa "rail strike" -football; zum Entfernen: die Nummer der Regel',
      },
    },
    sources: {
      summary: 'Die Quellensätze eines Punktes oder einer Meldung zeigen',
      options: { item: 'Seine Nummer im letzten Überblick' },
    },
    why: {
      summary: 'Zeigen, warum eine Meldung im Überblick ist',
      options: { item: 'Ihre Nummer im letzten Überblick' },
    },
    missed: {
      summary: 'Zeigen, was das letzte Briefing ausgelassen hat, und warum',
      options: { page: 'Seite der Liste, ab 1' },
    },
    follow: {
      summary: 'Eine Meldung verfolgen: was hinzukommt, steht zuerst',
      options: {
        action: 'list zeigt, was verfolgt wird, stop beendet eines',
        item: 'Nummer im letzten Überblick; für stop die in der Liste',
      },
    },
    catchup: {
      summary: 'Zeigen, was geschah, seit du hier zuletzt gefragt hast',
      options: { minutes: 'Stattdessen so viele Minuten zurückblicken' },
    },
    settings: {
      summary: 'Zeigen oder ändern, was dieser Kanal gewählt hat',
      options: {
        summaries: 'extractive: die Worte der Quellen; llm: vom Sprachmodell formuliert',
        language: 'Sprache dessen, was ich hier schreibe',
        timezone: 'Zeitzone dieses Kanals, etwa Europe/Berlin',
      },
    },
    privacy: { summary: 'Zeigen, was von diesem Kanal gespeichert ist und was den Rechner verlässt', options: {} },
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
    seldom: hours =>
      `Sein Server sagt nicht, ob sich etwas geändert hat; darum lese ich ihn nur alle ${hours} Stunden, und ein Artikel kann so viel später erscheinen.`,
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
    title: (feeds, failing, unread) => {
      const all = plural(feeds, 'Feed', 'Feeds')
      const state = failing > 0 ? `${failing} von ${all} mit Störung` : unread > 0 ? all : `Alles in Ordnung: ${all}`
      return unread > 0 ? `${state}, ${unread} noch nicht gelesen` : state
    },
    success: at => `zuletzt gelesen ${at}`,
    never: 'noch nicht gelesen',
    error: (reason, failures) => `letzter Fehler: ${reason} (${plural(failures, 'Versuch', 'Versuche')})`,
    since: at => `gestört seit ${at}`,
    next: at => `nächster Versuch ${at}`,
    seldom: hours => `nur alle ${hours} Stunden gelesen, denn sein Server sagt nicht, ob sich etwas geändert hat`,
  },

  imports: {
    done: (added, known) => `Eingelesen: ${plural(added, 'neuer Feed', 'neue Feeds')}, ${known} schon hier`,
    empty: 'Die Liste nennt keinen Feed.',
    refused: count => `${plural(count, 'Zeile wurde', 'Zeilen wurden')} nicht übernommen:`,
    line: (line, reason, value) => `Zeile ${line}: ${reason}${value === '' ? '' : ` (${value})`}`,
    more: count => `und ${plural(count, 'weitere Zeile', 'weitere Zeilen')}`,
    left: count =>
      `Die Liste ist zu lang; ${count === 1 ? 'ihr letzter Feed blieb' : `ihre letzten ${count} Feeds blieben`} weg.`,
    beyond: (count, limit) =>
      `Ein Kanal bezieht höchstens ${limit} Feeds: ${plural(count, 'Feed blieb', 'Feeds blieben')} weg.`,
    later: 'Die neuen Feeds werden im Hintergrund geholt; /feeds health zeigt, wie es ihnen geht.',
    reasons: {
      noAddress: 'keine Adresse eines Feeds',
      badAddress: 'keine Webadresse',
      privateAddress: 'führt in ein privates Netz',
      closedPort: 'nennt einen Port, von dem nicht gelesen wird',
    },
    exported: count =>
      `Die OPML-Datei enthält ${plural(count, 'Feed', 'Feeds')}; jeder Feedreader kann sie einlesen, und /feeds import auch.`,
    written: path => `Geschrieben nach ${path}`,
    start:
      'Aufruf: npm start oder npm start -- import DATEI [Kanal]. Befehle gibt man, wenn es läuft; /help nennt sie, die README die Einstellungen.',
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
    allHidden: hidden => `Nichts kam durch eure Filter (${plural(hidden, 'Artikel', 'Artikel')} ausgeblendet).`,
    hidden: count => `${count} durch Filter ausgeblendet`,
    nothingToday: 'Nichts Neues aus den Feeds dieses Kanals in den letzten 24 Stunden.',
    allTold: at => `Alles, was seit ${at} kam, wurde hier gemeldet: /briefing last.`,
    nothingSince: at => `Nichts Neues aus den Feeds dieses Kanals seit ${at}.`,
    catchup: at => `Was seit ${at} geschah`,
    update: headline => `Neues zu: ${headline}`,
    toldBefore: at => `neu seit ${at}`,
    followed: 'verfolgt',
    toldHere: (names, more) => `Hier schon gemeldet: ${names}${more > 0 ? ` (+${more})` : ''}`,
    unchanged: (names, more) => `Unverändert: ${names}${more > 0 ? ` (+${more})` : ''}`,
    changed: {
      correction: headline => `Berichtigung: ${headline}`,
      updated: headline => `Aktualisiert: ${headline}`,
      back: headline => `Änderung zurückgenommen: ${headline}`,
    },
    said: bullet => `Hier stand: ${bullet}`,
    says: sentence => `Jetzt: ${sentence}`,
    correctedBy: (outlet, at, toldAt) => `${outlet}, ${at}; hier gemeldet ${toldAt}`,
    outlets: count => plural(count, 'Medium', 'Medien'),
    origins: count => plural(count, 'Ursprung', 'Ursprünge'),
    coverage: (shown, stories, articles, feeds) =>
      `${shown} von ${plural(stories, 'Meldung', 'Meldungen')} aus ${plural(articles, 'Artikel', 'Artikeln')}; ${plural(feeds, 'Feed', 'Feeds')} durchsucht`,
    sourcesHint: 'Quellensätze: /sources und die Nummer',
    missedHint: 'Ausgelassenes: /missed',
    wording: model => `Formuliert von ${model}, jeder Punkt an seiner Quelle geprüft`,
    sources: label => `Quellen ${label}`,
    more: 'Mehr Punkte',
    subscribeHint:
      'Dieser Kanal bezieht noch keinen Feed: dies stammt aus allem Gespeicherten. /subscribe world macht den Anfang.',
  },

  disagreement: {
    on: what => `Die Quellen sind uneins über ${what}`,
    counted: {
      dead: 'Tote',
      injured: 'Verletzte',
      missing: 'Vermisste',
      evacuated: 'Evakuierte',
      arrested: 'Festgenommene',
      rescued: 'Gerettete',
      trapped: 'Eingeschlossene',
      homeless: 'Obdachlose',
      aboard: 'Menschen an Bord',
      withoutPower: 'Anschlüsse ohne Strom',
    },
    bounds: {
      about: figure => `etwa ${figure}`,
      nearly: figure => `fast ${figure}`,
      atLeast: figure => `mindestens ${figure}`,
      atMost: figure => `bis zu ${figure}`,
    },
  },

  sources: {
    title: (label, headline) => `Quellen zu ${label}: ${headline}`,
    others: 'Das berichten auch:',
    changed: {
      correction: (outlet, at, says) => `Berichtigt (${outlet}, ${at}). Jetzt: „${says}“`,
      updated: (outlet, at, says) => `Aktualisiert (${outlet}, ${at}). Jetzt: „${says}“`,
      back: (outlet, at, says) => `Änderung zurückgenommen (${outlet}, ${at}). Jetzt: „${says}“`,
    },
  },

  why: {
    title: (label, headline) => `Warum ${label} dabei ist: ${headline}`,
    told: (outlets, origins) =>
      `${plural(outlets, 'Medium', 'Medien')}, ${plural(origins, 'unabhängiger Ursprung', 'unabhängige Ursprünge')}`,
    newest: age => `Neuester Artikel ${age} vor diesem Überblick`,
    minutes: count => plural(count, 'Minute', 'Minuten'),
    hours: count => plural(count, 'Stunde', 'Stunden'),
    days: count => plural(count, 'Tag', 'Tage'),
    topics: topics => `Themen dieses Kanals: ${topics}`,
    followed: 'Dieser Kanal verfolgt sie: sie steht vor allem nicht Verfolgten',
    update: at => `Hier schon gemeldet, ${at}: dies ist seither hinzugekommen`,
    place: (place, stories) => `Platz ${place} von ${plural(stories, 'Meldung', 'Meldungen')}`,
    sameTopic: count =>
      `Herabgesetzt: ${plural(count, 'bessere Meldung', 'bessere Meldungen')} zum selben Thema ${count === 1 ? 'steht' : 'stehen'} darüber`,
    sameOutlet: count =>
      `Herabgesetzt: ${plural(count, 'bessere Meldung', 'bessere Meldungen')} desselben Mediums ${count === 1 ? 'steht' : 'stehen'} darüber`,
    asked: topic => `Sie handelt von dem, wonach gefragt wurde: „${topic}“`,
  },

  missed: {
    title: at => `Ausgelassen im Briefing von ${at}`,
    nothing: 'Das letzte Briefing hat nichts ausgelassen.',
    unknown: 'Was dieses Briefing ausgelassen hat, ist nicht bekannt. /briefing now macht ein neues.',
    row: (outlets, reason) => `${plural(outlets, 'Medium', 'Medien')} · ${reason}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    next: 'Nächste Seite',
    previous: 'Vorige Seite',
    reasons: {
      order: ({ place }) => `zu weit hinten: Platz ${place}`,
      length: ({ place }) => `Platz ${place}: bei dieser Länge kein Raum, /briefing now long bringt mehr`,
      unchanged: () => 'hier schon gemeldet, nichts hinzugekommen',
      earlier: () => 'von einem früheren Briefing ausgelassen, seither nichts hinzugekommen',
      filtered: ({ filter }) =>
        filter === undefined ? 'keine „only“-Regel der Filter passt' : `durch den Filter ${filter} ausgeblendet`,
      filteredThen: ({ filter }) =>
        filter === undefined
          ? 'damals passte keine „only“-Regel; jetzt gibt es keine mehr'
          : `damals durch den Filter ${filter} ausgeblendet, den es nicht mehr gibt`,
    },
  },

  follow: {
    button: label => `${label} verfolgen`,
    stop: label => `${label} beenden`,
    done: headline => `Dieser Kanal verfolgt: ${headline}`,
    already: headline => `Dieser Kanal verfolgt das schon: ${headline}`,
    how: 'Was hinzukommt, steht in jedem Briefing zuerst. Eine Woche nach dem letzten Artikel endet es von selbst; /follow list zeigt alle.',
    stopped: headline => `Nicht mehr verfolgt: ${headline}`,
    title: count => `Dieser Kanal verfolgt ${plural(count, 'Meldung', 'Meldungen')}`,
    none: 'Dieser Kanal verfolgt keine Meldung. /follow und eine Nummer aus dem letzten Überblick macht den Anfang.',
    row: (since, ends) => `seit ${since}; endet ${ends}, wenn nichts hinzukommt`,
  },

  schedule: {
    none: 'Hier ist kein Briefing geplant. /schedule add 08:00 plant eines.',
    title: 'Briefings dieses Kanals',
    row: (at, days, zone) => `${at} ${days} (${zone})`,
    added: (at, days, zone) => `Briefing geplant: ${at} ${days} (${zone})`,
    removed: (at, days, zone) => `Briefing gestrichen: ${at} ${days} (${zone})`,
    next: runs => `Nächste: ${runs}`,
    remove: at => `${at} streichen`,
    zone: zone => `Alle Zeiten in diesem Kanal stehen ab jetzt in der Zone ${zone}.`,
    idle: 'Es erscheint nichts, bis dieser Kanal einen Feed für seine Briefings bezieht: /subscribe world macht den Anfang.',
    daily: 'täglich',
    weekdays: 'Montag bis Freitag',
    weekend: 'Samstag und Sonntag',
    days: { mon: 'Mo', tue: 'Di', wed: 'Mi', thu: 'Do', fri: 'Fr', sat: 'Sa', sun: 'So' },
  },

  filter: {
    none: 'Dieser Kanal hat keine Filterregel: alles wird berichtet. /filter add fußball blendet aus, was von Fußball handelt.',
    title: rules => plural(rules, 'Filterregel', 'Filterregeln'),
    modes: { hide: 'ausblenden', only: 'nur' },
    only: 'Von allen Artikeln werden nur die berichtet, auf die eine Regel mit „nur“ passt.',
    added: (number, mode, rule) => `Filterregel ${number} gilt: ${mode}: ${rule}`,
    removed: (number, mode, rule) => `Filterregel ${number} gilt nicht mehr: ${mode}: ${rule}`,
    foretaste: (kept, all) =>
      all === 1
        ? `Der neueste Artikel hier würde jetzt ${kept === 1 ? '' : 'nicht '}berichtet.`
        : `Von den neuesten ${all} Artikeln hier würden jetzt ${kept} berichtet.`,
    remove: number => `Regel ${number} entfernen`,
    test: 'Regeln ausprobieren',
    testedAll: (rules, kept, all) =>
      `${rules === 1 ? '1 Regel gilt' : `${rules} Regeln gelten`}: ${kept} von ${plural(all, 'neuesten Artikel', 'neuesten Artikeln')} ${kept === 1 ? 'bleibt' : 'bleiben'}`,
    testedOne: (mode, rule, kept, all) =>
      `Für sich allein, ${mode}: ${rule}. ${kept} von ${plural(all, 'neuesten Artikel', 'neuesten Artikeln')} ${kept === 1 ? 'bleibt' : 'bleiben'}`,
    hiddenBy: (number, rule) => `ausgeblendet durch Regel ${number}: ${rule}`,
    keptBy: (number, rule) => `behalten durch Regel ${number}: ${rule}`,
    noneFits: 'keine Regel mit „nur“ passt',
    nothingToTest: 'Es gibt noch keinen Artikel zum Ausprobieren. Versuche es wieder, wenn die Feeds gelesen sind.',
    syntax: {
      words: 'beide Wörter, in jeder Form und Folge, im Titel oder am Anfang des Textes',
      phrase: 'die Wörter nebeneinander',
      either: 'eines von beiden; Klammern fassen zusammen',
      without: 'das erste ohne das zweite; NOT bedeutet dasselbe wie das Minus',
      title: 'nur im Titel',
      outlet: 'ein Medium, nach Wörtern seines Namens oder nach seinem Rechnernamen',
      lang: 'eine Sprache, nach ihren zwei Buchstaben',
      topic: 'was aus den Feeds eines Themas kommt',
      pattern: 'ein regulärer Ausdruck (RE2) für den Titel und die ersten 2000 Zeichen; i: groß oder klein',
    },
    scope:
      'Filter gelten für Briefings und sofort gemeldete Artikel. Eine Meldung erzählen die ihrer Artikel, die durchkommen. /summary beachtet keine Filter: wer nach einem Thema fragt, bekommt es.',
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
    worded: (model, host) => `Zusammenfassungen: formuliert von ${model} bei ${host}, geprüft auf diesem Rechner`,
  },

  settings: {
    title: 'Einstellungen dieses Kanals',
    changed: 'Geändert. Einstellungen dieses Kanals:',
    extractive: 'in den Worten der Quellen, auf diesem Rechner gemacht',
    llm: (model, host) => `formuliert von ${model} bei ${host}, jeder Punkt an seiner Quelle geprüft`,
    switchOn: model => `${model} formulieren lassen`,
    switchOff: 'Nur die Worte der Quellen',
    otherZones: count =>
      `${plural(count, 'Briefing behält seine', 'Briefings behalten ihre')} eigene Zeitzone: /schedule list zeigt sie.`,
  },

  privacy: {
    title: 'Was gespeichert ist und was diesen Rechner verlässt',
    kept: (feeds, briefings) =>
      `Von diesem Kanal speichere ich: Adresse, Name, Sprache und Zeitzone, ${plural(feeds, 'Feed', 'Feeds')}, ${plural(briefings, 'Briefing', 'Briefings')}, seine Filterregeln, die Meldungen, die er verfolgt, und die Überblicke und Nachrichten, die ich für ihn geschrieben habe.`,
    people:
      'Von Leuten speichere ich, unter der Nummer, die die Plattform für sie hat, wann jemand hier zuletzt /catchup gab, und von Antworten, die eine Person allein sieht, welchen Überblick mit Nummern und welches Briefing sie zuletzt sah, bis hier alle Neueres sehen. Wer welchen Befehl gibt, speichere ich sonst nicht, und ich lese keine Nachrichten außer Befehlen.',
    fetches: 'Verlage sehen, dass dieser Bot ihre Feeds liest; in welchem Kanal, erfahren sie nicht.',
    stays: 'Zusammenfassungen entstehen auf diesem Rechner; dafür wird kein Text eines Artikels verschickt.',
    leaves: (model, host) =>
      `Für Zusammenfassungen gehen Sätze der Artikel in den Überblicken dieses Kanals an ${host} (${model}): keine Befehle, keine Namen von Leuten hier, sonst nichts von diesem Kanal. /settings extractive beendet das.`,
    forget:
      '/unsubscribe all und /schedule remove nehmen Feeds und Briefings heraus; das Übrige kann der Betreiber löschen.',
  },

  instant: {
    more: count => `${count} ${count === 1 ? 'weiterer neuer Artikel' : 'weitere neue Artikel'} aus diesem Feed`,
    sources: 'Quelle',
    follow: 'Verfolgen',
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
    known: 'Seit dem letzten Start gibt es am Zeitungsstand nichts Neues.',
    again: path =>
      `Das sind Meldungen eines früheren Tages, noch einmal gedruckt; was hier gemeldet ist, bleibt gemeldet, und /briefing now bringt nur, was neu ist. Um von vorn zu beginnen: /exit, dann ${path} löschen (alles Behaltene wird vergessen).`,
    later: articles =>
      `Die Spätausgabe ist da: ${plural(articles, 'neuer Artikel', 'neue Artikel')}, und was die Zeitungen geändert haben. /briefing now bringt, was neu ist.`,
    noLater: 'Die Spätausgabe von heute ist schon da. Morgen gibt es eine neue.',
    tryThese:
      'Versuche: /briefing now · /summary putin · /later (die Spätausgabe kommt) · /subscribe world · /help · /exit',
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
