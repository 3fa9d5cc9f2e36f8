import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Params } from './telegram-rules.ts'

interface SpecField {
  readonly name: string
  readonly types: readonly string[]
  readonly required: boolean
  readonly description: string
}

interface Spec {
  readonly methods: Readonly<Record<string, { readonly fields?: readonly SpecField[] }>>
  readonly types: Readonly<Record<string, { readonly fields?: readonly SpecField[]; readonly subtypes?: string[] }>>
}

type Schema = Record<string, unknown>

/** What is wrong with a request according to the published description of the Bot API; empty when nothing is. */
export type SpecCheck = (method: string, params: Params) => readonly string[]

const SPEC_FILE = fileURLToPath(new URL('../../../shared/specs/telegram-api.json', import.meta.url))
const ARRAY = 'Array of '
const PRIMITIVES = new Map<string, Schema>([
  ['Integer', { type: 'integer' }],
  ['String', { type: 'string' }],
  ['Boolean', { type: 'boolean' }],
  ['True', { const: true }],
  ['Float', { type: 'number' }],
  ['InputFile', { type: 'string', pattern: '^attach://' }],
])

function typeSchema(type: string): Schema {
  if (type.startsWith(ARRAY)) return { type: 'array', items: typeSchema(type.slice(ARRAY.length)) }
  return PRIMITIVES.get(type) ?? { $ref: `#/$defs/${type}` }
}

/** Limits stand in the prose only; those on text before markup is read are ours to check (telegram-rules.ts). */
function limits({ types, description }: SpecField): Schema {
  const range = /(\d+)-(\d+) characters/.exec(description)
  const values = /Values between (\d+)-(\d+)/.exec(description)
  const most = /At most (\d+)/i.exec(description)
  const constant = /(?:always|must be) [“"]?(\w+)[”"]?$/.exec(description)
  if (types[0] === 'String' && range !== null && !description.includes('after entities')) {
    return { minLength: Number(range[1]), maxLength: Number(range[2]) }
  }
  if (types[0] === 'String' && constant !== null) return { const: constant[1] }
  if (types[0] === 'Integer' && values !== null) return { minimum: Number(values[1]), maximum: Number(values[2]) }
  return types[0]?.startsWith(ARRAY) === true && most !== null ? { maxItems: Number(most[1]) } : {}
}

function objectSchema(fields: readonly SpecField[]): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      fields.map(field => [field.name, { anyOf: field.types.map(typeSchema), ...limits(field) }]),
    ),
  }
}

/** A check against the description beside the project; undefined, with a loud word, when it is not there. */
export function findTelegramSpec(): SpecCheck | undefined {
  if (!existsSync(SPEC_FILE)) {
    console.warn('SKIPPED: ../shared/specs/telegram-api.json is absent; requests are checked by our own rules only')
    return undefined
  }
  const spec = JSON.parse(readFileSync(SPEC_FILE, 'utf8')) as Spec
  const definitions = Object.fromEntries(
    Object.entries(spec.types).map(([name, { fields, subtypes }]) => [
      name,
      subtypes === undefined ? objectSchema(fields ?? []) : { anyOf: subtypes.map(typeSchema) },
    ]),
  )
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  return (method, params) => {
    const described = spec.methods[method]
    if (described === undefined) return [`${method}: no such method`]
    const validate =
      compiled.get(method) ?? ajv.compile({ ...objectSchema(described.fields ?? []), $defs: definitions })
    compiled.set(method, validate)
    validate(params)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${method}${instancePath} ${message ?? ''}`)
  }
}
