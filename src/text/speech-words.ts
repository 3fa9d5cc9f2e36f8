/** The words by which one language tells who says what. All lower case. */
export interface SpeechWords {
  /** Finite forms that follow their subject: "said", "warned". */
  readonly verbs: ReadonlySet<string>
  /** Verbs that are nouns as well ("initial claims"): they tell something only with what is told behind them. */
  readonly nounLike: ReadonlySet<string>
  /** Those after which the speaker may stand: “…,” said X. */
  readonly inverting: ReadonlySet<string>
  /** Participles that are speech only after an auxiliary: "a déclaré". */
  readonly participles: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  /** Before the verb they turn it round: "was told", "did not say". */
  readonly undoing: ReadonlySet<string>
  /** Words that may stand between speaker and verb. */
  readonly adverbs: ReadonlySet<string>
  /** A single person who was named before. */
  readonly pronouns: ReadonlySet<string>
  /** What comes before a source: "according to". */
  readonly sourceBefore: readonly (readonly string[])[]
  /** What comes after a source: "zufolge". */
  readonly sourceAfter: ReadonlySet<string>
  /** A name behind one of these is not the subject. */
  readonly prepositions: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  /** What people are, in small letters: it may stand between the article and the name. */
  readonly roles: ReadonlySet<string>
  /** Begin a clause about the word before them, or a question: its verb tells nothing of its own. */
  readonly relatives: ReadonlySet<string>
  /** Begin a clause of their own. */
  readonly conjunctions: ReadonlySet<string>
  /** The speaker may follow the verb where no quotation does: "Am Montag sagte X". */
  readonly isFree: boolean
  /** Forms of several speakers, or of a group that is named after another ("Критики Путина заявили"). */
  readonly plurals: ReadonlySet<string>
}

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))
const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim().split(' '))

const ENGLISH: SpeechWords = {
  verbs:
    set(`said says told tells added adds warned warns announced announces denied denies insisted insists claimed claims
argued argues declared declares confirmed confirms explained explains replied replies wrote writes tweeted tweets stressed
stresses noted notes admitted admits acknowledged acknowledges vowed vows promised promises pledged pledges stated asserted
asserts predicted predicts alleged alleges complained complains recalled recalls suggested suggests conceded concedes
maintained maintains urged urges demanded demands responded responds testified testifies joked`),
  nounLike: set('claims reports notes promises demands pledges vows'),
  inverting:
    set(`said says added adds wrote writes replied replies explained explains asked asks insisted insists warned
warns recalled argued argues declared declares noted`),
  participles: set(''),
  auxiliaries: set('has have had'),
  undoing: set("is are was were be been being gets got not never didn't hasn't haven't to who whom which nobody"),
  adverbs: set(`also later then earlier again once often already today yesterday previously recently repeatedly publicly
first further simply just still even himself herself itself however therefore last next late early tonight this`),
  pronouns: set('he she'),
  sourceBefore: phrases('according to\nin the words of'),
  sourceAfter: set(''),
  prepositions: set(`of for by with from in at near against to on about over under between like into behind among
including than after before without inside outside around beside towards toward via during despite since
until while through across amid following ahead when where because who whose`),
  determiners: set('the a an his her their its our that another one'),
  roles:
    set(`press president premier minister chancellor king queen senator general judge mayor governor secretary chairman
chairwoman chair chief chef head director executive manager spokesman spokeswoman spokesperson leader founder owner analyst
economist professor lawyer attorney captain colonel coach deputy vice former prime foreign finance defence defense interior
acting actor actress author writer director-general commissioner ambassador envoy adviser advisor officer official officers
witness farmer historian researcher scientist doctor boss editor critic banker teacher resident candidate ally rival
partner brother sister wife husband widow son daughter mother father neighbour neighbor colleague friend successor
predecessor rescuer engineer nurse driver pilot banker trader investor physicist biologist pollster campaigner activist
opposition party state government central bank police army country world company firm city then ex senior local new`),
  relatives: set('that which who whom whose what how if unless until whether'),
  conjunctions: set('and but while whereas although though as because when that so or since where'),
  isFree: false,
  plurals: set(''),
}

