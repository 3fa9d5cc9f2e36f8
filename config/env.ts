import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { StartError } from '../src/model/errors.ts'
import { isTimeZone } from '../src/text/moments.ts'

/** A blank line of .env means "not set". */
const blankIsUnset = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value)

const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional())

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):(\d{1,5})$/i
const LARGEST_PORT = 65_535

const hostSchema = z.string().transform((entry, context) => {
  const match = HOST.exec(entry.trim())
  const port = Number(match?.[2])
  if (match?.[1] !== undefined && port >= 1 && port <= LARGEST_PORT) return { host: match[1].toLowerCase(), port }
  context.addIssue({ code: 'custom', message: 'must be host:port entries, separated by commas' })
  return z.NEVER
})

/** The shapes of the two platforms' tokens, so that a mixed-up or cut token is noticed before it is sent anywhere. */
const TELEGRAM_TOKEN = /^\d{5,}:[\w-]{30,}$/
const DISCORD_TOKEN = /^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/

/** Ranges that no stranger listens in on; carrierGradeNat is what VPNs use. */
const PRIVATE_RANGES = ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']
/** Names that only a private network knows: "ollama", "box.local". */
const PRIVATE_NAME = /^[a-z0-9_-]+$|(?:^|\.)localhost$|\.(?:local|internal|lan|home\.arpa)$/i

/** Whether texts may go there in the clear. */
function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) ? PRIVATE_RANGES.includes(ipaddr.parse(host).range()) : PRIVATE_NAME.test(host)
}

const modelUrlSchema = z.string().transform((given, context) => {
  const refuse = (message: string): never => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (!URL.canParse(given.trim())) return refuse('must be an http(s) address')
  const url = new URL(given.trim())
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('must be an http(s) address')
  if (url.username !== '' || url.password !== '') return refuse('must hold no password; LLM_API_KEY is for that')
  if (url.search !== '' || url.hash !== '') return refuse('must end with its path')
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
    return refuse('must be https; plain http only to this machine or a private network')
  }
  return url.href.replace(/\/+$/, '')
})

/** What may stand in an HTTP header. */
const HEADER_VALUE = /^[\x21-\x7e]+$/
const LONGEST_MODEL_NAME = 100
const DEFAULT_DAILY_TOKENS = 200_000

/** Every environment variable of the project. A test holds .env.example equal to its keys. */
export const Env = z.object({
  DISCORD_TOKEN: optional(z.string().regex(DISCORD_TOKEN, 'does not look like a Discord bot token')),
  TELEGRAM_TOKEN: optional(z.string().regex(TELEGRAM_TOKEN, 'does not look like a Telegram bot token')),
  DATABASE_PATH: optional(z.string()),
  TIMEZONE: optional(z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')),
  ALLOW_HOSTS: optional(
    z
      .string()
      .transform(list => list.split(','))
      .pipe(z.array(hostSchema)),
  ),
  CONTACT_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
  FULL_TEXT: optional(z.enum(['on', 'off'])),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
  DISCORD_API_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
  TELEGRAM_API_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
  LLM_BASE_URL: optional(modelUrlSchema),
  LLM_API_KEY: optional(z.string().trim().regex(HEADER_VALUE, 'must be printable characters without blanks')),
  LLM_MODEL: optional(
    z
      .string()
      .trim()
      .max(LONGEST_MODEL_NAME, `must have at most ${LONGEST_MODEL_NAME} characters`)
      .regex(/^[\w./:@+-]+$/, 'must be the name of a model, as its server spells it'),
  ),
  LLM_DAILY_TOKENS: optional(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,11}$/, 'must be a whole number of tokens, from 1')
      .transform(Number),
  ),
})

export type LogLevel = NonNullable<z.output<typeof Env>['LOG_LEVEL']>

/** The configuration of a process: read once, then handed on as values. */
export interface Config {
  readonly discordToken?: string
  readonly telegramToken?: string
  readonly databasePath: string
  readonly timezone: string
  /** Private hosts that feeds may be read from. */
  readonly allowHosts: readonly { readonly host: string; readonly port: number }[]
  /** Told to publishers in the User-Agent, so that they can reach the operator. */
  readonly contactUrl?: string
  /** Pages of articles are read when the feed gives only a teaser. */
  readonly readsPages: boolean
  readonly logLevel?: LogLevel
  /** Other addresses of the platforms' APIs (a local Bot API server, a proxy). */
  readonly discordApiUrl?: string
  readonly telegramApiUrl?: string
  /** A language model that channels may choose. */
  readonly llm?: LlmConfig
}

