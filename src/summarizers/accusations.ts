import type { ArticleSection, ArticleSentence } from '../text/article-text.ts'
import { namesIn } from '../text/names.ts'
import { analyse } from '../text/terms.ts'
import { speaksForItself } from './cues.ts'
import { words } from './reservations.ts'

const PROSECUTION = `the (?:indictment|charge sheet|charges|prosecution|complaint|lawsuit)|prosecutors?|the (?:district|state) attorney`
/** Whose accusation it is: the sentences that follow in its paragraph go on with it, mostly without saying so. */
const ALLEGES = words(`
  according to the (?:indictment|charge sheet|charges|prosecution|prosecutors?|complaint|lawsuit)
  (?:critics|opponents|accusers|${PROSECUTION}) (?:say|says|said|claim|claims|claimed|allege|alleges|alleged|argue|argues|argued|believe|believes|states?|suspect)
  laut (?:der )?(?:anklage|anklageschrift|klage|staatsanwaltschaft)|kritiker (?:sagen|behaupten|meinen)
  nach (?:überzeugung|ansicht|auffassung) der (?:anklage|staatsanwaltschaft)
  die (?:staatsanwaltschaft|anklage) (?:wirft|beschuldigt|geht|sagt|ist überzeugt)
  selon (?:l['’]accusation|le parquet|le procureur|la plainte)|les critiques affirment
  (?:le parquet|le procureur|l['’]accusation) (?:reproche|accuse|affirme|estime|soutient)
  según (?:la (?:acusación|fiscalía|denuncia)|el fiscal)|(?:la (?:fiscalía|acusación)|el fiscal) (?:sostiene|acusa|afirma|asegura|dice)
  secondo (?:l['’]accusa|la procura|il pm)|(?:la procura|l['’]accusa|il pm) (?:sostiene|accusa|afferma|ritiene|contesta)
  по версии (?:следствия|обвинения|прокуратуры)|(?:следствие|обвинение|прокуратура) (?:считает|утверждает|полагает)`)
/** Somebody is accused, by nobody in particular. */
const ACCUSED = words(`
  (?:is|are|was|were|been|stands?) (?:accused of|charged with|suspected of|alleged to)|allegedly|(?:police|investigators) (?:allege|alleged|believe|suspect)
  die ermittler (?:werfen|beschuldigen|gehen davon)|selon les enquêteurs|secondo gli inquirenti|según los investigadores|wird vorgeworfen|werden beschuldigt|wird beschuldigt|ist angeklagt|sind angeklagt|est (?:accusée?|soupçonnée?) d['’e]\\p{L}*
  est[áa]n? acusad[oa]s?|presuntamente|(?:è|sono) accusat[oaie]|обвиня\\p{L}+ в`)

/** "Was told to": nobody is named as saying something. */
const TOLD_TO = /\b(?:is|are|was|were|been) (?:told|asked|called)\b/gu

/** What it came to, or what was admitted: then the deed may be told. */
const PROVEN = words(`
  (?:is|are|was|were|been) (?:found guilty|convicted|sentenced)|(?:pleaded|pled|pleads) guilty|confess(?:ed|es)|admitted|admits|has owned up
  (?:wurde|wurden|ist|sind) (?:[^.]{0,60} )?(?:verurteilt|schuldig gesprochen)|gestand(?:en)?|hat gestanden|räumte \\p{L}+ ein|geständig\\p{L}*
  (?:a été|ont été) (?:condamnée?s?|reconnue?s? coupables?)|a avoué|ont avoué|a reconnu les faits|plaide coupable
  (?:fue|ha sido|fueron) (?:condenad[oa]s?|declarad[oa]s? culpables?)|confesó|admitió|(?:è stat[oa]|sono stat[ie]) (?:condannat[oaie]|riconosciut[oaie] colpevol[ei])|ha confessato|ha ammesso
  признал\\p{L}* (?:вину|виновн\\p{L}+)|осужд[её]н\\p{L}*|приговор[её]н\\p{L}*`)
const NOT_PROVEN = words(
  'not|never|no|if|nicht|nie|wenn|falls|ne|pas|si|non|se|не|если|previously|once|earlier|früher|bereits|déjà|ya|già|ранее',
)

/** The case itself is told as it is, whoever accuses. */
const CASE = words(`
  trial|court|judge|jury|hearing|bail|custody|arrest\\p{L}*|detained|charges?|charged|indict\\p{L}*|plead\\p{L}*|den(?:y|ies|ied)|lawyers?|attorneys?|sentence\\p{L}*|convict\\p{L}*|innocence|verdict|prison|jail|appeal\\p{L}*|resign\\p{L}*|sacked|comment
  prozess\\p{L}*|gericht\\p{L}*|richter\\p{L}*|haft|untersuchungshaft|festgenommen|verhaftet|urteil\\p{L}*|verurteil\\p{L}*|bestreite\\p{L}*|bestritt|anwält\\p{L}+|anwalt|verteidig\\p{L}+|schweigt|schwieg
  procès|tribunal|juge|détention|écrouée?|arrêtée?|nie|avocate?|jugement|condamn\\p{L}*|encourt|conteste|juicio|juez|jueza|prisión|detenid[oa]|niega|negó|abogad[oa]|sentencia|conden\\p{L}*
  processo|tribunale|giudice|carcere|arrestat[oa]|nega|avvocat[oa]|sentenza|condann\\p{L}*|суд\\p{L}*|арест\\p{L}*|задержан\\p{L}*|адвокат\\p{L}*|отрица\\p{L}*|приговор\\p{L}*`)
