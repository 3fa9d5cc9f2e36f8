import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  type RateLimitData,
  REST,
  RESTEvents,
  type RESTOptions,
} from 'discord.js'
import { StartError } from '../../model/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { describeError, isTokenRefused } from './errors.ts'

/** Longest that one request may take. */
const REST_TIMEOUT_MS = 15_000

/** A longer wait that Discord asks for is handed to the caller instead of being slept. */
const LONGEST_WAIT_MS = 10_000

/** After how many answers 401, 403 and 429 each warning is logged. */
const INVALID_REQUESTS_WARNING = 500

const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 300_000

const CLOSED_FOR_TOKEN: readonly number[] = [GatewayCloseCodes.AuthenticationFailed]
const CLOSED_FOR_INTENTS: readonly number[] = [GatewayCloseCodes.InvalidIntents, GatewayCloseCodes.DisallowedIntents]

const NEW_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy the token from the Bot page of your application at ' +
  'https://discord.com/developers/applications (Reset Token makes a new one), set DISCORD_TOKEN to it and start again.'
const NEW_INTENTS =
  'Discord does not allow the bot of DISCORD_TOKEN the gateway intents it asked for. Open the Bot page of the ' +
  'application at https://discord.com/developers/applications, check its status, and start again.'

/** How the platform reaches Discord. */
export interface ConnectionOptions {
  readonly token: string
  readonly log: Log
  readonly clock: Clock
  readonly restUrl?: string
}

const isLongWait = (limit: RateLimitData): boolean => limit.retryAfter > LONGEST_WAIT_MS

/** The token as Discord's client wants it: without spaces around it and without "Bot ". */
export const bareToken = (token: string): string => token.trim().replace(/^(Bot|Bearer)\s+/i, '')

/**
 * Refuses what can not be a token before anything is connected.
 * @throws StartError
 */
export function checkToken(token: string): void {
  if (!/^[\x21-\x7E]+$/.test(token)) throw new StartError(NEW_TOKEN)
}

type MakeRequest = RESTOptions['makeRequest']

/**
 * Requests as the client makes them, but for files: their form is sent as bytes. The client shares the process's
 * dispatcher with any other undici, and version 8 refuses the forms that it did not make itself.
 */
const makeRequest: MakeRequest = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init)
  const form = new Response(init.body)
  const headers = { ...init.headers, 'content-type': form.headers.get('content-type') ?? '' }
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) })
}

/** A REST client for single attempts: whoever calls decides what a failure means and when to try again. */
export function createRest(options: ConnectionOptions): REST {
  const api = options.restUrl === undefined ? {} : { api: options.restUrl }
  const rest = new REST({
    ...api,
    version: '10',
    makeRequest,
    timeout: REST_TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: isLongWait,
    invalidRequestWarningInterval: INVALID_REQUESTS_WARNING,
  }).setToken(options.token)
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    options.log.warn({ platform: 'discord', count }, 'many refused requests: at 10,000 in 10 minutes Discord bans'),
  )
  return rest
}

/** Only what answering needs is remembered: caches grow with the months (https://github.com/discordjs/discord.js/issues/7474). */
function clientOptions(options: ConnectionOptions): ClientOptions {
  const isSelf = (value: { id: string; client: Client<true> }): boolean => value.id === value.client.user.id
  return {
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: isSelf },
      UserManager: { maxSize: 0, keepOverLimit: isSelf },
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      GuildScheduledEventManager: 0,
      AutoModerationRuleManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
    rest: {
      ...(options.restUrl === undefined ? {} : { api: options.restUrl }),
      makeRequest,
      timeout: REST_TIMEOUT_MS,
      rejectOnRateLimit: isLongWait,
    },
  }
}

function createClient(options: ConnectionOptions): Client {
  const client = new Client(clientOptions(options))
  const warn = (error: unknown): void =>
    options.log.warn({ platform: 'discord', error: describeError(error, options.token) }, 'connection trouble')
  client.on(Events.Error, warn)
  client.on(Events.ShardError, warn)
  client.on(Events.ShardDisconnect, event =>
    options.log.error({ platform: 'discord', code: event.code }, 'Discord closed the connection for good'),
  )
  return client
}

/** One attempt to log in; resolves when events are being received. */
async function login(client: Client, token: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const abort = (): void => reject(signal.reason)
  client.once(Events.ClientReady, () => resolve())
  client.once(Events.ShardDisconnect, ({ code }) => {
    if (CLOSED_FOR_TOKEN.includes(code)) reject(new StartError(NEW_TOKEN))
    else if (CLOSED_FOR_INTENTS.includes(code)) reject(new StartError(NEW_INTENTS))
    else reject(new Error(`the gateway closed with code ${code}`))
  })
  signal.addEventListener('abort', abort, { once: true })
  try {
    signal.throwIfAborted()
    client.login(token).catch(error => reject(isTokenRefused(error) ? new StartError(NEW_TOKEN) : error))
    await promise
  } catch (error) {
    await client.destroy().catch(() => undefined)
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/**
 * Connects to Discord; while Discord can not be reached, tries again with growing pauses (5 s to 5 min).
 * @returns a client that is ready
 * @throws StartError when the token is refused; the signal's reason when aborted
 */
export async function connect(
  options: ConnectionOptions,
  prepare: (client: Client) => void,
  signal: AbortSignal,
): Promise<Client<true>> {
  for (let pauseMs = FIRST_RETRY_MS; ; pauseMs = Math.min(pauseMs * 2, LAST_RETRY_MS)) {
    const client = createClient(options)
    prepare(client)
    try {
      await login(client, options.token, signal)
      if (client.isReady()) return client
    } catch (error) {
      if (error instanceof StartError || signal.aborted) throw error
      const reason = describeError(error, options.token)
      options.log.warn({ platform: 'discord', error: reason, pauseMs }, 'Discord can not be reached; trying again')
    }
    await options.clock.sleep(pauseMs, signal)
  }
}
