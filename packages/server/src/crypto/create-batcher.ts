import { KbytError } from '@kbyt/sdk'

export interface BatcherOptions {
  /** How many are done together at most. */
  readonly together: number
  /** How many may wait for their turn. */
  readonly waiting: number
}

interface Waiting<Item> {
  readonly item: Item
  readonly resolve: () => void
  readonly reject: (cause: unknown) => void
}

/**
 * Does one piece of work after the other, in the order they come; those that come meanwhile are done
 * together next.
 *
 * @throws {KbytError} `overloaded` to whoever comes when too many wait; else what `work` threw, to all
 * of its batch.
 */
export function createBatcher<Item>(
  { together, waiting: mostWaiting }: BatcherOptions,
  work: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  const queue: Waiting<Item>[] = []
  let isWorking = false

  async function workAll(): Promise<void> {
    if (isWorking) return
    isWorking = true
    while (queue.length > 0) {
      const batch = queue.splice(0, together)
      try {
        await work(batch.map(({ item }) => item))
        for (const { resolve } of batch) resolve()
      } catch (cause) {
        for (const { reject } of batch) reject(cause)
      }
    }
    isWorking = false
  }

  return (item) => {
    if (queue.length >= mostWaiting) {
      return Promise.reject(new KbytError('overloaded', { retryAfterSeconds: 5 }))
    }
    return new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      void workAll()
    })
  }
}
