import type { OfficerRole } from '@kbyt/sdk/schema'
import type { CreateAppOptions } from '../app-options.js'
import { createAuditReaderService } from '../audit/audit-reader.service.js'
import { createChannelDeclarationService } from '../declaration/channel-declaration.service.js'
import { createHamletService } from '../hamlets/hamlets.service.js'
import { createFindImported } from '../imports/create-find-imported.js'
import { createInspectionServices } from '../inspection/create-inspection-services.js'
import { createPeopleFinder } from '../inspection/find-people.js'
import { createKnowPerson } from '../inspection/know-person.js'
import { createLocalityServices } from '../localities/create-locality-services.js'
import { createOfficerServices } from '../officer/create-officer-services.js'
import { createPaperService } from '../papers/paper.service.js'
import { createPointService } from '../point/point.service.js'
import { createPolicyServices } from '../policy/create-policy-services.js'
import { createDecidePerson } from '../policy/decide-person.js'
import { createFindCurrentPeople } from '../policy/find-current-people.js'
import { createPersonErasureService } from '../privacy/person-erasure.service.js'
import type { Common } from './common.js'

/** What officers use, from signing in to the policy in force. */
export function createServicesForOfficers(common: Common, options: CreateAppOptions) {
  const { outside, audit, inspectionLimits: limits, published, loadParents } = common
  const finder = createPeopleFinder(outside, createDecidePerson(outside, published, loadParents))
  return {
    ...createOfficerServices({
      ...common,
      passwords: options.passwords,
      totpRoles: options.totpRoles ?? defaultTotpRoles,
      oidc: options.oidc,
    }),
    channels: createChannelDeclarationService({ ...common, limits }),
    papers: createPaperService({ ...common, limits }),
    points: createPointService(common),
    hamlets: createHamletService(common),
    ...createInspectionServices({
      ...common,
      limits,
      finder,
      knowPerson: createKnowPerson(outside),
      findImported: createFindImported(outside.store),
    }),
    ...createLocalityServices({ ...common, finder }),
    ...createPolicyServices({
      ...common,
      findPeople: createFindCurrentPeople(outside, loadParents),
    }),
    personErasures: createPersonErasureService({ ...common, limits }),
    auditReader: createAuditReaderService(outside, audit, limits),
  }
}

/** Who grants and who decides for all signs in with more than a password. */
const defaultTotpRoles: readonly OfficerRole[] = ['administrator', 'province']
