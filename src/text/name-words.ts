const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

/** Titles before a name, in the languages that have a table; they are no part of it. */
export const OFFICES =
  set(`president premier minister chancellor king queen senator representative speaker leader whip general judge justice
sen rep gov gen dr mr mrs ms miss sir lord lady prince princess pope mayor governor secretary chairman chairwoman chair professor
prof captain colonel lieutenant sheriff sergeant detective inspector superintendent director chief ceo counsel adviser advisor
coach deputy congressman congresswoman councilman ambassador commissioner bishop archbishop cardinal rabbi reverend rev emperor
spokesman spokeswoman journalist
anwalt anwältin experte expertin analyst analystin kritiker trainer trainerin autor autorin forscher forscherin ökonom ökonomin
vorsitzender vorsitzende parteichef parteichefin
präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin ministerpräsident minister ministerin außenminister
außenministerin finanzminister finanzministerin innenminister verteidigungsminister bürgermeister bürgermeisterin herr frau
sprecher sprecherin regierungssprecher bundespräsident kremlsprecher generalsekretär chef chefin
président présidente ministre chancelier maire monsieur madame mme
presidente presidenta ministro ministra canciller alcalde alcaldesa señor señora
президент министр премьер канцлер`)

/** Articles may be part of a name behind a capital word ("Marine Le Pen"). */
export const NAME_ARTICLES = set('le la les el los las')

const ENGLISH_NO_NAMES = `monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december jan feb mar apr jun jul aug sep sept oct nov dec
the a an on in at by for from with when while after before as but and or so if that this these those his her their its our he she
it they we i you there then yet still also both neither nobody everyone asked speaking critics officials police experts people
analysts investors scientists researchers prosecutors witnesses reports sources others some many most few no one`

const NO_NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', set(ENGLISH_NO_NAMES)],
  [
    'de',
    set(`montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
oktober november dezember der die das den dem ein eine er sie es wir ich am im in an nach laut wie und aber während so doch zudem
beobachter experten polizei regierung`),
  ],
  ['fr', set('le la les un une il elle ils elles on nous je dans en selon après pour mais et lors au à ce cette')],
  ['es', set('el la los las un una él ella ellos en según tras pero y al se por')],
  ['ru', set('в на по он она они но и а как это после при из у')],
])

/** Capital words that name nobody: they end a name where they stand. @param language two-letter code */
export const noNames = (language: string): ReadonlySet<string> => NO_NAMES.get(language) ?? new Set()
