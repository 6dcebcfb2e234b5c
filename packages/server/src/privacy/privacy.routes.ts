import {
  erasePersonalDataEndpoint,
  erasePersonEndpoint,
  exportPersonalDataEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { PersonErasureService } from './person-erasure.service.js'
import type { PrivacyService } from './privacy.service.js'

export function addPrivacyRoutes(
  router: Router,
  privacy: PrivacyService,
  personErasures: PersonErasureService,
): void {
  router.citizen(exportPersonalDataEndpoint, (_, call) => privacy.export(call))
  router.citizen(erasePersonalDataEndpoint, (_, call) => privacy.erase(call))
  router.officer(erasePersonEndpoint, (request, call) => personErasures.erase(request, call))
}
