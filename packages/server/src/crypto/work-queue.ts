import { KbytError } from '@kbyt/sdk'

export interface WorkQueueOptions {
  /** How many run at once. */
  readonly running: number
  /** How many more may wait for their turn. */
  readonly waiting: number
}

/**
 * Runs heavy work a little at a time, in the order it comes.
 *
 * @throws {KbytError} `overloaded` to whoever comes when the queue is full.
 */
export function createWorkQueue({ running, waiting }: WorkQueueOptions) {
  const queue: (() => void)[] = []
  let free = running

  async function takeTurn(): Promise<void> {
    if (free > 0) {
      free -= 1
      return
    }
    if (queue.length >= waiting) throw new KbytError('overloaded', { retryAfterSeconds: 5 })
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  /** Hands the turn on, so that nobody who comes now steps in front of those who wait. */
  function endTurn(): void {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await takeTurn()
    try {
      return await work()
    } finally {
      endTurn()
    }
  }
}
