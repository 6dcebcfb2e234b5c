import { v7 } from 'uuid'
import type { Client } from '../client/client.js'
import { visitLifetimeMs } from '../schema/visit.js'
import { createIndexedDbOutboxStore } from './create-indexed-db-outbox-store.js'
import { createListeners } from './create-listeners.js'
import { createLocalLocks } from './create-local-locks.js'
import { createMemoryOutboxStore } from './create-memory-outbox-store.js'
import { type ItemUpgrades, itemUpgrades } from './item-upgrades.js'
import type { Outbox, SendVisits, SetTimer, WatchTriggers } from './outbox.js'
import type { OutboxLocks } from './outbox-locks.js'
import type { OutboxStore } from './outbox-store.js'
import { toSendVisits } from './to-send-visits.js'
import { watchPage } from './watch-page.js'

/** What {@link createOutbox} sends with, and where visits wait. */
export interface CreateOutboxOptions {
  /** The connection to send through; this or `send`. */
  readonly client?: Client | undefined
  /** Sends a batch in another way than through a client. */
  readonly send?: SendVisits | undefined
  /**
   * Where visits wait.
   *
   * @defaultValue IndexedDB in browsers, else memory; in Node pass `createFileOutboxStore`
   */
  readonly store?: OutboxStore | undefined
  /** @defaultValue Web Locks where there are some, else a lock within this process */
  readonly locks?: OutboxLocks | undefined
  /** Milliseconds since 1970. @defaultValue `Date.now` */
  readonly clock?: (() => number) | undefined
  /** Makes a visit's id. @defaultValue UUIDv7 */
  readonly createId?: ((now: number) => string) | undefined
  /** @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
  /** @defaultValue `setTimeout` */
  readonly setTimer?: SetTimer | undefined
  /** When to try again beside the timer. @defaultValue the network is back, the page is visible */
  readonly watchTriggers?: WatchTriggers | undefined
  /** How to read items that an older version of a store left. @defaultValue those of this SDK */
  readonly upgrades?: ItemUpgrades | undefined
  /** Older visits are not sent but shown. @defaultValue 14 days, which a server holds with you */
  readonly lifetimeMs?: number | undefined
  /** Limit for sending one batch, also where `send` has none. @defaultValue 60_000 */
  readonly sendTimeoutMs?: number | undefined
}

/**
 * Makes the place where visits wait until the server has them. It sends nothing by itself: see
 * `startOutbox`.
 *
 * @throws {TypeError} without a client and without `send`, or with a lifetime or limit that is none.
 * @example
 * import { createOutbox } from '@kbyt/sdk/check-in'
 *
 * const outbox = createOutbox({ client })
 */
export function createOutbox({
  client,
  send = client && toSendVisits(client),
  store = globalThis.indexedDB ? createIndexedDbOutboxStore() : createMemoryOutboxStore(),
  locks = globalThis.navigator?.locks ?? createLocalLocks(),
  clock = () => Date.now(),
  createId = (now) => v7({ msecs: now }),
  random = Math.random,
  setTimer = setTimeoutTimer,
  watchTriggers = watchPage,
  upgrades = itemUpgrades,
  lifetimeMs = visitLifetimeMs,
  sendTimeoutMs = 60_000,
}: CreateOutboxOptions): Outbox {
  if (!send) throw new TypeError('createOutbox needs a client or send')
  if (!(lifetimeMs > 0)) throw new TypeError('lifetimeMs must be positive')
  if (!(sendTimeoutMs > 0)) throw new TypeError('sendTimeoutMs must be positive')
  return {
    store,
    send,
    locks,
    clock,
    createId,
    random,
    setTimer,
    watchTriggers,
    upgrades,
    lifetimeMs,
    sendTimeoutMs,
    progress: {
      isSending: false,
      failure: undefined,
      failures: 0,
      pause: undefined,
      clockOffsetMs: undefined,
      changed: createListeners(),
      recorded: createListeners(),
    },
  }
}

const setTimeoutTimer: SetTimer = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}