/** So is the life of the accused, and what is so now or will be. */
const LIFE = words(`
  suspended|dismissed|investigat\\p{L}*|faces?|will|would|could|due|expected|since|born|lives?|works?|worked|aged|has|have|is|are|elected|appointed|founded|joined|married|retired|died
  droht|seit|geboren|lebt|leitet|leitete|arbeitet\\p{L}*|wird|werden|ist|sind|gründete|trat|risque|depuis|née?|vit|dirige|dirigeait|travaill\\p{L}+|sera|est
  desde|nació|vive|dirige|trabaj\\p{L}+|será|está|es|dal|nat[oa]|lavor\\p{L}+|sarà|è|rischia|родил\\p{L}+|живет|живёт|работа\\p{L}+|грозит`)

/** The accused goes on to act: by a pronoun, or in Spanish and Italian by the verb alone. */
const GOES_ON =
  /^(?:(?:he|she|they|his|her|their|then (?:he|she|they)|er|sie|seine?n?|ihre?n?|il|elle|ils|elles|son|sa|ses|él|ella|ellos|su|sus|lui|lei|egli|loro|он|она|они|его|её|ее)(?!\p{L})|(?:Luego |Después |Poi )?(?-i:\p{L}+(?:ó|aron|ieron|ò|arono|irono|[aeiou]se|isse|ette|ero)) )/iu
const DEFINITE = /^(?:the|der|die|das|den|le|la|les|l[’']|el|los|las|il|lo|gli)\s?(\p{L}+)/iu

interface Accusation {
  /** It says who accuses: what follows is known to be the accuser's tale. */
  readonly isOwned: boolean
  readonly names: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
}

const firstWord = (text: string): string => /[\p{L}’-]+/u.exec(text)?.[0].toLowerCase() ?? ''

/** Does a sentence, standing in another paragraph, tell on what the accused is said to have done? */
function tellsOn(clean: string, { isOwned, names, stems }: Accusation, language: string | undefined): boolean {
  if (!speaksForItself(clean) || CASE.test(clean) || LIFE.test(clean)) return false
  if (GOES_ON.test(clean)) return true
  const noun = DEFINITE.exec(clean)?.[1] ?? ''
  const isAbout = names.has(firstWord(clean)) || (noun !== '' && analyse(noun, language).some(stem => stems.has(stem)))
  if (!isAbout) return false
  const own = analyse(noun || firstWord(clean), language)
  return isOwned || analyse(clean, language).some(stem => stems.has(stem) && !own.includes(stem))
}

function accusationIn(clean: string, language: string | undefined): Accusation | undefined {
  const isOwned = ALLEGES.test(clean)
  if (!isOwned && !ACCUSED.test(clean)) return undefined
  const first = /^\p{Lu}/u.test(clean) ? firstWord(clean) : ''
  const names = new Set([...namesIn(clean), ...(analyse(first, language).length > 0 ? [first] : [])])
  return { isOwned, names, stems: new Set(analyse(clean, language)) }
}

const isProof = (text: string): boolean => PROVEN.test(text) && !NOT_PROVEN.test(text) && !ALLEGES.test(text)

/** What stands before a sentence in its paragraph: the accusation itself, or more of what it says. */
type Before = 'accusation' | 'tale' | undefined

/** Does a sentence go on with the accusation before it in its paragraph, mostly without saying so? */
const tellsOnNear = (clean: string, before: Before): boolean =>
  before !== undefined && speaksForItself(clean) && !CASE.test(clean) && (before === 'accusation' || !LIFE.test(clean))

interface Reading {
  /** The article reports a conviction or a confession. */
  readonly isProven: boolean
  readonly language: string | undefined
}

function allegedOf(sentences: readonly ArticleSentence[], { isProven, language }: Reading): readonly ArticleSentence[] {
  let open: Accusation | undefined
  let before: Before
  return sentences.filter(sentence => {
    const clean = sentence.clean.replace(TOLD_TO, '')
    const opened = accusationIn(sentence.clean, language)
    if (sentence.opensParagraph) before = undefined
    const isFar = !isProven && opened === undefined && open !== undefined && tellsOn(clean, open, language)
    const goesOn = isFar || tellsOnNear(clean, before)
    open = opened ?? (goesOn ? open : undefined)
    const isTale = goesOn ? (before ?? 'tale') : undefined
    before = opened?.isOwned === true ? 'accusation' : isTale
    return goesOn
  })
}

/**
 * The sentences that go on with an accusation as if it were a fact: those that follow in its paragraph, and in later ones
 * as long as they tell what the accused did. A new section, another subject, another speaker, or the case itself (the
 * trial, a denial) ends it. Where the article reports a conviction or a confession, later paragraphs may tell the deed.
 * @param language two-letter code, when known
 */
export function allegedIn(
  sections: readonly ArticleSection[],
  title: string,
  language?: string,
): ReadonlySet<ArticleSentence> {
  const told = [title, ...sections.flatMap(({ sentences }) => sentences.map(({ clean }) => clean))]
  const reading = { isProven: told.some(isProof), language }
  return new Set(sections.flatMap(({ sentences }) => allegedOf(sentences, reading)))
}
