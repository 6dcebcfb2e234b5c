import {
  getInspectionResultsEndpoint,
  inspectEndpoint,
  recordPassageEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { InspectionService } from './inspection.service.js'
import type { PassageService } from './passage.service.js'
import type { ResultsService } from './results.service.js'

export interface InspectionServices {
  readonly inspections: InspectionService
  readonly passages: PassageService
  readonly results: ResultsService
}

export function addInspectionRoutes(router: Router, services: InspectionServices): void {
  const { inspections, passages, results } = services
  router.officer(inspectEndpoint, inspections.inspect)
  router.officer(recordPassageEndpoint, passages.record)
  router.proven(getInspectionResultsEndpoint, results.get)
}
