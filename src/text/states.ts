import { analyse } from './terms.ts'

/** Two states of which a thing has one at a time: a road is open or closed, a suspect is sought or caught. */
const STATES: readonly (readonly [string, string])[] = [
  [
    `open(?:ed|s)?|reopen(?:ed|s|ing)?|passable|freigegeben|geöffnet|offen|(?:wieder|für den verkehr) frei|rouvert\\p{L}*|rouvre\\p{L}*|ouvert\\p{L}*
    reabiert\\p{L}*|reabr\\p{L}*|abiert\\p{L}*|riapert\\p{L}*|apert[oaie]|открыт\\p{L}*`,
    `clos(?:ed|es)|shut|blocked|impassable|sealed off|cordoned off|gesperrt|geschlossen|blockiert|unpassierbar|fermée?s?|bloquée?s?|coupée?s?|barrée?s?
    cerrad[oa]s?|cortad[oa]s?|bloquead[oa]s?|chius[oaie]|bloccat[oaie]|закрыт\\p{L}*|перекрыт\\p{L}*`,
  ],
  [
    `at large|on the run|fugitives?|wanted|being sought|manhunt|hunt(?:ing)? for|search(?:ing)? for|look(?:ing)? for|auf der flucht|flüchtig\\p{L}*|gesucht\\p{L}*|fahnd\\p{L}*
    en fuite|recherchée?s?|fugad[oa]s?|prófug[oa]s?|in fuga|latitant[ei]|ricercat[oaie]|в розыске|скрыва\\p{L}*|разыскива\\p{L}*`,
    `arrest(?:ed|s)?|detained|caught|captured|in custody|surrendered|shot dead|festgenommen|gefasst|verhaftet|in gewahrsam|arrêtée?s?|interpellée?s?|capturée?s?
    detenid[oa]s?|arrestad[oa]s?|capturad[oa]s?|arrestat[oaie]|fermat[oaie]|catturat[oaie]|задержан\\p{L}*|арестован\\p{L}*|пойман\\p{L}*`,
  ],
  [
    `missing|unaccounted|disappeared|search(?:ing)? for|look(?:ing)? for|such(?:t|en) nach|cherchent|buscan a?|cercano|ищут|vermisst\\p{L}*|verschwunden|disparue?s?|desaparecid[oa]s?|dispers[oaie]|scompars[oaie]|пропал\\p{L}*`,
    `found|located|rescued|safe|gefunden|aufgetaucht|wohlauf|gerettet|retrouvée?s?|encontrad[oa]s?|hallad[oa]s?|a salvo|ritrovat[oaie]|trovat[oaie]|найден\\p{L}*|спасен\\p{L}*`,
  ],
  [
    `out of control|spread(?:s|ing)|burn(?:s|ing)|ablaze|rag(?:es|ing)|außer kontrolle|brennt|brennen|breitet sich (?:weiter )?aus|hors de contrôle|se propage\\p{L}*|fuera de control|sin control|fuori controllo|brucia|горит`,
    `under control|contained|extinguished|put out|unter kontrolle|gelöscht|sous contrôle|maîtrisée?|éteinte?|bajo control|controlad[oa]|extinguid[oa]|sotto controllo|spent[oa]|domat[oa]|потушен\\p{L}*|локализован\\p{L}*`,
  ],
  [
    `suspended|halted|stopped|interrupted|not running|at a standstill|without power|eingestellt|gestoppt|unterbrochen|ausgefallen|steht still|stehen still|ohne strom
    suspendue?s?|interrompue?s?|à l[’']arrêt|suspendid[oa]s?|interrumpid[oa]s?|parad[oa]s?|sospes[oaie]|interrott[oaie]|приостановлен\\p{L}*|остановлен\\p{L}*`,
    `restored|resum(?:ed|es?)|running again|back on|back to normal|wieder aufgenommen|läuft wieder|laufen wieder|fährt wieder|fahren wieder|wiederhergestellt|wieder strom
    rétablie?s?|repris\\p{L}*|restablecid[oa]s?|reanudad[oa]s?|ripristinat[oaie]|ripres[oaie]|восстановлен\\p{L}*|возобновлен\\p{L}*`,
  ],
  [
    `in force|in place|in effect|issued|imposed|declared|gilt|verhängt|ausgerufen|en vigueur|décrétée?s?|en vigor|decretad[oa]s?|in vigore|emess[oaie]|введен\\p{L}*|объявлен\\p{L}*`,
    `lifted|cancelled|withdrawn|aufgehoben|levée?s?|levantad[oa]s?|revocat[oaie]|отменен\\p{L}*`,
  ],
  [
    `critical(?:ly)?|fighting for (?:his|her|their) li(?:fe|ves)|in lebensgefahr|schwebt|entre la vie et la mort|en estado crítico|in condizioni (?:gravi|critiche)|в критическом состоянии`,
    `died|dead|gestorben|verstorben|starb|décédée?|succombé|mort[oae]?|murió|falleci\\p{L}*|muert[oa]|decedut[oa]|умер\\p{L}*|скончал\\p{L}*`,
  ],
  [
    `hostages?|trapped|held captive|stuck|eingeschlossen|geiseln?|bloquées? dans|piégée?s?|otages?|atrapad[oa]s?|rehenes|intrappolat[oaie]|ostagg\\p{L}+|заложник\\p{L}*`,
    `freed|released|rescued|befreit|freigelassen|gerettet|libérée?s?|liberad[oa]s?|rescatad[oa]s?|liberat[oaie]|salvat[oaie]|освобожден\\p{L}*|спасен\\p{L}*`,
  ],
]

