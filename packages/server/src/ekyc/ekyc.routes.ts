import { readCardEndpoint, verifyAccountEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { EkycService } from './ekyc.service.js'

export function addEkycRoutes(router: Router, ekyc: EkycService): void {
  router.citizen(readCardEndpoint, ekyc.readCard)
  router.citizen(verifyAccountEndpoint, ekyc.verify)
}