const GERMAN: SpeechWords = {
  verbs: set(`sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten warnte warnt warnten kündigte
kündigt kündigten teilte teilt teilten meinte meint meinten behauptete behauptet versicherte versichert bestritt bestreitet
ergänzte ergänzt berichtete schrieb schreibt forderte fordert bestätigte bestätigt antwortete räumte mitteilte mitteilten
unterstrich drohte droht versprach`),
  nounLike: set(''),
  inverting:
    set(`räumte sagte sagt sagten erklärte erklärt erklärten betonte betont warnte warnt kündigte kündigt teilte teilt
meinte meint behauptete behauptet versicherte versichert ergänzte schrieb schreibt forderte fordert bestätigte antwortete so
unterstrich drohte versprach`),
  participles: set('gesagt erklärt betont'),
  auxiliaries: set('hat habe hatte'),
  undoing: set('wurde wurden wird werden ist sei nicht nie sind war waren'),
  adverbs: set('auch später dann zudem außerdem wiederum am heute gestern erneut dagegen jedoch aber selbst'),
  pronouns: set('er sie'),
  sourceBefore: phrases('laut\nnach angaben von\nnach den worten von\nnach worten von\nnach aussage von'),
  sourceAfter: set('zufolge'),
  prepositions:
    set(`von vom mit für bei beim aus nach zu zum zur gegen über an am auf in im ins um vor hinter neben unter
zwischen durch ohne seit wegen trotz gegenüber samt statt`),
  determiners: set('der die das dem den des ein eine einer eines einem einen sein seine ihr ihre dieser diese'),
  roles: set('damalige frühere ehemalige neue russische deutsche französische ukrainische amerikanische'),
  relatives: set('den dem was wer welche'),
  conjunctions: set('und aber während wie dass weil obwohl wenn als oder denn wo'),
  isFree: true,
  plurals: set('sagten erklärten betonten warnten kündigten teilten meinten mitteilten'),
}

const FRENCH: SpeechWords = {
  verbs:
    set(`dit affirme affirma déclare déclara explique expliqua ajoute ajouta annonce annonça assure assura estime estima
souligne souligna précise précisa rappelle rappela prévient prévint avertit dément nie répond répondit insiste confirme
indique raconte martèle`),
  nounLike: set(''),
  inverting:
    set(`dit affirme affirma déclare déclara explique expliqua ajoute ajouta annonce assure assura estime souligne
précise rappelle prévient avertit répond répondit insiste confirme indique raconte martèle`),
  participles:
    set(`reconnu dit affirmé déclaré expliqué ajouté annoncé assuré estimé souligné précisé rappelé prévenu averti
démenti nié répondu insisté confirmé indiqué raconté martelé`),
  auxiliaries: set('a ont avait avaient'),
  undoing: set('est sont été était être fut pas jamais ne'),
  adverbs: set(
    'aussi également ensuite encore déjà lundi mardi mercredi jeudi vendredi samedi dimanche notamment ainsi',
  ),
  pronouns: set('il elle'),
  sourceBefore: phrases("selon\nd'après\nd’après"),
  sourceAfter: set(''),
  prepositions:
    set(`de du des à au aux avec pour par contre sur sous dans en chez entre vers sans après avant depuis comme
face devant derrière`),
  determiners: set('le la les un une son sa ses leur leurs ce cette ces l’ l'),
  roles:
    set(`président présidente premier première ministre chancelier chancelière roi reine sénateur général juge maire
gouverneur secrétaire directeur directrice chef cheffe porte-parole dirigeant patron fondateur analyste économiste professeur
avocat capitaine ancien ancienne russe français française ukrainien allemand américain`),
  relatives: set('que qui dont quoi'),
  conjunctions: set('et mais tandis alors comme que parce quand si ou car où'),
  isFree: true,
  plurals: set('ont avaient'),
}

