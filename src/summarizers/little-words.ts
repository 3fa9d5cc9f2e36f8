// The little words of a language that show where its phrases begin and end: data, one entry a language.

/** What shortening.ts has to know of a language. Everything in lower case, elided words with a straight apostrophe ("l'"). */
export interface LittleWords {
  /** Open a phrase that says where, when, to whom or how. */
  readonly prepositions: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  /** "and": joins equals. */
  readonly joining: ReadonlySet<string>
  /** Open a clause that leans on another. */
  readonly subordinating: ReadonlySet<string>
  /** Forms of be, have and the modals. */
  readonly auxiliaries: ReadonlySet<string>
  /** Say whose the next noun is: "the son of the mayor". */
  readonly genitives: ReadonlySet<string>
  /** Stand before a place or a time. */
  readonly locating: ReadonlySet<string>
  /** Days, and what stands between or behind them: "Sunday night". */
  readonly moments: ReadonlySet<string>
  /** Before a noun they tell another one: "former mayor", "second largest". */
  readonly telling: RegExp
  readonly verbs: RegExp
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))
const whole = (list: string): RegExp => new RegExp(`^(?:${list.trim().replaceAll(/\s+/gu, '|')})$`, 'u')

const ENGLISH: LittleWords = {
  prepositions:
    set(`of in on at for with to from by into onto over under about after before against between among through during without
    within towards toward upon across along around near off out up down since until till despite beyond behind beside below above
    amid per than like unlike via outside inside past as because due besides except throughout ahead versus back away`),
  determiners: set(
    'a an the this that these those his her its their our my your each every all both no any some whose',
  ),
  joining: set('and or nor but'),
  subordinating: set(
    'who whom whose which what that when while where if unless because although though since until before after as whether once so',
  ),
  auxiliaries:
    set(`is are was were be been being am has have had having do does did will would can could may might must shall should
    isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't cannot didn't doesn't don't`),
  genitives: set('of'),
  locating: set(
    'in on at near off outside inside during after before since until across around by along behind beside throughout within',
  ),
  moments:
    set(`monday tuesday wednesday thursday friday saturday sunday yesterday today tonight morning afternoon evening night midnight
    noon january february march april may june july august september october november december early late`),
  telling:
    whole(`former ex acting deputy vice assistant interim late future incoming outgoing designate elect shadow honorary would-be then
    alleged suspected accused supposed apparent purported so-called fake false mock sham bogus counterfeit replica toy dummy test model pseudo-?\\S*
    proposed planned draft potential possible probable likely prospective expected attempted failed abortive unsuccessful foiled
    provisional preliminary partial temporary conditional limited minor near part-time joint rival
    less least more most fewer fewest too very first second third fourth fifth last next only other another same sole main single double half
    quarter nearly almost about hardly barely partly mostly partially temporarily formerly initially allegedly reportedly apparently
    \\S{3,}est best worst top leading falsely wrongly nominally technically virtually practically not never anti-?\\S* non-?\\S* pro-\\S* counter-?\\S* semi-?\\S* quasi-?\\S* self-\\S* un\\S+
    opposition rebel minority breakaway separatist junior trainee student amateur retired honorary unborn imaginary fictional
    conditionally tentatively potentially theoretically supposedly ostensibly presumably provisionally mistakenly erroneously seemingly
    purportedly family assembly ally supply reply july italy
    ex-\\S* vice-\\S* co-\\S* deputy-\\S* north south east west northern southern eastern western upper lower
    square cubic metric percentage nautical net gross daily weekly monthly yearly annual one two three four five six seven eight nine ten
    several many few some dozens? hundreds? thousands? millions? billions? zero`),
  verbs:
    whole(`\\p{Ll}{2,}[^e]ed \\p{Ll}+eed agreed freed fled fell rose won lost met left cut hit shut set put let quit struck took gave made
    came went ran began became bought brought built caught chose drew drove fought found flew forgot got grew held kept knew laid led lent
    lay paid read rode said sang sank sat saw sent sold shot shook showed slept spent spoke spread stole stood swore taught tore told
    thought threw understood wore wrote broke burnt died tied lied denied said says say beat bet burst cost hurt spun swam wept rang
    hid froze fed dealt bled bent bit blew sought slid sprang stuck swept withdrew overtook took over followed is are was were`),
}

const GERMAN: LittleWords = {
  prepositions:
    set(`von vom in im ins an am ans auf aufs für mit zu zum zur aus bei beim nach über unter um vor durch gegen ohne zwischen seit bis
    während wegen trotz laut als wie ab außer hinter neben samt entlang gegenüber innerhalb außerhalb infolge mangels statt anstatt`),
  determiners:
    set(`der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes jeden jedem
    alle allen aller sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere kein keine keinen keinem keiner beide beiden`),
  joining: set('und oder aber sondern sowie'),
  subordinating: set(
    'dass ob wenn falls weil da während nachdem bevor bis seit obwohl damit als sobald solange sofern indem',
  ),
  auxiliaries:
    set(`ist sind war waren wird werden wurde wurden worden hat haben hatte hatten sei seien habe würde würden kann können konnte konnten
    muss müssen musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte dürfte mag möchte`),
  genitives: set('von vom des der'),
  locating: set('in im an am auf bei beim nach vor seit während über unter hinter neben um'),
  moments:
    set(`montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen abend morgen nacht vormittag nachmittag
    mittag januar februar märz april mai juni juli august september oktober november dezember`),
  telling: whole(
    `(?:früher|ehemalig|einstig|stellvertretend|amtierend|kommissarisch|künftig|designiert|scheidend|mutmaßlich|angeblich|vermeintlich|sogenannt|falsch
    |geplant|vorgeschlagen|möglich|versucht|gescheitert|vorläufig|teilweise|zeitweilig|erst|zweit|dritt|letzt|nächst|einzig|ander|weiter|halb|ganz
    |nördlich|südlich|östlich|westlich|ober|unter)(?:e[nmrs]?)? fast beinahe nahezu rund etwa kaum nur nicht nie weniger mehr am mindestens
    höchstens zu sehr ex-\\S* vize\\S* einige wenige viele mehrere zwei drei vier fünf sechs sieben acht neun zehn`.replaceAll(
      /\n\s*\|/gu,
      '|',
    ),
  ),
  verbs: /^$/u,
}

