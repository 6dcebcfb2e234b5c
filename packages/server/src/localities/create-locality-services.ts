import type { QrTrust } from '@kbyt/sdk/qr'
import { createArrivalService } from '../arrivals/arrival.service.js'
import { createArrivalExportService } from '../arrivals/arrival-export.service.js'
import { createRecordArrivalEvent } from '../arrivals/record-arrival-event.js'
import { createResolveReport } from '../arrivals/resolve-report.js'
import { createToArrivalFilter } from '../arrivals/to-arrival-filter.js'
import type { AuditService } from '../audit/audit.service.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { PeopleFinder } from '../inspection/find-people.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import { createScreeningService } from '../screenings/screening.service.js'
import { createFindScope } from './find-scope.js'

export interface LocalityServicesOptions {
  readonly outside: Outside
  readonly places: Places
  readonly trust: QrTrust
  readonly audit: AuditService
  readonly idempotency: IdempotencyService
  readonly inspectionLimits: InspectionLimits
  readonly finder: PeopleFinder
}

/** What wards and health stations work with, tied together. */
export function createLocalityServices(options: LocalityServicesOptions) {
  const { outside, places, trust, audit, idempotency, inspectionLimits: limits, finder } = options
  const findScope = createFindScope(places, outside.config)
  const toFilter = createToArrivalFilter(outside, places, findScope)
  return {
    arrivals: createArrivalService({
      outside,
      audit,
      idempotency,
      limits,
      findScope,
      toFilter,
      resolveReport: createResolveReport({ outside, trust, finder, limits }),
      recordEvent: createRecordArrivalEvent(outside),
    }),
    arrivalExports: createArrivalExportService({ outside, places, audit, toFilter }),
    screenings: createScreeningService({ outside, audit, idempotency, limits, findScope }),
  }
}
