import type { Words } from '../en.ts'
import { plural } from '../plural.ts'

/** What a channel has chosen, is told and sees at its start. */
export const channels: Pick<
  Words,
  'schedule' | 'filter' | 'status' | 'settings' | 'privacy' | 'instant' | 'notices' | 'newsstand' | 'terminal'
> = {
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
}
