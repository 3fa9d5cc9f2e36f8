import type { ArticleSection, ArticleSentence } from '../text/article-text.ts'
import { SAYS, saysI, speaksOfSelf } from './cues.ts'

/** So many questions, and so many sentences of who speaks for himself below them, make a conversation. */
const FEWEST_QUESTIONS = 3
const FEWEST_OWN = 2

const QUESTION = /^(?:Q|Question|Frage|Pregunta|Вопрос)\s?:|\?["'”’»)\s]*$/u

const isQuestion = ({ heading }: ArticleSection): boolean => QUESTION.test(heading)

/** An interview in an article. */
interface Interview {
  /** The section, from 0, with which the answers begin. */
  readonly from: number
  /** What the one asked says, as against what the reporter writes around it. */
  readonly answers: ReadonlySet<ArticleSentence>
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
 */
export function findInterview(sections: readonly ArticleSection[]): Interview | undefined {
  const asked = sections.filter(isQuestion)
  if (asked.length < FEWEST_QUESTIONS) return undefined
  const own = asked.flatMap(({ sentences }) => sentences).filter(({ clean }) => !/["“]/u.test(clean) && saysI(clean))
  if (own.length < FEWEST_OWN) return undefined
  const from = sections.findIndex(isQuestion)
  const last = sections.length - 1
  const answers = sections
    .slice(from)
    .flatMap((section, at) => (from + at < last ? section.sentences : lastAnswer(section)))
  return { from, answers: new Set(answers) }
}
