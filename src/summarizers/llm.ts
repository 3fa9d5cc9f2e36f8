import type { Article } from '../model/article.ts'
import type { Bullet } from '../model/digest.ts'
import type { Focus, Summarizer, WordingModel } from '../ports/summarizer.ts'
import { extractBullets } from './extractive.ts'
import { gated } from './gate.ts'
import { createQuestions, type LlmOptions, type LlmParts } from './llm-questions.ts'
import { ModelError } from './model-client.ts'
import { promptOf, sentencesFor } from './model-prompt.ts'
import { readStory } from './reading.ts'
import type { ReadArticle, StorySentence } from './story.ts'
import { fillSlots } from './worded.ts'

/** How long one story waits for the model. */
export const STORY_LIMIT_MS = 20_000
/** Stories that are asked about at the same time. */
const STORIES_AT_ONCE = 4
/** Tokens of a question: some eighty sentences. */
const PROMPT_TOKENS = 4_000
const MOST_BULLETS = 12

interface Question {
  readonly articles: readonly Article[]
  readonly readings: readonly ReadArticle[]
  readonly wanted: number
  readonly plain: readonly Bullet[]
  readonly focus: Focus | undefined
}

/** The sentences that the plain bullets are made of. */
function sentencesOf(plain: readonly Bullet[], { articles, readings }: Question): readonly StorySentence[] {
  return plain.flatMap(({ citations: [{ articleId, start }] }) => {
    const article = articles.findIndex(({ id }) => id === articleId)
    const candidate = readings[article]?.candidates.find(other => other.start === start)
    return candidate === undefined ? [] : [{ article, candidate }]
  })
}

/**
 * A model behind an OpenAI-compatible endpoint that puts bullets into words. It is given sentences of the story's
 * articles and nothing else; what it answers has to pass the gate, bullet by bullet. Whatever goes wrong with it, the
 * bullets come in time, in the sources' own words: it never throws but for an aborted signal.
 */
export function createWordingModel(options: LlmOptions, parts: LlmParts): WordingModel {
  const { model } = options
  const { clock, log } = parts
  const questions = createQuestions(options, parts)

  async function word(question: Question, limitMs: number, signal: AbortSignal): Promise<readonly Bullet[]> {
    const { articles, readings, wanted, plain, focus } = question
    const shown = sentencesFor(articles, readings, sentencesOf(plain, question))
    const room = Math.min(PROMPT_TOKENS, await questions.room())
    const story = promptOf(shown, { bullets: wanted, language: readings[0]?.language }, room)
    if (story === undefined) {
      if (shown.length > 0) log.warn({ model, reason: 'overBudget' }, 'the model words no bullets')
      return plain
    }
    const proposals = await questions.ask(story, limitMs, signal)
    if (proposals === undefined) return plain
    const { sentences } = story
    const { bullets, reasons } = fillSlots(proposals, plain, wanted, { articles, readings, sentences, model, focus })
    if (reasons.length > 0) log.debug({ model, reasons }, 'bullets of the model did not pass the gate')
    return bullets
  }

  function until(at: Date): Summarizer {
    /** One story was waited for in vain: the others of the digest are not. */
    let isLate = false
    return {
      name: 'llm',
      atOnce: STORIES_AT_ONCE,
      async summarize(articles, bullets, signal, focus) {
        signal.throwIfAborted()
        const wanted = Math.min(MOST_BULLETS, Math.max(1, Math.floor(bullets)))
        const plain = extractBullets(articles, wanted, focus === undefined ? { signal } : { signal, focus })
        const limitMs = Math.min(STORY_LIMIT_MS, at.getTime() - clock.now().getTime())
        // Nothing found is said before any model is asked.
        if (plain.length === 0 || limitMs <= 0 || isLate || questions.isPaused()) return plain
        try {
          const readings = readStory(articles, focus, signal)
          return await word({ articles, readings, wanted, plain, focus }, limitMs, signal)
        } catch (error) {
          signal.throwIfAborted()
          isLate ||= error instanceof ModelError && error.kind === 'slow'
          questions.failed(error)
          return plain
        }
      },
    }
  }

  return { model, host: new URL(options.baseUrl).host, until: at => gated(until(at)) }
}
