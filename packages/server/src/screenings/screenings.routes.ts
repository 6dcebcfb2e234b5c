import { findScreeningsEndpoint, recordScreeningEventEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { ScreeningService } from './screening.service.js'

export function addScreeningRoutes(router: Router, screenings: ScreeningService): void {
  router.officer(findScreeningsEndpoint, screenings.find)
  router.officer(recordScreeningEventEndpoint, screenings.record)
}
