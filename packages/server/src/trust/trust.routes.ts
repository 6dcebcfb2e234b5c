import { getTrustBundleEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { TrustService } from './trust.service.js'

export function addTrustRoutes(router: Router, trust: TrustService): void {
  router.anybody(getTrustBundleEndpoint, () => trust.getBundle())
}
