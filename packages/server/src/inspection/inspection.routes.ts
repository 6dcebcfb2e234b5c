import { inspectEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { InspectionService } from './inspection.service.js'

export function addInspectionRoutes(router: Router, inspections: InspectionService): void {
  router.officer(inspectEndpoint, inspections.inspect)
}