const anyOf = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.trim().replaceAll(/\s*\n\s*/g, '|')})(?![\\p{L}\\p{N}])`, 'giu')

const FAMILIES = STATES.map(sides => sides.map(anyOf))

/** Right before a state they turn it round: "no longer closed", "nicht mehr gesperrt", "not yet open". */
const TURNED =
  /(?<!\p{L})(?:not|no longer|never|neither|n[’']t|nicht(?: mehr)?|kein\p{L}*|keine?swegs|noch nicht|(?:ne|n[’'])\s?\p{L}+ (?:plus|pas)|pas encore|plus|più|no|ya no|aún no|non|non (?:è|sono) più|не|больше не)(?: \p{L}+)?\s$/iu
/** What is not so yet, or need not be so: it ends no state. */
const NOT_YET =
  /(?<!\p{L})(?:will|would|may|might|could|should|shall|expects?|expected|plans?|planned|hopes?|if|unless|to (?:be )?(?:re)?open|wird|werden|soll(?:en)?|könnte\p{L}*|dürfte\p{L}*|wenn|falls|voraussichtlich|sera|seront|rouvrira|reprendra|devrai\p{L}*|pourrai\p{L}*|será|serán|reabrirá\p{L}*|podría\p{L}*|sarà|saranno|riaprirà\p{L}*|potrebbe\p{L}*|будет|будут|может|если)(?!\p{L})/iu
const CLAUSE_END =
  /[,;:()]|\s[–—-]\s|\s(?:and|but|while|after|because|since|und|aber|weil|nachdem|et|mais|après|y|pero|tras|e|ma|dopo|и|но|после)\s/u

/** Who is sought and caught goes by many words. */
const SUSPECT =
  /^(?:suspects?|gunm[ae]n|attackers?|shooter|killers?|perpetrators?|assailants?|robbers?|verdächtige\p{L}*|täter\p{L}*|angreifer\p{L}*|schütze\p{L}*|suspecte?s?|tireurs?|assaillants?|agresseurs?|auteurs?|sospechos[oa]s?|atacantes?|tirador|agresor|sospett\p{L}+|killer|aggressore|attentatore|подозреваем\p{L}+|стрелок|стрелка|fugitives?|fugitif|prófug[oa]|latitant[ei]|ricercat[oaie]|flüchtige\p{L}*)$/iu
/** Whoever acts or says so, and when, is not what is open or closed. */
const ACTORS =
  /^(?:police|polizei|policía|polizia|gendarm\p{L}*|полици\p{L}*|officers?|officials?|authorit\p{L}+|behörden?|autorit\p{L}+|fire|brigade|firefighters?|feuerwehr\p{L}*|pompiers?|bomberos|pompieri|army|armee|mayor|spokes\p{L}+|today|again|now|still|wieder|heute|jetzt|nun|noch|weiterhin|nouveau|encore|toujours|nuevo|ahora|ya|ancora|ora|di|morning|afternoon|evening|night|hours?|morgen|abend|nacht|stunden?|matin|soir|nuit|heures?|mañana|tarde|noche|horas?|mattin[ao]|notte|ore|утр\p{L}+|вечер\p{L}*|people|man|woman|direction\p{L}*|witness\p{L}*|zeug(?:e|en|in)|témoins?|testigos?|testimon[ei]|reports?|berichte\p{L}*|say|says|said|sagt|teilt|mit|annonce|selon|informa|según|comunica)$/iu

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu

/** A thing in a state, as one clause of a sentence tells it. */
export interface ThingState {
  /** Which pair of states, from 0, and which of the two, 0 or 1. */
  readonly family: number
  readonly side: number
  /** Stems of the thing; at least one. */
  readonly thing: ReadonlySet<string>
  /** Not so yet, or only perhaps. */
  readonly isOpen: boolean
}

interface Found {
  readonly at: number
  readonly word: string
  readonly side: number
}

/** The last word of a family in a clause: "the missing boy was found" says that he was found. */
function lastOf(clause: string, sides: readonly RegExp[]): Found | undefined {
  return sides
    .flatMap((pattern, side) =>
      Array.from(clause.matchAll(pattern), ({ index, 0: word }) => ({ at: index, word, side })),
    )
    .sort((a, b) => b.at - a.at)[0]
}

/**
 * Stems of what a text speaks of: without who says it or acts in it, and with one stem for whoever is suspected.
 * @param language two-letter code, when known
 */
export function matterOf(text: string, language?: string): ReadonlySet<string> {
  const words = (text.match(WORD) ?? []).filter(word => !ACTORS.test(word))
  return new Set(analyse(words.map(word => (SUSPECT.test(word) ? 'suspect' : word)).join(' '), language))
}

function thingOf(
  clause: string,
  { at, word }: Found,
  sides: readonly RegExp[],
  language: string | undefined,
): ReadonlySet<string> {
  const rest = `${clause.slice(0, at)} ${clause.slice(at + word.length)}`
  const suspects = (rest.match(WORD) ?? []).filter(other => SUSPECT.test(other))
  const others = sides.reduce((text, pattern) => text.replaceAll(pattern, ' '), rest)
  return matterOf(`${suspects.join(' ')} ${others}`, language)
}

/** The states that a sentence tells, of what it names. @param language two-letter code, when known */
export function statesIn(sentence: string, language?: string): readonly ThingState[] {
  return sentence.split(CLAUSE_END).flatMap(clause =>
    FAMILIES.flatMap((sides, family): ThingState[] => {
      const found = lastOf(clause, sides)
      const thing = found === undefined ? new Set<string>() : thingOf(clause, found, sides, language)
      if (found === undefined || thing.size === 0) return []
      const isTurned = TURNED.test(clause.slice(0, found.at))
      return [{ family, side: isTurned ? 1 - found.side : found.side, thing, isOpen: NOT_YET.test(clause) }]
    }),
  )
}

/** So much of the shorter naming must two clauses share to speak of one thing. */
const SAME_THING = 0.5

const isSameThing = (a: ThingState, b: ThingState): boolean =>
  a.family === b.family && a.thing.intersection(b.thing).size > SAME_THING * Math.min(a.thing.size, b.thing.size)

/** True when a later sentence has the same thing in the other state: what was told before is over. */
export const endsState = (before: ThingState, later: ThingState): boolean =>
  before.side !== later.side && !later.isOpen && isSameThing(before, later)

/** True when two sentences have the same thing in the same state. */
export const isSameState = (a: ThingState, b: ThingState): boolean =>
  a.side === b.side && a.isOpen === b.isOpen && isSameThing(a, b)
