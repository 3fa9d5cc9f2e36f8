const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Written with a full stop and always followed by something: never the end of a sentence. Case matters. */
export const NEVER_LAST = words(`
  Mr Mrs Ms Mx Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Gens Col Maj Capt Cmdr Lt Sgt Cpl Adm Brig Hon Rev Fr St Ste
  Mt Ft Pres Supt Det Insp Messrs Mme Mlle MM Me Mgr Sr Sra Srta Dott Sig Hr Fam Frau Herr Abs Bd Ing Dipl Univ Assn Dept
  vs v pp vol approx eg ie e.g i.e cf al viz ca bzw vgl sog inkl evtl ggf z.B d.h u.a z.T i.d.R o.g s.o av env éd
  им ул просп пр пл обл р-н см стр напр т.е т.н акад проф ген род`)

/** Not the end of a sentence when a number follows: "No. 5", "Art. 12", "p. 7". Lower-cased. */
export const BEFORE_NUMBER = words('no nos nr núm num n art fig figs ch sec p s vol pos abs op rn č № ст п гл рис')

/** Abbreviations that end a sentence only when a word follows that usually begins one. Case matters. */
export const MAYBE_LAST = words(`
  Jr Sr Inc Ltd Co Corp LLC plc Plc etc Bros Esq Ave Blvd Rd
  Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  min max hr hrs km kg lbs oz Mio Mrd Tsd usw usf janv févr juil
  г гг в вв т.д т.п др пр млн млрд тыс руб коп долл`)

/** Words with which sentences of news text usually begin. Lower-cased. */
export const STARTERS = words(`
  the a an in on at it its he she they we i you this that these those but and or so if when while after before as for from
  with by to of his her their our my your there here however meanwhile also not no one two three many some most all both
  each another such what who where why how which yes according although because since during until under over last earlier
  later now then still yet even just only despite among between about against
  le la les l un une des il elle ils elles on ce cette ces mais dans selon après avant pour
  der die das den dem ein eine er sie es wir ich und aber doch nach vor bei im am zum zur laut
  el los las una él ella su sus en según por para con
  lo gli un'altra nel nella dopo secondo per
  он она они оно мы в на по из за для это этот эта эти но и а при как после до также ранее однако
`)

/** Weekdays, months and zones that may follow a time of day ("9 a.m. Monday", "5 p.m. ET"). */
export const AFTER_TIME = new RegExp(
  '^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}|Eastern|Pacific|Central|Mountain|' +
    'Jan\\S*|Feb\\S*|March|Apr\\S*|May|June|July|Aug\\S*|Sept\\S*|Oct\\S*|Nov\\S*|Dec\\S*)$',
)

/** German months: "am 5. Juni" is one phrase. */
export const GERMAN_MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/u
