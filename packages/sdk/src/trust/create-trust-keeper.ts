import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import { KbytError } from '../errors.js'
import type { TrustBundle } from '../schema/trust.js'
import { createMemoryTrustStore } from './create-memory-trust-store.js'
import { openTrustBundle, type TrustRoot } from './open-trust-bundle.js'
import { type TrustState, toTrustState } from './trust-state.js'
import type { TrustStore } from './trust-store.js'
import { verifyTrustBundle } from './verify-trust-bundle.js'

/** Whom {@link createTrustKeeper} trusts, and where bundles come from and stay. */
export interface CreateTrustKeeperOptions {
  /** Pinned in the host's configuration. */
  readonly root: TrustRoot
  /** Gets the newest bundle as the issuer published it. */
  readonly fetchBundle: (options: CallOptions) => Promise<string>
  /** @defaultValue memory, which a restart forgets */
  readonly store?: TrustStore
  /** Milliseconds since 1970. @defaultValue `Date.now` */
  readonly clock?: () => number
}

/** Holds the last good bundle and replaces it only by a newer one. */
export interface TrustKeeper {
  /** What is held, from memory or the store; never asks the network. */
  load(options?: CallOptions): Promise<TrustState>
  /**
   * Asks for the newest bundle. When it throws, what is held stays held.
   *
   * @throws {KbytError} `trust_rolled_back`: older than what is held. Others as `verifyTrustBundle`,
   * and whatever `fetchBundle` rejects with.
   */
  refresh(options?: CallOptions): Promise<TrustState>
}

/**
 * Keeps the trust that a verifier without a network works from. See {@link watchTrust} for asking
 * again every hour.
 *
 * @throws {TypeError} The root is misconfigured (when first used).
 * @example
 * import { createBrowserTrustStore, createTrustKeeper, type TrustRoot } from '@kbyt/sdk/trust'
 *
 * function openTrust(root: TrustRoot, address: string) {
 *   const fetchBundle = async ({ signal }: { signal?: AbortSignal | undefined }) =>
 *     (await fetch(address, { signal: signal ?? null, redirect: 'error' })).text()
 *   return createTrustKeeper({ root, fetchBundle, store: createBrowserTrustStore() })
 * }
 */
export function createTrustKeeper({
  root,
  fetchBundle,
  store = createMemoryTrustStore(),
  clock = Date.now,
}: CreateTrustKeeperOptions): TrustKeeper {
  let held: TrustBundle | undefined

  /** Another tab may have saved a newer one; what does not hold is as good as nothing. */
  async function hold(): Promise<TrustBundle | undefined> {
    const jws = await store.load().catch(() => undefined)
    const stored = jws === undefined ? undefined : await openStored(jws, root)
    if (stored && stored.counter >= (held?.counter ?? 0)) held = stored
    return held
  }

  return {
    load: async ({ signal } = {}) => {
      signal?.throwIfAborted()
      return toTrustState(await untilAborted(hold(), signal), clock())
    },
    refresh: async (options = {}) => {
      const { signal } = options
      signal?.throwIfAborted()
      const jws = await untilAborted(fetchBundle(options), signal)
      const fetched = await verifyTrustBundle(jws, { root, now: clock() })
      refuseRollback(fetched, await untilAborted(hold(), signal))
      signal?.throwIfAborted()
      held = fetched
      // A store that is full or closed must not keep a checkpoint from working.
      await store.save(jws).catch(() => undefined)
      return toTrustState(held, clock())
    },
  }
}

async function openStored(jws: string, root: TrustRoot): Promise<TrustBundle | undefined> {
  try {
    return await openTrustBundle(jws, root)
  } catch (error) {
    if (error instanceof KbytError) return undefined
    throw error
  }
}

/** @throws {KbytError} `trust_rolled_back`: an older bundle, or another one under the same number. */
function refuseRollback(fetched: TrustBundle, held: TrustBundle | undefined): void {
  if (!held || fetched.counter > held.counter) return
  if (fetched.counter < held.counter || JSON.stringify(fetched) !== JSON.stringify(held))
    throw new KbytError('trust_rolled_back')
}
