import type { Visit } from '../schema/visit.js'
import { upgradeItem } from './item-upgrades.js'
import type { Outbox } from './outbox.js'
import { type OutboxItem, parseItem } from './outbox-item.js'
import type { Pause } from './outbox-store.js'

/** A stored visit, read. */
export interface QueuedVisit {
  readonly position: number
  readonly item: OutboxItem
  readonly visit: Visit
}

/** What the store holds, told apart. */
export interface Queue {
  /** In the order they were recorded. */
  readonly waiting: readonly QueuedVisit[]
  /** Dead letters. */
  readonly refused: readonly QueuedVisit[]
  /** Entries that only another version of the SDK can read; they are left alone. */
  readonly unreadable: number
  readonly pause: Pause | undefined
}

export async function readQueue({ store, upgrades, progress }: Outbox): Promise<Queue> {
  const { entries, pause } = await store.load()
  const read = entries.flatMap(({ position, value }) => {
    const parsed = parseItem(upgradeItem(value, upgrades))
    return parsed ? [{ position, ...parsed }] : []
  })
  return {
    waiting: read.filter(({ item }) => item.refusedWith === undefined),
    refused: read.filter(({ item }) => item.refusedWith !== undefined),
    unreadable: entries.length - read.length,
    // Another tab may have been sent away later, or this one could not store that it was.
    pause: toLater(pause, progress.pause),
  }
}

function toLater(one: Pause | undefined, other: Pause | undefined): Pause | undefined {
  if (!one || !other) return one ?? other
  return one.setAt < other.setAt ? other : one
}
