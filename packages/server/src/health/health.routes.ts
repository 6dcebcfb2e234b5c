import { KbytError } from '@kbyt/sdk'
import { getHealthEndpoint, getMetricsEndpoint, getReadinessEndpoint } from '@kbyt/sdk/schema'
import { Download } from '../http/download.js'
import type { Router } from '../http/router.js'
import type { ReadinessService } from './readiness.service.js'

/** What watches the process asks: whether it lives, whether it can serve, what it measured. */
export function addHealthRoutes(
  router: Router,
  readiness: ReadinessService,
  readMetrics: (() => Promise<string>) | undefined,
): void {
  // Without the database: a process that cannot reach it is not helped by being started again.
  router.anybody(getHealthEndpoint, async () => ({ status: 'ok' as const }))

  router.anybody(getReadinessEndpoint, async () => {
    const missing = await readiness.findMissing()
    if (missing.length === 0) return { status: 'ready' as const }
    const issues = missing.map((path) => ({ path, code: 'missing' }))
    throw new KbytError('overloaded', { retryAfterSeconds: 5, issues })
  })

  router.anybody(getMetricsEndpoint, async (_input, { isOperator }) => {
    if (!isOperator() || !readMetrics) throw new KbytError('not_found')
    return new Download('text/plain', [await readMetrics()])
  })
}
