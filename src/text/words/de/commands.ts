import type { Words } from '../en.ts'

/** What commands do, as /help tells it. */
export const commands: Pick<Words, 'commands' | 'help'> = {
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
}
