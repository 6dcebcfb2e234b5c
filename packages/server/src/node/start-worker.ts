import type { App } from '../app-options.js'
import { describeFailure } from '../describe-failure.js'
import type { Log } from '../ports.js'

const deliveryIntervalMs = 5_000
const feedIntervalMs = 5_000
const partnersIntervalMs = 5_000
const purgeIntervalMs = 3_600_000
/** So long after its last delivery a worker counts as stuck; a gateway may take a while. */
const lateAfterMs = 60_000

/** What runs beside the requests. */
export interface Worker {
  /** Whether the delivery of messages has not come to an end for too long. */
  readonly isLate: boolean
  /** Starts no job any more, and resolves when those under way have ended. */
  stop(): Promise<void>
}

/**
 * Starts what runs beside the requests: messages that a dead process left waiting, webhooks of the
 * feed, partners who were added on another node, and the purge. It keeps no process alive.
 */
export function startWorker(
  app: Pick<App, 'deliverFeed' | 'deliverMessages' | 'purge' | 'refreshPartners'>,
  log: Log,
): Worker {
  let deliveredAt = performance.now()
  const underWay = new Set<Promise<unknown>>()
  const every = (intervalMs: number, job: string, run: () => Promise<unknown>) => {
    const attempt = () => {
      const running = run()
        .catch((error: unknown) => {
          log({ level: 'error', event: 'job_failed', job, ...describeFailure(error) })
        })
        .finally(() => underWay.delete(running))
      underWay.add(running)
    }
    attempt()
    return setInterval(attempt, intervalMs).unref()
  }
  const deliver = () =>
    app.deliverMessages().finally(() => {
      deliveredAt = performance.now()
    })
  const timers = [
    every(deliveryIntervalMs, 'deliver', deliver),
    every(feedIntervalMs, 'feed', () => app.deliverFeed()),
    every(partnersIntervalMs, 'partners', () => app.refreshPartners()),
    every(purgeIntervalMs, 'purge', () => app.purge()),
  ]
  return {
    get isLate() {
      return performance.now() - deliveredAt > lateAfterMs
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(underWay)
    },
  }
}
