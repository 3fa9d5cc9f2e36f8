import type { Api } from 'grammy'

/** The signal type in grammY's signatures: that of a polyfill which it still bundles for old runtimes. */
export type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/**
 * The same signal under grammY's type. grammY only listens for its 'abort' event and reads `aborted`
 * (grammy/out/core/client.js, createAbortControllerFromSignal), which a native signal offers just as well.
 */
export function toGrammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal
}
