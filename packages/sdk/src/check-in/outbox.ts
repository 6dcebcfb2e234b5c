import type { CallOptions } from '../client/call-options.js'
import type { KbytError } from '../errors.js'
import type { VisitBatch, VisitReceipt } from '../schema/visit.js'
import type { Listeners } from './create-listeners.js'
import type { ItemUpgrades } from './item-upgrades.js'
import type { OutboxLocks } from './outbox-locks.js'
import type { OutboxStore, Pause } from './outbox-store.js'

/** Hands a batch to the server. */
export type SendVisits = (batch: VisitBatch, options: CallOptions) => Promise<VisitReceipt>

/** Calls back once after the time, unless the returned function is called before. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void

/** Calls back whenever sending may work again, until the returned function is called. */
export type WatchTriggers = (wake: () => void) => () => void

/** Visits on their way to the server, made by `createOutbox`; every function of the room takes it first. */
export interface Outbox {
  readonly store: OutboxStore
  readonly send: SendVisits
  readonly locks: OutboxLocks
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** The visit's id, which is its idempotency key: UUIDv7. */
  readonly createId: (now: number) => string
  /** 0 to 1, 1 excluded: spreads the tries of many devices. */
  readonly random: () => number
  readonly setTimer: SetTimer
  readonly watchTriggers: WatchTriggers
  readonly upgrades: ItemUpgrades
  readonly lifetimeMs: number
  readonly sendTimeoutMs: number
  readonly progress: OutboxProgress
}

/** What this outbox knows beyond its store; a page that reloads begins anew. */
interface OutboxProgress {
  isSending: boolean
  /** What ended the last flush. */
  failure: KbytError | undefined
  /** Flushes in a row that failed. */
  failures: number
  pause: Pause | undefined
  /** Server time minus device time, as the last receipt showed it. */
  clockOffsetMs: number | undefined
  readonly changed: Listeners
  readonly recorded: Listeners
}
