import type { ArticleSection, ArticleSentence } from '../text/article-text.ts'
import { SAYS, saysI, speaksOfSelf } from './cues.ts'

/** So many questions, and so many sentences of who speaks for himself below them, make a conversation. */
const FEWEST_QUESTIONS = 3
const FEWEST_OWN = 2

/** A title or an introduction that calls it one. */
const CALLED =
  /(?<!\p{L})(?:interview|q ?& ?a|in conversation|im gespräch|gespräch mit|entretien|entrevista|intervista|интервью|(?:we|the \p{L}+) (?:spoke|talked) (?:to|with) (?:him|her|them)|wir (?:sprachen|haben) mit (?:ihm|ihr))(?!\p{L})/iu
/** "We" may be the newspaper's own, as in an explainer; "I" is somebody's. */
const SINGULAR =
  /(?<!\p{L})(?:I|me|my|I['’]\p{L}+|ich|mich|mir|mein\p{L}*|je|j['’]\p{L}+|moi|mon|ma|mes|yo|mi|me|creo|io|mio|mia|я|мне|меня)(?!\p{L})/u

const QUESTION = /^(?:Q|Question|Frage|Pregunta|Вопрос)\s?:|\?["'”’»)\s]*$/u

const isQuestion = ({ heading }: ArticleSection): boolean => QUESTION.test(heading)

/** An interview in an article. */
interface Interview {
  /** The section, from 0, with which the answers begin. */
  readonly from: number
  /** What the one asked says, as against what the reporter writes around it. */
  readonly answers: ReadonlySet<ArticleSentence>
  /** Somebody says "I", or it is called an interview: no explainer in which a newspaper says "we". */
  readonly isCertain: boolean
}

/** What stands below the last question up to the paragraph in which the reporter tells what somebody else said. */
function lastAnswer({ sentences }: ArticleSection): readonly ArticleSentence[] {
  const paragraphs = sentences.flatMap(({ opensParagraph }, at) => (opensParagraph ? [at] : []))
  const reported = paragraphs.slice(1).find(from => {
    const next = paragraphs.find(at => at > from)
    const paragraph = sentences.slice(from, next)
    return paragraph.some(({ clean }) => SAYS.test(clean)) && !paragraph.some(({ clean }) => speaksOfSelf(clean))
  })
  return sentences.slice(0, reported)
}

/**
 * Finds the answers of an interview; undefined for other articles. An explainer has questions for sub-headings as well,
 * but nobody in it says "I" or "we" outside quotation marks.
 * @param title of the article: it may call it an interview
 */
export function findInterview(sections: readonly ArticleSection[], title = ''): Interview | undefined {
  const asked = sections.filter(isQuestion)
  if (asked.length < FEWEST_QUESTIONS) return undefined
  const own = asked.flatMap(({ sentences }) => sentences).filter(({ clean }) => !/["“]/u.test(clean) && saysI(clean))
  const from = sections.findIndex(isQuestion)
  const opening = sections.slice(0, from).flatMap(({ sentences }) => sentences)
  const isCalled = [title, ...opening.map(({ clean }) => clean)].some(text => CALLED.test(text))
  if (own.length < FEWEST_OWN && !isCalled) return undefined
  const last = sections.length - 1
  const answers = sections
    .slice(from)
    .flatMap((section, at) => (from + at < last ? section.sentences : lastAnswer(section)))
  return { from, answers: new Set(answers), isCertain: isCalled || own.some(({ clean }) => SINGULAR.test(clean)) }
}
