import { z } from 'zod'

/** An option as typed words and platforms see it. */
export interface OptionField {
  readonly name: string
  readonly isRequired: boolean
  /** 'file': never typed; the platform hands the file in by `openFile`. */
  readonly type: 'text' | 'integer' | 'file'
  readonly choices?: readonly string[]
  /** Takes all words that no later option claims. */
  readonly isGreedy: boolean
  /** Takes the rest as it was typed: quotation marks, colons and all. */
  readonly isVerbatim: boolean
  /** Takes further words as long as they look like its values: `mon wed fri`. */
  readonly isSeveral: boolean
  readonly isSuggested: boolean
  /** Filled in by buttons only: not shown, not registered. */
  readonly isHidden: boolean
  /**
   * Whether a word can be told to be this option's without its name: one of its choices, a number, or of the form that
   * its schema declares; "any" when it takes whatever stands in its place.
   */
  readonly looksLike: 'any' | ((word: string) => boolean)
}

const fieldSchema = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  greedy: z.boolean().optional(),
  verbatim: z.boolean().optional(),
  several: z.boolean().optional(),
  /** A regular expression, in any case: words of this form are the option's, also where they stand out of turn. */
  form: z.string().optional(),
  suggested: z.boolean().optional(),
  hidden: z.boolean().optional(),
  file: z.boolean().optional(),
})
type FieldSchema = z.output<typeof fieldSchema>
const objectSchema = z.object({
  properties: z.record(z.string(), fieldSchema).default({}),
  required: z.array(z.string()).default([]),
})

function recognise(
  schema: z.core.$ZodType | undefined,
  { enum: choices, form, type }: FieldSchema,
): OptionField['looksLike'] {
  if (choices !== undefined) return word => z.safeParse(schema ?? z.never(), word.toLowerCase()).success
  if (form === undefined && type === 'integer') return word => /^\d+$/.test(word)
  if (form === undefined) return 'any'
  const pattern = new RegExp(form, 'i')
  return word => pattern.test(word)
}

/** The options of a schema, in its order. */
export function fieldsOf(options: z.ZodObject): readonly OptionField[] {
  const schema = objectSchema.parse(z.toJSONSchema(options, { io: 'input' }))
  return Object.entries(schema.properties).map(([name, field]) => ({
    name,
    isRequired: schema.required.includes(name),
    type: field.file === true ? 'file' : field.type === 'integer' ? 'integer' : 'text',
    ...(field.enum === undefined ? {} : { choices: field.enum }),
    isGreedy: field.greedy ?? false,
    isVerbatim: field.verbatim ?? false,
    isSeveral: field.several ?? false,
    isSuggested: field.suggested ?? false,
    isHidden: field.hidden ?? false,
    looksLike: recognise(options.shape[name], field),
  }))
}