const SPANISH: SpeechWords = {
  verbs:
    set(`dijo dice afirmó afirma declaró declara aseguró asegura anunció anuncia advirtió advierte señaló señala explicó
explica añadió añade negó niega sostuvo sostiene insistió insiste confirmó confirma respondió responde subrayó subraya
escribió reconoció reconoce agregó prometió reiteró manifestó`),
  nounLike: set(''),
  inverting:
    set(`dijo dice afirmó afirma declaró declara aseguró asegura anunció advirtió advierte señaló señala explicó
explica añadió añade sostuvo insistió confirmó respondió subrayó escribió reconoció agregó prometió reiteró manifestó`),
  participles: set('dicho afirmado declarado asegurado anunciado advertido señalado explicado añadido negado'),
  auxiliaries: set('ha han había'),
  undoing: set('es son fue fueron sido ser no nunca se le'),
  adverbs: set('también después luego ayer hoy además ya entonces'),
  pronouns: set('él ella'),
  sourceBefore: phrases('según\nde acuerdo con'),
  sourceAfter: set(''),
  prepositions: set(`de del a al con para por contra sobre bajo en entre hacia sin tras desde hasta ante como`),
  determiners: set('el la los las un una su sus este esta'),
  roles:
    set(`presidente presidenta primer primera ministro ministra canciller rey reina senador general juez alcalde alcaldesa
gobernador secretario secretaria director directora jefe jefa portavoz líder fundador analista economista profesor abogado
capitán exministro expresidente ruso rusa español española`),
  relatives: set('que quien cual'),
  conjunctions: set('y pero mientras aunque como que porque cuando si o donde'),
  isFree: true,
  plurals: set('han'),
}

const RUSSIAN: SpeechWords = {
  verbs: set(`сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили добавил добавила отметил отметила
подчеркнул подчеркнула объяснил объяснила пояснил пояснила предупредил предупредила написал написала говорит ответил ответила
утверждает утверждал утверждала рассказал рассказала пообещал пообещала опроверг опровергла признал признала`),
  nounLike: set(''),
  inverting:
    set(`признал признала сказал сказала заявил заявила сообщил сообщила добавил добавила отметил отметила подчеркнул подчеркнула
объяснил объяснила пояснил пояснила предупредил предупредила написал написала говорит ответил ответила рассказал рассказала
пообещал пообещала`),
  participles: set(''),
  auxiliaries: set(''),
  undoing: set('не был была были'),
  adverbs: set('также позже затем ранее вчера сегодня ещё еще при этом уже сам сама'),
  pronouns: set('он она'),
  sourceBefore: phrases('по словам\nпо мнению\nпо утверждению\nсогласно'),
  sourceAfter: set(''),
  prepositions: set('в во на с со к ко о об от из у за под над при для без через после до перед между против про по'),
  determiners: set('этот эта его её их'),
  roles:
    set(`президент президента министр министра премьер-министр глава главы канцлер король королева сенатор генерал мэр
губернатор секретарь директор председатель пресс-секретарь представитель представителя лидер аналитик профессор адвокат
бывший бывшего российский российского украинский американский посол вице-премьер
критик критики сторонник соратник адвокаты`),
  relatives: set('что который которая которого которую кто'),
  conjunctions: set('и но а как что когда если или потому чтобы где'),
  isFree: true,
  plurals: set('сказали заявили сообщили'),
}

const BY_LANGUAGE: ReadonlyMap<string, SpeechWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ru', RUSSIAN],
])

/** The speech words of a language; undefined for one that has no table. @param language two-letter code; English when absent */
export const findSpeechWords = (language = 'en'): SpeechWords | undefined => BY_LANGUAGE.get(language)