const FRENCH: LittleWords = {
  prepositions:
    set(`de d' du des à au aux en dans sur sous pour par avec sans entre vers chez contre depuis pendant avant après devant derrière
    malgré selon près lors hors outre parmi jusqu' jusque dès afin grâce suite comme que qu'`),
  determiners: set(
    "le la l' les un une des du ce cet cette ces son sa ses leur leurs notre nos chaque tout toute tous toutes aucun aucune plusieurs quelques",
  ),
  joining: set('et ou mais ni'),
  subordinating: set(
    "qui que qu' dont où quand lorsque lorsqu' si s'il parce puisque puisqu' tandis alors quoique bien afin",
  ),
  auxiliaries:
    set(`est sont était étaient fut furent a ont avait avaient été sera seront serait peut peuvent pourra doit doivent va vont
    aura auront s'est n'est n'a se s'`),
  genitives: set("de d' du des"),
  locating: set('à au aux en dans sur sous près devant derrière pendant après avant depuis lors chez'),
  moments:
    set(`lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir nuit après-midi midi minuit
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre`),
  telling:
    whole(`ancien(?:ne)?s? ex-?\\S* vice-?\\S* futur(?:e)?s? actuel(?:le)?s? faux fausses? prétendue?s? soi-disant présumée?s? premier première second(?:e)?
    deuxième troisième dernier dernière prochain(?:e)? seul(?:e)?s? autres? même presque quasi environ plus moins très trop demi-?\\S* jeunes? nouveau-\\S*
    grande?s? petite?s? deux trois quatre cinq six sept huit neuf dix plusieurs quelques sous-\\S* adjoint(?:e)?`),
  verbs: /^$/u,
}

const SPANISH: LittleWords = {
  prepositions:
    set(`de del a al en con por para sin sobre entre hacia hasta desde contra tras según durante ante bajo mediante como que cerca
    debido antes después además junto`),
  determiners: set(
    'el la los las lo un una unos unas este esta estos estas ese esa su sus cada todo toda todos todas ningún ninguna ambos ambas algunos algunas',
  ),
  joining: set('y e o u pero sino ni'),
  subordinating: set('que quien quienes cuyo cuya donde cuando si porque mientras aunque pues como'),
  auxiliaries:
    set(`es son era eran fue fueron ser sido está están estaba estaban ha han había habían haber será serán sería puede pueden debe deben
    va van se hay`),
  genitives: set('de del'),
  locating: set('en a al tras durante desde hasta ante bajo cerca antes después junto'),
  moments: set(`lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana tarde noche madrugada mediodía
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`),
  telling:
    whole(`ex-?\\S+ antigu[oa]s? vice\\S* futur[oa]s? actual(?:es)? fals[oa]s? supuest[oa]s? presunt[oa]s? llamad[oa]s? primer[oa]? segund[oa] tercer[oa]? últim[oa]s?
    próxim[oa]s? únic[oa]s? sol[oa]s? otr[oa]s? mism[oa]s? casi más menos muy medi[oa] gran(?:des?)? pequeñ[oa]s? nuev[oa]-\\S* dos tres cuatro cinco seis siete ocho
    nueve diez vari[oa]s algun[oa]s much[oa]s poc[oa]s`),
  verbs: /^$/u,
}

const RUSSIAN: LittleWords = {
  prepositions: set(
    'в во на с со по за из от до для при о об обо у к ко под над без через после перед между против около среди из-за',
  ),
  determiners: set('этот эта это эти тот та те его её их свой своя свои каждый все весь вся'),
  joining: set('и или а но'),
  subordinating: set('что чтобы который которая которое которые когда если где хотя пока потому поскольку'),
  auxiliaries: set('был была было были будет будут быть может могут должен должна должны'),
  genitives: new Set(),
  locating: set('в во на при у около после перед'),
  moments:
    set(`понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье вчера сегодня утром вечером ночью днем днём
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря`),
  telling:
    /^(?:бывш|экс-|вице-|временн|исполняющ|заместител|будущ|предполагаем|мним|планируем|перв|втор|трет|последн|друг|единственн|почти|около|более|менее|нов|стар|больш|мал|половин|две|два|три|четыр|пят|шест|сем|восем|девят|десят|несколько|мног)/u,
  verbs: /^$/u,
}

const BY_LANGUAGE = new Map<string, LittleWords>([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ru', RUSSIAN],
])

/** The little words of a language. @param language two-letter code @returns undefined when they are not known */
export const littleWordsOf = (language: string | undefined): LittleWords | undefined => BY_LANGUAGE.get(language ?? '')
