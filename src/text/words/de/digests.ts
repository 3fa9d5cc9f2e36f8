import type { Words } from '../en.ts'
import { plural } from '../plural.ts'

/** Digests and what can be asked about them. */
export const digests: Pick<Words, 'digest' | 'disagreement' | 'sources' | 'why' | 'missed' | 'follow'> = {
  digest: {
    briefing: 'Briefing',
    summary: topic => `Was über „${topic}“ berichtet wird`,
    saidBy: name => `${name} sagt`,
    saidAbout: name => `Über ${name}`,
    trend: (articles, usual, unit, isEstimate) =>
      `${isEstimate ? 'etwa ' : ''}${plural(articles, 'Artikel', 'Artikel')} in ${unit === 'day' ? 'den letzten 24 Stunden' : 'der letzten Stunde'}, üblich sind ${usual === 0 ? 'keine' : usual}`,
    person: (name, articles) => `${name} (${plural(articles, 'Artikel', 'Artikel')})`,
    people: (count, people, told, commands) =>
      `${count} Personen gefunden: ${people}. Hier geht es um ${told}; ${count === 2 ? 'zur anderen' : 'zu anderen'}: ${commands}`,
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
}
