import type { QrTrust } from '@kbyt/sdk/qr'
import type { AuditService } from '../audit/audit.service.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import type { Outside } from '../outside.js'
import type { CheckInServices } from './check-in.routes.js'
import { createCheckInService } from './check-in.service.js'
import { createFindSubject, type FindGrantHolder } from './find-subject.js'
import { createJudgeVisit } from './judge-visit.js'
import { createOwnVisitsService } from './own-visits.service.js'
import { createVenueInspectionService } from './venue-inspection.service.js'
import { createVenueVisitsService } from './venue-visits.service.js'
import { createVisitLimits } from './visit-limits.js'

export interface CheckInServicesOptions {
  readonly outside: Outside
  readonly trust: QrTrust
  readonly audit: AuditService
  readonly inspectionLimits: InspectionLimits
  readonly findGrantHolder: FindGrantHolder
}

/** What happens at the doors of venues, and who sees it, tied together once. */
export function createCheckInServices(options: CheckInServicesOptions): CheckInServices {
  const { outside, trust, audit, inspectionLimits, findGrantHolder } = options
  const findSubject = createFindSubject(outside, trust, findGrantHolder)
  const judge = createJudgeVisit(outside.vault, findSubject)
  const limits = createVisitLimits(outside.store.limits)
  return {
    checkIn: createCheckInService({ outside, judge, limits, audit }),
    ownVisits: createOwnVisitsService(outside),
    venueVisits: createVenueVisitsService(outside),
    venueInspections: createVenueInspectionService({ outside, limits: inspectionLimits, audit }),
  }
}