/** An OpenAI-compatible endpoint. */
export interface LlmConfig {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly apiKey?: string
  readonly model: string
  /** What a day may cost over all channels. */
  readonly dailyTokens: number
}

const DEFAULT_DATABASE = 'data/tidings.db'

const faultLine = ({ path, message }: z.core.$ZodIssue): string =>
  `  ${path[0]?.toString() ?? 'environment'}: ${message}`

/** Zod's own texts may quote what was given; a fault names the key and the rule, never the value. */
function withoutValues(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code === 'invalid_value') return { ...issue, message: `must be one of ${issue.values.join(', ')}` }
  return issue
}

/** Drops what is not set. */
const present = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** Takes the file .env of the working directory into the environment, if there is one. What is set already wins. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

const PROXY_NAME = /^(?:https?|all)_proxy$/i

/**
 * A proxy connects in our name, so that the guard would check the proxy's address and not the publisher's. The names
 * belong to other programs, in whatever case (https://curl.se/docs/manpage.html#ENVIRONMENT); their values may hold a password.
 */
function refuseProxies(environment: Readonly<Record<string, string | undefined>>): void {
  const names = Object.entries(environment)
    .filter(([name, value]) => PROXY_NAME.test(name) && blankIsUnset(value) !== undefined)
    .map(([name]) => name)
    .toSorted()
  if (names.length === 0) return
  throw new StartError(
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set, but Tidings does not read feeds through a proxy: it could no longer see ` +
      'which address a feed is fetched from, and a feed could reach into your private network.\n' +
      `Start Tidings without: env ${names.map(name => `-u ${name}`).join(' ')} npm start`,
  )
}

/** A model needs both its address and its name; the other keys mean nothing without them. */
function llmFaults(env: z.output<typeof Env>): readonly string[] {
  const isAny = [env.LLM_BASE_URL, env.LLM_MODEL, env.LLM_API_KEY, env.LLM_DAILY_TOKENS].some(
    value => value !== undefined,
  )
  const missing = isAny ? (['LLM_BASE_URL', 'LLM_MODEL'] as const).filter(key => env[key] === undefined) : []
  return missing.map(key => `  ${key}: must be set as well, or no key that begins with LLM_`)
}

function llmOf({
  LLM_BASE_URL,
  LLM_API_KEY,
  LLM_MODEL,
  LLM_DAILY_TOKENS,
}: z.output<typeof Env>): LlmConfig | undefined {
  if (LLM_BASE_URL === undefined || LLM_MODEL === undefined) return undefined
  return {
    baseUrl: LLM_BASE_URL,
    model: LLM_MODEL,
    dailyTokens: LLM_DAILY_TOKENS ?? DEFAULT_DAILY_TOKENS,
    ...present({ apiKey: LLM_API_KEY }),
  }
}

/**
 * Reads the configuration.
 * @param environment process.env, or a test's own
 * @throws StartError naming every fault by its key, never a value; also when a proxy is set
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  refuseProxies(environment)
  const parsed = Env.safeParse(environment)
  const faults = parsed.success
    ? llmFaults(parsed.data)
    : parsed.error.issues.map(issue => faultLine(withoutValues(issue)))
  if (!parsed.success || faults.length > 0) {
    throw new StartError(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.join('\n')}\n` +
        'Correct the environment or the file .env (see .env.example) and start again.',
    )
  }
  const env = parsed.data
  return {
    databasePath: env.DATABASE_PATH ?? DEFAULT_DATABASE,
    timezone: env.TIMEZONE ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    allowHosts: env.ALLOW_HOSTS ?? [],
    readsPages: env.FULL_TEXT !== 'off',
    ...present({
      discordToken: env.DISCORD_TOKEN,
      telegramToken: env.TELEGRAM_TOKEN,
      contactUrl: env.CONTACT_URL,
      logLevel: env.LOG_LEVEL,
      discordApiUrl: env.DISCORD_API_URL,
      telegramApiUrl: env.TELEGRAM_API_URL,
      llm: llmOf(env),
    }),
  }
}
