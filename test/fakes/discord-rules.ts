import { isJson, type Json, listComponents } from './discord-reader.ts'

/*
 * Rules of Discord that its OpenAPI description does not express, from
 * https://docs.discord.com/developers/resources/message, /components/reference and /interactions/application-commands.
 */
const V2 = 1 << 15
const EPHEMERAL = 1 << 6
const TEXT_DISPLAY = 10
const MOST_COMPONENTS = 40
const MOST_TEXT_CHARS = 4000
/** Above this (with 12 for each display) the API answers 500: discord-api-docs issue 8554. */
const MOST_TEXT_BYTES = 10_000
const MOST_EMBED_CHARS = 6000
const MOST_COMMAND_CHARS = 8000
/** Which components each kind may hold. */
const CHILDREN = new Map<unknown, readonly number[]>([
  [1, [2, 3, 5, 6, 7, 8]],
  [9, [10]],
  [17, [1, 9, 10, 12, 13, 14]],
])

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const within = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= most

function webAddresses(part: Json): readonly string[] {
  const media = [part, ...list(part.items)].flatMap(holder => (isJson(holder.media) ? [text(holder.media.url)] : []))
  return [...media, ...(part.url === undefined ? [] : [text(part.url)])]
}

function* componentFaults(part: Json): Generator<string> {
  if (part.type === TEXT_DISPLAY && text(part.content).trim() === '') yield 'an empty text display'
  if (part.custom_id !== undefined && !within(part.custom_id, 1, 100)) yield 'custom_id of 1 to 100 characters'
  if (part.type === 2 && !within(part.label, 1, 80)) yield 'label of 1 to 80 characters'
  if (part.type === 1 && (list(part.components).length < 1 || list(part.components).length > 5))
    yield 'a row of 1 to 5 buttons'
  if (part.type === 12 && (list(part.items).length < 1 || list(part.items).length > 10)) yield 'gallery of 1 to 10'
  if (part.type === 17 && list(part.components).length === 0) yield 'an empty container'
  for (const child of list(part.components))
    if (!CHILDREN.get(part.type)?.includes(Number(child.type))) yield `a ${child.type} inside a ${part.type}`
  for (const url of webAddresses(part))
    if (!/^https?:\/\//.test(url) || url.length > 2048 || !URL.canParse(url)) yield 'an address that is not http(s)'
}

function* v2Faults(body: Json, files: readonly string[]): Generator<string> {
  const parts = listComponents(body.components)
  if (text(body.content) !== '' || list(body.embeds).length > 0 || body.poll !== undefined)
    yield 'content, embeds or a poll beside components v2'
  if (parts.length > MOST_COMPONENTS) yield `${parts.length} components`
  const texts = parts.filter(part => part.type === TEXT_DISPLAY).map(part => text(part.content))
  const chars = texts.join('').length
  const bytes = texts.reduce((sum, words) => sum + Buffer.byteLength(words) + 12, 0)
  if (chars > MOST_TEXT_CHARS) yield `${chars} characters of text`
  if (bytes > MOST_TEXT_BYTES) yield `${bytes} bytes of text`
  const named = parts.flatMap(part => (isJson(part.file) ? [text(part.file.url)] : []))
  for (const name of files) if (!named.includes(`attachment://${name}`)) yield `file ${name} is not shown`
  for (const url of named) if (!files.includes(url.replace('attachment://', ''))) yield `no file for ${url}`
}

function embedChars(embed: Json): number {
  const footer = isJson(embed.footer) ? text(embed.footer.text) : ''
  const author = isJson(embed.author) ? text(embed.author.name) : ''
  const fields = list(embed.fields).map(field => text(field.name) + text(field.value))
  return [text(embed.title), text(embed.description), footer, author, ...fields].join('').length
}

/**
 * What is wrong with a message that is created or edited.
 * @param files names of the files sent along
 */
export function messageFaults(body: Json, files: readonly string[] = []): readonly string[] {
  const faults: string[] = []
  const parts = listComponents(body.components)
  const isV2 = (Number(body.flags ?? 0) & V2) !== 0
  const mentions = body.allowed_mentions
  if (!isJson(mentions) || !Array.isArray(mentions.parse) || mentions.parse.length > 0 || 'users' in mentions)
    faults.push('mentions are not switched off')
  if (text(body.content).length > 2000) faults.push('content above 2000 characters')
  if (list(body.embeds).reduce((sum, embed) => sum + embedChars(embed), 0) > MOST_EMBED_CHARS)
    faults.push('embeds above 6000 characters in all')
  if (isV2) faults.push(...v2Faults(body, files))
  else if (list(body.components).some(part => part.type !== 1)) faults.push('a v2 component without the flag')
  if (!isV2 && list(body.components).length > 5) faults.push('more than 5 rows')
  const ids = parts.flatMap(part => (part.custom_id === undefined ? [] : [part.custom_id]))
  if (new Set(ids).size < ids.length) faults.push('a custom_id twice')
  if (text(body.content) === '' && list(body.embeds).length === 0 && parts.length === 0 && files.length === 0)
    faults.push('an empty message')
  if (body.nonce !== undefined && String(body.nonce).length > 25) faults.push('nonce above 25 characters')
  if (!JSON.stringify(body).isWellFormed()) faults.push('a lone surrogate')
  return [...faults, ...parts.flatMap(part => [...componentFaults(part)])]
}

/** Whether only the person who asked sees the message. */
export const isEphemeral = (body: Json): boolean => (Number(body.flags ?? 0) & EPHEMERAL) !== 0

function commandChars(part: Json): number {
  const own = text(part.name) + text(part.description) + (typeof part.value === 'string' ? part.value : '')
  return [...list(part.options), ...list(part.choices)].reduce((sum, child) => sum + commandChars(child), own.length)
}

function* commandPartFaults(part: Json): Generator<string> {
  if (!/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(text(part.name))) yield `name ${text(part.name)}`
  const localized = isJson(part.description_localizations) ? Object.values(part.description_localizations) : []
  for (const words of [part.description, ...localized])
    if (!within(words, 1, 100)) yield `description of ${text(part.name)}`
  const options = list(part.options)
  if (options.length > 25 || list(part.choices).length > 25) yield `more than 25 options in ${text(part.name)}`
  if (part.autocomplete === true && list(part.choices).length > 0) yield `choices beside autocomplete`
  const firstOptional = options.findIndex(option => option.required !== true)
  if (firstOptional >= 0 && options.slice(firstOptional).some(option => option.required === true))
    yield `a required option after an optional one in ${text(part.name)}`
  for (const option of options) yield* commandPartFaults(option)
}

/** What is wrong with a list of chat-input commands. */
export function commandsFaults(body: unknown): readonly string[] {
  const commands = list(body)
  const names = commands.map(command => text(command.name))
  return [
    ...(commands.length > 100 ? ['more than 100 commands'] : []),
    ...(new Set(names).size < names.length ? ['a name twice'] : []),
    ...commands
      .filter(command => commandChars(command) > MOST_COMMAND_CHARS)
      .map(command => `${command.name} too long`),
    ...commands.flatMap(command => [...commandPartFaults(command)]),
  ]
}
