import {
  findOwnVisitsEndpoint,
  findVenueVisitsEndpoint,
  inspectVenueEndpoint,
  recordVisitsEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { CheckInService } from './check-in.service.js'
import type { OwnVisitsService } from './own-visits.service.js'
import type { VenueInspectionService } from './venue-inspection.service.js'
import type { VenueVisitsService } from './venue-visits.service.js'

export interface CheckInServices {
  readonly checkIn: CheckInService
  readonly ownVisits: OwnVisitsService
  readonly venueVisits: VenueVisitsService
  readonly venueInspections: VenueInspectionService
}

export function addCheckInRoutes(router: Router, services: CheckInServices): void {
  const { checkIn, ownVisits, venueVisits, venueInspections } = services
  router.proven(recordVisitsEndpoint, checkIn.record)
  router.citizen(findOwnVisitsEndpoint, ownVisits.find)
  router.citizen(findVenueVisitsEndpoint, venueVisits.find)
  router.officer(inspectVenueEndpoint, venueInspections.inspect)
}
