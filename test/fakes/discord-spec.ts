import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isJson, type Json } from './discord-reader.ts'

/** Says what is wrong with a request by Discord's own OpenAPI description; nothing wrong = empty. */
export type SpecCheck = (method: string, path: string, body: unknown) => readonly string[]

interface Route {
  readonly method: string
  readonly path: string
  readonly pattern: RegExp
  readonly variables: number
}

/** Outside the project: the description is Discord's (github.com/discord/discord-api-spec, MIT). */
const SPEC = new URL('../../../shared/specs/discord-openapi.json', import.meta.url)

/** Request objects are open in the description, so that a misspelt field would pass. */
const CLOSED = /Request|RichEmbed|ApplicationCommand.*Option|AutocompleteCallback/

/** Fields that discord.js always sends though the description does not list them everywhere; false says nothing. */
const SENT_IN_VAIN = new Set(['tts', 'enforce_nonce'])

function routesOf(paths: Json): readonly Route[] {
  return Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.keys(isJson(operations) ? operations : {}).map(method => ({
        method: method.toUpperCase(),
        path,
        pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        variables: path.split('{').length,
      })),
    )
    .toSorted((a, b) => a.variables - b.variables)
}

/** Where the description and the documented API differ, the documented one is right. */
function mendSchema(name: string, schema: unknown): unknown {
  if (!isJson(schema) || !isJson(schema.properties)) return schema
  const properties: Record<string, unknown> = { ...schema.properties }
  if ('default_member_permissions' in properties)
    properties.default_member_permissions = { type: ['string', 'null'], pattern: '^[0-9]+$' }
  if (/Message(Create|Edit)Request/.test(name) && isJson(properties.content))
    properties.content = { ...properties.content, maxLength: 2000 }
  const isClosed = CLOSED.test(name) && schema.type === 'object' && schema.additionalProperties === undefined
  return { ...schema, properties, ...(isClosed ? { additionalProperties: false } : {}) }
}

const pointer = (path: string): string =>
  path.replace(/~/g, '~0').replace(/\//g, '~1').replace(/\{/g, '%7B').replace(/\}/g, '%7D')

function loadCheck(): SpecCheck {
  const api: unknown = JSON.parse(readFileSync(SPEC, 'utf8'))
  if (!isJson(api) || !isJson(api.paths) || !isJson(api.components) || !isJson(api.components.schemas))
    throw new Error('discord-openapi.json is not an OpenAPI document')
  const schemas = Object.fromEntries(
    Object.entries(api.components.schemas).map(([name, schema]) => [name, mendSchema(name, schema)]),
  )
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const format of ['nonce', 'int32', 'int64', 'double', 'binary']) ajv.addFormat(format, true)
  ajv.addFormat('snowflake', /^(0|[1-9][0-9]*)$/)
  ajv.addSchema({ $id: 'discord', paths: api.paths, components: { ...api.components, schemas } })
  const routes = routesOf(api.paths)
  const compiled = new Map<Route, ValidateFunction>()
  const validatorOf = (route: Route): ValidateFunction => {
    const at = `discord#/paths/${pointer(route.path)}/${route.method.toLowerCase()}/requestBody/content`
    const made = compiled.get(route) ?? ajv.compile({ $ref: `${at}/application~1json/schema` })
    compiled.set(route, made)
    return made
  }
  return (method, path, body) => {
    const route = routes.find(candidate => candidate.method === method && candidate.pattern.test(path))
    if (route === undefined) return [`no route ${method} ${path}`]
    if (body === undefined) return []
    const sent: unknown = JSON.parse(
      JSON.stringify(body, (key, value: unknown) => (SENT_IN_VAIN.has(key) && value === false ? undefined : value)),
    )
    const validate = validatorOf(route)
    if (validate(sent)) return []
    return (validate.errors ?? []).map(
      fault => `${fault.instancePath} ${fault.message} ${fault.params.additionalProperty ?? ''}`,
    )
  }
}

let loaded: SpecCheck | undefined

/** The check, compiled once for what the bot sends; undefined (and a warning) when the description is not there. */
export function findSpecCheck(): SpecCheck | undefined {
  if (!existsSync(SPEC)) {
    console.warn('SKIPPED: no ../shared/specs/discord-openapi.json, so requests are not checked against it')
    return undefined
  }
  if (loaded !== undefined) return loaded
  loaded = loadCheck()
  for (const [method, path, body] of [
    ['POST', '/channels/1/messages', {}],
    ['PUT', '/applications/1/commands', []],
    ['POST', '/interactions/1/t/callback', {}],
    ['POST', '/webhooks/1/t', {}],
    ['PATCH', '/webhooks/1/t/messages/@original', {}],
  ] as const)
    loaded(method, path, body)
  return loaded
}
