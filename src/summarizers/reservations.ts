// Words that a sentence can not lose and still say the same: negations, doubts, limits. In the languages that the rules know.

/** Any of some words in any letters, of any alphabet; \b knows ASCII only. @param list separated by | or lines */
export const words = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.trim().replaceAll(/\s*\n\s*/g, '|')})(?![\\p{L}\\p{N}])`, 'iu')

/** Words that turn a statement round. */
export const TURNS = words(`
  not|no|never|none|nobody|nothing|neither|nor|without|unless|hardly|barely|cannot|\\p{L}+n['’]t|against|instead
  den(?:y|ies|ied|ying)|refus\\p{L}*|reject\\p{L}*|fail(?:s|ed|ing)?|false(?:ly)?|untrue|ruled out|except|yet to
  dismiss\\p{L}*|cancel\\p{L}*|scrap(?:s|ped)|block(?:s|ed)|prevent\\p{L}*|avoid\\p{L}*
  nicht|kein\\p{L}*|nie|niemals|niemand|nichts|ohne|gegen|bestreite\\p{L}*|bestritt\\p{L}*|dementier\\p{L}*|lehnt\\p{L}*|weiger\\p{L}*|weder
  ne|n['’]\\p{L}+|pas|jamais|sans|aucun\\p{L}*|contre|ni|rejet\\p{L}*|dément\\p{L}*|nie(?:nt)?|refuse\\p{L}*
  no|nunca|sin|ningun\\p{L}*|ningún|tampoco|contra|niega\\p{L}*|negó|rechaz\\p{L}*|non|mai|senza|nessun\\p{L}*|contro|nega\\p{L}*|não|sem|nenhum\\p{L}*
  niet|geen|nooit|zonder|tegen|inte|aldrig|utan|ikke|nie|nigdy|bez|przeciw\\p{L}*|žádn\\p{L}*
  не|ни|нет|без|никогда|никто|ничего|против|отриц\\p{L}*|опроверг\\p{L}*|отказ\\p{L}*|ні|немає|ніколи|проти|заперечу\\p{L}*
  değil|yok|لا|لم|لن|ليس|ضد`)
/** Words that leave it open whether something is so. */
export const HEDGES = words(`
  may|might|could|can|would|should|perhaps|presumabl[ey]|provisional(?:ly)?|preliminary|unconfirmed|possibl[ey]|probabl[ey]|likely|unlikely|if|whether|alleged(?:ly)?|suspected|reportedly|apparent(?:ly)?
  expect(?:s|ed)?|plan(?:s|ned)? to|planned|propos\\p{L}*|consider\\p{L}*|believe[sd]?|estimat\\p{L}*|fear\\p{L}*|suspicion|in theory|hop(?:e|es|ed)|threat\\p{L}*|want(?:s|ed)?|seek(?:s|ing)?|try|trying|tried|tries
  könnte\\p{L}*|dürfte\\p{L}*|sollte\\p{L}*|soll|sollen|habe|sei|seien|werde|könne|müsse|solle|wolle|dürfe|würde\\p{L}*|vielleicht|möglich\\p{L}*|wahrscheinlich|mutmaßlich\\p{L}*|wenn|falls|ob|wollen|plant|planen|erwart\\p{L}*
  pourrai\\p{L}*|serai\\p{L}*|aurai\\p{L}*|peut-être|probable\\p{L}*|présumé\\p{L}*|si|veut|veulent|prévoi\\p{L}*
  podría\\p{L}*|habría\\p{L}*|tendría\\p{L}*|sería\\p{L}*|quizá\\p{L}*|presunt\\p{L}*|si|quiere\\p{L}*|potrebbe\\p{L}*|sarebbe\\p{L}*|se|forse|poderia\\p{L}*|talvez
  может|могут|возможно|вероятно|якобы|если|бы|предположительно|хочет|хотят|планиру\\p{L}*|може|можуть|можливо|якщо|нібито`)

/** Words that make a statement hold for fewer. */
export const SHARES = words(`
  few|fewer|some|several|most|mostly|partly|part of|half|einige|wenige|manche|meisten|teilweise|teils|certain(?:e)?s|quelques|la plupart
  algun[oa]s|poc[oa]s|la mayoría|некоторые|немногие|большинство|деякі`)

/** Words that take back, or bind to a condition, what a statement would say without them. */
export const PROVISOS = words(`
  only|just|excluding|excludes?|excluded|apart from|other than|exceptions?|before tax|after tax|pre-tax|net of|adjusted|unaudited|provided|subject to
  so-called|pretend\\p{L}*|attempt\\p{L}*|fake|hoax|purported(?:ly)?|wrong(?:ly)?|misleading|baseless|unfounded|exaggerated|mistaken(?:ly)?|disput\\p{L}*|contest(?:s|ed)|doubt\\p{L}*|overturned|acquitted
  permitting|depending|on condition|in case|in the event|as long as|assuming|as soon as|cleared|withdrawn|retracted|pending|should|remains? to be|stop(?:s|ped)?|until|former(?:ly)?
  nur|ausgenommen|außer|ausschließlich|abzüglich|bereinigt|angeblich\\p{L}*|sogenannte\\p{L}*|versucht\\p{L}*|umstritten\\p{L}*|vorläufig\\p{L}*
  freigesprochen\\p{L}*|irrtümlich|fälschlich\\p{L}*
  seulement|uniquement|réservé\\p{L}*|hors|hormis|sauf|excepté|prétendu\\p{L}*|soi-disant|conteste\\p{L}*|à tort|provisoire\\p{L}*|acquitté\\p{L}*
  sólo|solo|excepto|salvo|excluid[oa]s?|supuest\\p{L}*|llamad[oa]s|provisional\\p{L}*|absuelt[oa]s?|por error
  только|лишь|кроме|за исключением|так называем\\p{L}*|предварительн\\p{L}*|оправдан\\p{L}*|ошибочно|лише|тільки|окрім`)

/** Before the one who did it, in a sentence that tells first whom it was done to. */
export const AGENTS = words('by|von|vom|par|por|pel[oa]|dal?|dall[aeo]')

/** Between two things of which one is said, and of the other something else. */
export const CONTRASTS = words('but|whereas|unlike|aber|sondern|hingegen|mais|contrairement|pero|sino|но')
