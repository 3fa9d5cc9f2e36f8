import type { Words } from '../en.ts'
import { plural } from '../plural.ts'

/** Taking, listing and importing feeds. */
export const feeds: Pick<Words, 'subscribe' | 'unsubscribe' | 'list' | 'health' | 'imports'> = {
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
}
