import {
  exportArrivalsEndpoint,
  findArrivalsEndpoint,
  recordArrivalEventEndpoint,
  reportArrivalEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { ArrivalService } from './arrival.service.js'
import type { ArrivalExportService } from './arrival-export.service.js'

export function addArrivalRoutes(
  router: Router,
  arrivals: ArrivalService,
  exports: ArrivalExportService,
): void {
  router.officer(findArrivalsEndpoint, arrivals.find)
  router.officer(recordArrivalEventEndpoint, arrivals.record)
  router.officer(reportArrivalEndpoint, arrivals.report)
  router.officer(exportArrivalsEndpoint, exports.export)
}
