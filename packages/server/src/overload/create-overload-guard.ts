import { KbytError } from '@kbyt/sdk'

/** How much the backend takes on before it says that it is overloaded. */
export interface OverloadOptions {
  /** Calls at work at once. @defaultValue 100 */
  readonly running?: number | undefined
  /** Calls that wait for their turn. @defaultValue 400 */
  readonly waiting?: number | undefined
  /** How long one waits at most. @defaultValue 2000 */
  readonly patienceMs?: number | undefined
  /** How late the process is with its work, in milliseconds. @defaultValue not measured */
  readonly readLagMs?: (() => number) | undefined
  /** From which lag on newcomers are refused. @defaultValue 500 */
  readonly maxLagMs?: number | undefined
}

/** Lets through what can be served well, and refuses the rest at once instead of serving nobody. */
export interface OverloadGuard {
  /** @throws {KbytError} `overloaded`, with the seconds to wait. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  readonly running: number
  readonly waiting: number
}

/** Who is refused comes again spread over these seconds, not all at one moment. */
const spreadSeconds = 5

export function createOverloadGuard(options: OverloadOptions = {}): OverloadGuard {
  const { running: most = 100, waiting: mostWaiting = 400, patienceMs = 2_000 } = options
  const { readLagMs = () => 0, maxLagMs = 500 } = options
  const queue = new Set<() => void>()
  let running = 0
  let refused = 0

  function refuse(): KbytError {
    refused += 1
    return new KbytError('overloaded', { retryAfterSeconds: 1 + (refused % spreadSeconds) })
  }

  function waitForTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        queue.delete(takeTurn)
        reject(refuse())
      }, patienceMs)
      const takeTurn = () => {
        clearTimeout(giveUp)
        resolve()
      }
      queue.add(takeTurn)
    })
  }

  async function enter(): Promise<void> {
    if (readLagMs() > maxLagMs || (running >= most && queue.size >= mostWaiting)) throw refuse()
    if (running >= most) return waitForTurn()
    running += 1
  }

  /** Hands the turn on, so that nobody who comes now steps in front of those who wait. */
  function leave(): void {
    const [next] = queue
    if (!next) running -= 1
    else {
      queue.delete(next)
      next()
    }
  }

  return {
    async run(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
    get running() {
      return running
    },
    get waiting() {
      return queue.size
    },
  }
}
