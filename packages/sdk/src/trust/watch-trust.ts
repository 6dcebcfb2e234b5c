import { untilAborted } from '../client/until-aborted.js'
import type { TrustKeeper } from './create-trust-keeper.js'
import type { TrustState } from './trust-state.js'

/** What a verifier holds, and why it is not newer. */
export type WatchedTrust = TrustState & {
  /** What the last try to get a newer bundle failed with. */
  readonly problem?: unknown
}

/** How {@link watchTrust} asks, and whom it tells. */
export interface WatchTrustOptions {
  /** Called with what is held, then after each try. */
  readonly onChange: (trust: WatchedTrust) => void
  /** @defaultValue an hour */
  readonly everyMs?: number
  /** How long one try may take, though a fetch never ends. @defaultValue a minute */
  readonly timeoutMs?: number
  /** From 0 to 1, so that not all checkpoints ask at once. @defaultValue `Math.random` */
  readonly random?: () => number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * Keeps a trust fresh: tells at once what is held, asks for a newer bundle, and asks again every hour
 * (a tenth more or less) until the returned function is called.
 *
 * @example
 * import { type TrustKeeper, watchTrust } from '@kbyt/sdk/trust'
 *
 * function start(keeper: TrustKeeper) {
 *   return watchTrust(keeper, { onChange: ({ age }) => console.log(age) })
 * }
 */
export function watchTrust(
  keeper: TrustKeeper,
  { onChange, everyMs = hourMs, timeoutMs = minuteMs, random = Math.random }: WatchTrustOptions,
): () => void {
  const stopping = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (trust: WatchedTrust) => {
    if (!stopping.signal.aborted) onChange(trust)
  }

  async function ask(): Promise<void> {
    if (stopping.signal.aborted) return
    const limit = AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)])
    tell(await tryRefresh(keeper, limit))
    if (!stopping.signal.aborted) timer = setTimeout(ask, everyMs * (0.9 + 0.2 * random()))
  }

  void keeper.load().then(tell).then(ask)
  return () => {
    stopping.abort()
    clearTimeout(timer)
  }
}

async function tryRefresh(keeper: TrustKeeper, signal: AbortSignal): Promise<WatchedTrust> {
  try {
    return await untilAborted(keeper.refresh({ signal }), signal)
  } catch (problem) {
    return { ...(await keeper.load()), problem }
  }
}
