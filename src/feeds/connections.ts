import { Agent, type buildConnector, type Dispatcher, errors } from 'undici'

/**
 * How long a connection waits for the next request to its host: the feeds of one host follow each other a second apart,
 * and need one handshake, not one each. Longer, and a server may close it under our hands.
 */
const KEPT_OPEN_MS = 1500
/** A connection of its own for each request. */
const NOT_KEPT = 0

/** The connections of a fetcher. */
export interface Connections {
  /**
   * Sends a request on a kept connection or a new one. A server may close a kept one at the moment when it is used again;
   * what then failed before any answer is sent once more, at once, on a new connection: it was never asked, and a GET may
   * be repeated (https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1).
   * @param send sends the request through the dispatcher that it is given
   * @param signal ends the request
   */
  request(
    send: (through: Dispatcher) => Promise<Dispatcher.ResponseData>,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData>
  close(): Promise<void>
}

/** Errors of sockets that had brought an answer before. */
function watchSockets(connect: buildConnector.connector) {
  const ofUsed = new WeakSet<Error>()
  const watched: buildConnector.connector = (target, callback) =>
    connect(target, (...[error, socket]) => {
      socket?.on('error', (failure: Error) => {
        if (socket.bytesRead > 0) ofUsed.add(failure)
      })
      if (error === null) callback(null, socket)
      else callback(error, null)
    })
  const isOfUsed = (error: unknown): boolean =>
    error instanceof Error &&
    (ofUsed.has(error) || (error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > 0))
  return { watched, isOfUsed }
}

/**
 * Opens the connections of a fetcher.
 * @param connect makes each of them
 * @param options of both agents
 */
export function openConnections(connect: buildConnector.connector, options: Agent.Options): Connections {
  const { watched, isOfUsed } = watchSockets(connect)
  const kept = new Agent({
    ...options,
    connect: watched,
    keepAliveTimeout: KEPT_OPEN_MS,
    keepAliveMaxTimeout: KEPT_OPEN_MS,
  })
  const fresh = new Agent({ ...options, connect, pipelining: NOT_KEPT })
  return {
    request: (send, signal) =>
      send(kept).catch((error: unknown) => {
        if (signal.aborted || !isOfUsed(error)) throw error
        return send(fresh)
      }),
    async close() {
      await Promise.all([kept.destroy(), fresh.destroy()])
    },
  }
}
