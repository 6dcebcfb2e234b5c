import type { App } from '../app-options.js'
import type { Log } from '../ports.js'

const deliveryIntervalMs = 5_000
const purgeIntervalMs = 3_600_000

/**
 * Starts what runs beside the requests: messages that a dead process left waiting, and the purge.
 * The function it returns stops both. It keeps no process alive.
 */
export function startWorker(app: Pick<App, 'deliverMessages' | 'purge'>, log: Log): () => void {
  const every = (intervalMs: number, job: string, run: () => Promise<unknown>) => {
    const attempt = () => {
      run().catch(() => log({ level: 'error', event: 'job_failed', job }))
    }
    attempt()
    return setInterval(attempt, intervalMs).unref()
  }
  const timers = [
    every(deliveryIntervalMs, 'deliver', () => app.deliverMessages()),
    every(purgeIntervalMs, 'purge', () => app.purge()),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}
