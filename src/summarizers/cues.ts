/** Words at the beginning, in any of the languages that the rules know; \b knows ASCII only, hence the look-ahead. */
const atStart = (words: string): RegExp =>
  new RegExp(`^["“'‘«„…\\[\\]\\s]*(?:${words.trim().replaceAll(/\s*\n\s*/g, '|')})(?![\\p{L}\\p{N}])`, 'iu')
const anywhere = (words: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.trim().replaceAll(/\s*\n\s*/g, '|')})(?![\\p{L}\\p{N}])`, flags)

/** Starts that point to something said before. */
export const STARTS_WITH_PRONOUN = atStart(`
  he|she|it|they|this|these|those|that|his|her|their|its|there|we|i|you|such|him|them|both|neither|one of them
  he's|she's|it's|they're|that's|there's|i'm|we're
  il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|cela|ceci|c'est|c’est|ce|cette|ces|son|sa|ses|leur|leurs|on|nous|je|tous deux
  er|sie|dies|dieser|diese|dieses|das|sein|seine|ihr|ihre|wir|ich|deren|dessen|beide
  él|ella|ellos|ellas|esto|esta|este|estos|estas|eso|su|sus
  он|она|оно|они|это|этот|эта|эти|его|её|ее|их|мы|я|там|такой|такая|такие`)

/** The pronouns that leave a bullet hanging when nothing before it says whom they mean. */
export const STARTS_DANGLING = atStart(`
  he|she|it|they|this|these|those|that|his|her|their|its|he's|she's|it's|they're|that's|we|i|you|such|both|neither|another|others
  here|there|then|here's|my|our|your|i'm|i've|we're|we've|you're|the (?:former|latter)(?= (?:is|was|are|were|has|had|have|said|will|would))|one of them|some of them|none of them
  il(?! y a)(?! faut)|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|cela|ceci|son|sa|ses|leur|leurs|nous|je|ce dernier|cette dernière
  er|sie|dies|diese|dieser|dieses|sein|seine|ihr|ihre|seinen|seiner|ihren|ihrer|wir|ich|deren|dessen|dort|damit|dabei|daraufhin
  él|ella|ellos|ellas|esto|eso|su|sus
  он|она|они|оно|его|её|ее|их|это|эти|этот|эта|мы|я|там|такой|такая|такие`)

const QUOTED_SELF =
  /^["“](?:I|we|my|our|you|your|nous|je|j['’]\p{L}+|ich|wir|unser\p{L}*|mein\p{L}*|я|мы|наш\p{L}*)(?![\p{L}])/iu

/** True for a sentence whose beginning does not say of whom or what it speaks; a quoted "I" has its speaker behind it. */
export const dangles = (text: string): boolean => STARTS_DANGLING.test(text) && !QUOTED_SELF.test(text)

/** Starts that say nothing unless the sentence before is read as well. */
const LEANS_AT_START = atStart(`
  he|she|they|it(?! is (?:not )?(?:the first|clear|unclear|thought|believed|expected|feared|hoped|not known))|that (?:is|was|would|will|has|had|makes|means)|that['’]s|those (?:are|were)
  his|her|their|its|both(?! \\p{L}+s? and)|neither(?! \\p{L}+ nor)|another|others|the (?:\\p{L}+ )?others?|the (?:former|latter)(?= (?:is|was|are|were|has|had|have|said|will|would))|(?:one|two|three|four|five) of the (?:two|three|four|five|six|seven|eight|nine|ten|\\d+) \\p{L}+|the (?:largest|smallest|biggest|second|sum|figure|same|move)
  the (?:couple|pair|duo|trio|two) (?:is|are|was|were|has|have|had|then|also|both|first|later|met|said)
  (?:one|some|many|most|several) (?:is|are|was|were|has|have|had|also|even|later|recently|then|said|say)
  so (?!far\\b)\\p{L}+|and (?:then|so|even|yet)|(?:an?|two|three|four|five|six|seven|eight|nine|ten|several|\\d+|some) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier(?! than)|before)
  (?:later )?that (?:day|night|evening|morning|same)|the (?:next|following) (?:day|morning|night|week|month|year)
  one of them|some of them|most of them|none of them|all of them|half of them|similar|such|this (?:is|was|would|will|has|had|makes|means|time)
  in (?:return|the same \\p{L}+)|(?:behind|beneath|inside|around|beside|after|before|with|among|without|besides|like|unlike) (?:it|him|her|them)(?! \\p{L})|according to (?:him|her|them|[^,“”"]{2,40}? it is|[^,“”"]{2,40}?, (?:he|she|it|they))|it is the \\p{L}+ (?:recall|time|such|one)|the \\d{1,3}-year-old (?:is|was|has|had|wants|will|would|said|told|\\p{L}+ed)
  elle|il(?! y a)(?! faut)|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|cela|ceci|son|sa|ses|leur|leurs|ce dernier|cette dernière|tous deux|les deux autres|les autres
  l[’']ancien(?:ne)?|selon (?:lui|elle|eux|elles)|d[’']après (?:lui|elle|eux|elles)
  (?:einer|eine|eines|zwei|drei|vier|fünf) der (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\\d+) \\p{L}+|nach (?:seinen|ihren) (?:angaben|worten)|(?:der|die) \\d{1,3}-jährige
  según (?:él|ella|ellos|ellas)|allí|otros|otras|los otros|las otras|по (?:его|её|ее|их) (?:словам|данным|мнению)
  er|sie|sein|seine|seinen|seiner|ihr|ihre|ihren|ihrer|deren|dessen|dies (?:ist|war|wäre)|das (?:ist|war|wäre)|die anderen|letzterer|letztere
  él|ella|ellos|ellas|su|sus|он|она|они|оно|его|её|ее|их|остальные`)
/** What is spoken of stands elsewhere, by what is written inside the sentence. */
const LEANS_INSIDE: readonly RegExp[] = [
  // "At the hearing, he denied it": who, stands elsewhere
  /^(?:At|In|On|During|After|Before|À|Au|Aux|En|Dans|Devant|Lors|Après|Avant)\s[^,\p{Lu}“”"]{2,40}, (?:he|she|they|il(?! (?:y a|faut))|elle|ils|elles)\b/u,
  /\bsuch an? \p{L}+|\bthe same (?:promise|thing|words|mistake|reason|question|argument|claim|demand)\b(?! as)/u,
  // "A crack has opened in it, and …", "passed most of that on to its customers"
  /^[^,;.“”"]{0,45} (?:in|of|from|on|into|behind) (?:it|them),/u,
  /^[^,;“”"]{0,60} (?:most|all|some|much|part|half|none|because|instead) of (?:that|this|these|those|them|it)(?=[,.]|\s(?:on|to|in|for|off|is|was|are|were|has|have|had|will|would|by|at)\b)/u,
  // "wants to end that in May", "Councillors who would like to save it"
  /^[^“”"]*\b(?:to|will|would|could|can|must) (?:\p{L}+ )?(?:end|stop|change|prevent|avoid|allow|deny|confirm|achieve|do) (?:that|this)(?=[.,]| (?:on|by|in|at|until|from|with)\b)/u,
  /^\p{Lu}\p{L}+ who [^,.“”"]{0,40}\b(?:it|them)\b/u,
  // answers to what stands before, and a score on the way to the final one
  /\breplied that\b|\bauf Anfrage\b|\bdisagree[sd]?\b(?! (?:with|over|on|about))|\bmade it \d+[–-]\d+/u,
  /(?<!, )\b(?:dabei|dadurch|danach|daran|deshalb|deswegen|dennoch|trotzdem)\b(?!,)/u,
  /^[^“”"]{0,90}\b(?:es[eao]s?|dich[ao]s?) (?!día|momento|año|mes|noche)\p{L}{3,}/u,
]
/** "To end the war, he said": who, stands elsewhere. */
const UNNAMED_SPEAKER =
  /(?:^|[,”"]\s)(?:he|she|they) (?:said|says|added|adds|told|warned|explained|noted|wrote|argued|insisted|asked)\b/iu

/** German tells what others say in the subjunctive; who says it, stands elsewhere when nobody is named. */
const REPORTED_GERMAN = /(?<!\bich )\b(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe)(?![\p{L}])(?! ich\b)/u

/** What a bullet is shown without (see compress()): the sentence must do without it. */
const LOOSE_CONNECTIVE = /^(?:But|And|Yet|Mais|Et|Aber|Doch|Und|Pero|Но|Однако|А)\s+/u

/**
 * A sentence as the cues of this file may read it, which know no languages: Italian's article "il" is no French pronoun.
 * @param language two letters, when known
 */
export const withoutFalseFriends = (sentence: string, language: string | undefined): string =>
  language === 'it' ? sentence.replace(/(?<!\p{L})il(?!\p{L})/giu, 'lo') : sentence

/** True for a sentence that nobody understands who has not read the one before it. */
export function leansOnPrevious(sentence: string): boolean {
  const text = sentence.replace(LOOSE_CONNECTIVE, '')
  if (LEANS_AT_START.test(sentence) || LEANS_AT_START.test(text)) return true
  if (LEANS_INSIDE.some(pattern => pattern.test(text))) return true
  if (REPORTED_GERMAN.test(text) && speaksForItself(text)) return true
  const at = text.search(UNNAMED_SPEAKER)
  return at >= 0 && !SAYS.test(text.slice(0, at))
}

/** "The town closed its gates": which one, stands elsewhere. */
const GENERIC_SUBJECT = atStart(`
  the (?:town|city|village|county|island|agency|structure|building|site|vessel|ship|vehicle|device|animal|model|document|letter|facility|man|woman|boy|girl|child)
  (?:das (?:bauwerk|gebäude|fahrzeug|schiff|tier|unternehmen|kind|dorf)|der (?:ort|mann|junge|betrieb|verein)|die (?:stadt|gemeinde|frau|firma|anlage|behörde))
  (?:la (?:ville|commune|femme|société|victime)|le (?:village|bâtiment|navire)|l[’'](?:homme|entreprise|édifice|engin))
  (?:la (?:ciudad|mujer|empresa|víctima)|el (?:pueblo|edificio|hombre|barco|municipio))`)
/** A name or what narrows it down behind the noun: "The town of Tarn", "The man who", "The agency Terra". */
const NARROWED =
  /^["“]?\S+ \S+ (?:\p{Lu}|of\b|who\b|which\b|that\b|where\b|in\b|at\b|whose\b|d[eu]s?\b|d[’']|qu[ei]\b|von\b|der\b|in\b|,)/u

/** True for a sentence about "the town", or another thing by its kind alone, of which the opening has said nothing. */
export function namesKindOnly(text: string, opening: string): boolean {
  const subject = GENERIC_SUBJECT.exec(text)?.[0]
  if (subject === undefined || NARROWED.test(text)) return false
  return !opening.toLowerCase().includes(
    subject
      .split(/[\s’']/u)
      .at(-1)
      ?.toLowerCase() ?? '',
  )
}

const OCCASION =
  /\b(?:lasted|took place|was held|(?:spoke|was speaking|talked) (?:for|to|with|before|beside)|made (?:the|this|that|his|her|their) (?:remarks?|comments?|statements?)|a (?:répondu|parlé) pendant|a duré|dauerte|sprach (?:mit|vor|drei|zwei)|продлилась|состоялась)\b/u
const CONTENT = /\bthat\b|\bque\b|\bdass\b|\bчто\b|[“"]/u

/** A sentence of time, place and company only: "The meeting lasted around three hours." */
export const isOnlySetting = (text: string): boolean => OCCASION.test(text) && !CONTENT.test(text)

/** Starts that tie a sentence to the one before. */
export const STARTS_WITH_CONNECTIVE = atStart(`
  but|and|however|also|meanwhile|so|still|yet|then|or|nor|moreover|furthermore|additionally|instead|indeed|though|although
  while|when|if|because|after|as|besides|nevertheless|nonetheless|therefore|thus
  mais|et|or|donc|cependant|toutefois|pourtant|en outre|par ailleurs|ainsi|alors|aussi|quant à|enfin|de plus|en revanche
  aber|und|doch|jedoch|außerdem|zudem|dagegen|allerdings|dennoch|deshalb|auch|denn|so|dann|hingegen
  pero|y|sin embargo|además|también|entonces
  но|и|а|однако|также|кроме того|при этом|тем временем|между тем|поэтому|зато`)

/** Somebody is named as saying it. */
export const SAYS = anywhere(`
  said|says|saying|told|added|adds|tweeted|wrote|asked|explained|according to|insisted|claimed|announced|warned|stated|noted
  declared|argued|denied|confirmed|reported|replied|recalled|stressed|called|describes?|described|believes?
  a dit|a déclaré|a affirmé|a expliqué|a ajouté|a annoncé|a indiqué|a estimé|a précisé|selon|d'après|d’après|affirme|explique|dit
  a-t-il \\p{L}+|a-t-elle \\p{L}+|ont-ils \\p{L}+|déclare|estime|souligne|assure|rappelle|note
  sagte|sagt|erklärte|erklärt|betonte|teilte|mitteilte|laut|nach angaben|zufolge|warnte|kündigte|meinte|hieß es|sprach
  dijo|afirmó|según|declaró|explicó|añadió|informó|advirtió|contó|aseguró|asegura|afirma|niega|negó|respondió|anunció|señaló|indicó|sostiene|comentó|recordó|denunció
  сказал|сказала|сказали|заявил|заявила|заявили|сообщил|сообщила|сообщили|добавил|добавила|отметил|отметила|по словам
  по данным|подчеркнул|подчеркнула|рассказал|рассказала|объяснил|объяснила|считает|уверен|говорит|пояснил|пояснила`)

/** The reader is spoken to. */
export const ADDRESSES_READER = anywhere(
  "you|your|yours|you['’](?:re|ve|ll|d)|vous|votre|vos|Ihnen|usted|ustedes|вы|вас|вам|ваш\\p{L}*",
)

export const FIRST_PERSON = anywhere(
  "I|me|my|mine|we|our|us|I'm|I've|we're|we've|je|j'ai|nous|notre|ich|wir|unser|unsere|mein|meine|yo|nosotros|я|мы|нам|нас|мой|наш|наши",
  'u',
)

/** Nobody else is quoted or named as saying it: "I" and "you" are the writer and the reader. */
export const speaksForItself = (text: string): boolean => !/["“]/u.test(text) && !SAYS.test(text)

/** The same with a capital letter, and Spanish verbs, which say "we" and "I" by their endings. */
const FIRST_PERSON_VERB = anywhere(
  "we|our|my|wir|ich|mein\\p{L}*|nous|je|j[’']ai|notre|nos|yo|nosotr[oa]s|я|мы|hemos|habíamos|estamos|tenemos|somos|vamos|queremos|podemos|debemos|creo|\\p{L}+(?:ábamos|íamos)|nuestr[oa]s?|uns|unser\\p{L}*|наш\\p{L}*",
)

/** Somebody speaks of "me" or "us". */
export const saysI = (text: string): boolean => FIRST_PERSON.test(text) || FIRST_PERSON_VERB.test(text)

/** The same of a sentence that nobody is quoted or named as saying. */
export const speaksOfSelf = (text: string): boolean => speaksForItself(text) && saysI(text)

/** "Goals: 0–1 Krag, 0–2 Krag", "Vester – Lom 1–1, Skarne – Tofte 0–2": a table on one line. */
const SCORES = /^[^.!?“"]*?\d\s?[–:-]\s?\d[^.!?“"]*?(?<![\d.])\d{1,3}\s?[–:-]\s?\d/u
const LABEL_OR_TABLE = /^[\p{L}\d ,.’'-]{3,40}: \S|^\p{Lu}[\p{L} .’'-]* [–-] \p{Lu}/u

/** True for a line of results. */
export const isResults = (text: string): boolean => LABEL_OR_TABLE.test(text) && SCORES.test(text) && !SAYS.test(text)

/** Notices, captions and remarks about the piece itself. */
export const BOILERPLATE =
  /contributed to this (?:report|story)|scroll down|click here|all rights reserved|sign up|follow (?:us|him|her|@)|read more|READ:|WATCH|e-mail to a friend|may not be published|copyright|photos? by|getty images|\(pictured|pictured (?:left|right|above|with)|file photo|CNN's .*(?:contributed|reported)|on (?:facebook|twitter) (?:at|for)|story first appeared|opinions expressed|\.com\b.*\bvisit\b|hide caption|advertisement|subscribe|newsletter|editor's note|\buse (?:the )?(?:promo |discount |voucher )?code\b|\b\d+\s?% off\b|\bpromo code|discount code|\[(?:sponsor(?:ed)?|ad|anzeige)\]|^(?:sponsor(?:ed)?(?: by| content| post)?|paid (?:post|content|partnership))\b\s?[:：.–—-]|^(?:sponsored by|this (?:article|episode|newsletter|issue) is (?:sponsored|brought to you) by|brought to you by)|\b(?:message|word) from (?:our|the) (?:partner|sponsor)s?\b|\bwith (?:the )?code \w*\d|rabattcode|gutscheincode|code promo|промокод|^this (?:report|story|article|text) (?:was|is|has been) (?:supplied|provided|written|produced|published)|\b(?:of|in) our (?:report|article|story)\b|regrets? the (?:mistake|error)|\b(?:the|our) (?:article|report|story|piece) (?:had|wrongly|mistakenly|incorrectly)\b|\blive (?:blog|coverage|updates|ticker)\b|wir berichten live|\bexplains? (?:how|why|what)\.$|^we (?:spoke|talked|sat down|met|chatted) (?:to|with)\b|^the [a-z]+ (?:spoke|talked|sat down|met|chatted) (?:to|with) (?:him|her|them)\b|^here(?:['’]s| is) your\b|^we have (?:changed|corrected|updated|amended)|lire aussi|abonnez-vous|lesen sie auch|читайте также|подписывайтесь/i

/** Openings that promise instead of telling. */
export const VAGUE = anywhere(`
  continues? to (?:intensify|grow|evolve|mount|unfold|simmer)|here(?:'|’)s (?:what|how|why)|here (?:is|are) (?:what|how|why|the|some|our|a few|a look|answers|two|three|four|five|six|seven|eight|nine|ten|\\d+)
  follow (?:the|our) (?:latest|live)[^.]*|what (?:you need|we know)|(?:it )?remains to be seen|only time will tell|the (?:stand-?off|saga|dispute|debate|row) (?:continues|goes on|drags on)
  the story so far|all eyes are on|time will tell|affaire à suivre|reste à (?:voir|savoir)|bleibt abzuwarten|es bleibt spannend|покажет время`)

/** How columns and reports from the spot begin: an old saw or a scene, and the news after it. */
export const SETS_SCENE = atStart(`
  every (?:few|now)|every so often|once upon a time|imagine|picture (?:this|the)|remember when|there was a time|once in a while
  stellen sie sich vor|alle paar|es war einmal|imaginez|il était une fois|imagínese|érase una vez|представьте|жил-был`)

const POSED =
  'stands?|poses?|walks?|waves?|smiles?|sits?|holds?|gathers?|celebrates?|gestures?|arrives?|leaves?|dons?|wears?|hugs?|kiss(?:es)?|embraces?|' +
  'carr(?:y|ies)|rides?|inspects?|greets?|shakes? hands|takes? part|works?|lies?|appears?|attends?|visits?|speaks?|looks? (?:at|on|over)'
const SCENE =
  'in|at|on|near|outside|inside|after|before|during|with|amid|among|beside|behind|next to|past|through|from|to|his|her|their'
/** What pictures show, told as pictures are: a subject, a verb of posture in the present, a place or a time. */
const POSE = new RegExp(
  `^(\\p{Lu}[^,;:.!?"“]{2,50}?) (?:${POSED}) (?:[^,;:.!?"“]{1,30} )?(?:${SCENE}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\\p{L}])`,
  'u',
)
/** Not the subject of what follows: another verb stands in it, or it ends on what no verb follows. */
const NO_SUBJECT =
  /\b(?:which|who|that|to|not|did|does|do|will|would|can|could|may|has|have|had|was|were|is|are|\p{L}+ed|took|won|lost|left|made|gave|came|went)\b|(?:['’]s|\b(?:the|an?|his|her|its|their|no|of|in|at|for|and))$/iu
const PICTURE =
  /^(?:[\p{L}.-]+ ){0,4}(?:images?|photos?|photographs?|pictures?|sketch|illustration) (?:of|shows?|taken)\b(?!.* (?:has|have|had|was|were) )|\b(?:is|are) (?:seen|pictured|shown) (?:here|with|during|shortly|outside|leaving|arriving|in (?:this|an? |\d{4}))|\bin (?:this|an?) (?:undated |file |recent )?(?:photo|photograph|picture|image)\b/iu
/** "Former friends: Gerry Adler …", "Spotted: …": how picture editors begin. */
const LABELLED = /^\p{Lu}[\p{Ll}’'-]+(?: [\p{Ll}’'-]+){0,3}: ["“]?\p{Lu}/u
const LONGEST_CAPTION = 200

function isPose(text: string): boolean {
  const subject = POSE.exec(text)?.[1]
  return subject !== undefined && !NO_SUBJECT.test(subject)
}

/** True for a sentence that looks like the words under a picture: it tells what is seen, not what happened. */
export const isLikeCaption = (text: string): boolean =>
  PICTURE.test(text) || (text.length <= LONGEST_CAPTION && !SAYS.test(text) && (isPose(text) || LABELLED.test(text)))

/** People are dead, hurt or missing. */
export const CASUALTIES = anywhere(`
  killed|dead|died|deaths?|injured|injuries|wounded|hurt|missing|verletzt\\p{L}*|getötet|tote[nr]?|starb(?:en)?|vermisst\\p{L}*
  morte?s?|décès|blessée?s?|tuée?s?|disparue?s?|murió|murieron|muert[oa]s?|herid[oa]s?|fallecid[oa]s?|desaparecid[oa]s?
  погиб\\p{L}*|пострада\\p{L}*|ранен\\p{L}*|пропал\\p{L}*|скончал\\p{L}*`)

/** A noun and a relative clause, no more: "Figures about which the ministry keeps silent." */
export const VERBLESS =
  /^["“]?\p{Lu}[\p{L}’'-]*(?: \p{L}+){0,2} (?:(?:about|of|in|for|to|from|with|on) (?:which|whom)|whose|dont|auxquel\p{L}*|о котор\p{L}+)(?![\p{L}])/u

/** Words whose loss would turn a sentence round or take it from its speaker. */
export const NEGATES = anywhere(`
  not|no|never|none|neither|nor|without|unless|hardly|barely|refus\\p{L}*|den(?:y|ies|ied)|fail(?:s|ed)?|cannot|\\p{L}+n['’]t|only|alleged(?:ly)?
  reportedly|if|except|ne|pas|jamais|sans|aucun\\p{L}*|nicht|kein\\p{L}*|nie|ohne|не|ни|нет|без|никогда`)

/** What the article itself holds of the time when things happened. */
export const DATED = anywhere(
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last (?:week|night|month|year)|hier|gestern|вчера|сегодня`,
)
export const MONEY = /[$£€%₽]|\b(?:million|billion|percent|millions|milliards|Millionen|Milliarden)\b|млн|млрд|процент/u
