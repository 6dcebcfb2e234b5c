import { erasePersonalDataEndpoint, exportPersonalDataEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { PrivacyService } from './privacy.service.js'

export function addPrivacyRoutes(router: Router, privacy: PrivacyService): void {
  router.citizen(exportPersonalDataEndpoint, (_, call) => privacy.export(call))
  router.citizen(erasePersonalDataEndpoint, (_, call) => privacy.erase(call))
}
