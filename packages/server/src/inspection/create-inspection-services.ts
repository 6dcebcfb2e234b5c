import type { QrTrust } from '@kbyt/sdk/qr'
import type { AuditService } from '../audit/audit.service.js'
import { createFindVenueScans } from '../check-in/find-venue-scans.js'
import type { Outside } from '../outside.js'
import type { PeopleFinder } from './find-people.js'
import { createFindResults, type FindImportedDeclaration } from './find-results.js'
import type { InspectionServices } from './inspection.routes.js'
import { createInspectionService } from './inspection.service.js'
import type { InspectionLimits } from './inspection-limits.js'
import { createInspectionMemory } from './inspection-memory.js'
import { createKnowHolder } from './know-holder.js'
import type { KnowPerson } from './know-person.js'
import { createPassageService } from './passage.service.js'
import { createResultsService } from './results.service.js'
import { createRunQuery } from './run-query.js'

export interface InspectionServicesOptions {
  readonly outside: Outside
  readonly trust: QrTrust
  readonly audit: AuditService
  readonly limits: InspectionLimits
  readonly finder: PeopleFinder
  readonly knowPerson: KnowPerson
  readonly findImported: FindImportedDeclaration
}

/** Looking people up, what follows from it, and the three results, tied together once. */
export function createInspectionServices(options: InspectionServicesOptions): InspectionServices {
  const { outside, trust, audit, limits, finder, knowPerson, findImported } = options
  const memory = createInspectionMemory(outside)
  const findVenueScans = createFindVenueScans(outside)
  const runQuery = createRunQuery(outside, trust, finder)
  return {
    inspections: createInspectionService({ outside, runQuery, limits, audit, memory }),
    passages: createPassageService(outside, memory, audit),
    results: createResultsService({
      outside,
      trust,
      memory,
      knowPerson,
      knowHolder: createKnowHolder(outside),
      findResults: createFindResults({ outside, findVenueScans, findImported }),
      limits,
      audit,
    }),
  }
}
