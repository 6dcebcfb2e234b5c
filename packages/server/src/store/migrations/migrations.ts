import type { Migration } from 'kysely/migration'
import { createFirstTables } from './0001-first-tables.js'
import { createKeyCheck } from './0002-key-check.js'
import { createHamlets } from './0003-hamlets.js'
import { extendOfficers } from './0004-officers.js'
import { createSms } from './0005-sms.js'
import { createArrivalsAndScreenings } from './0006-arrivals-and-screenings.js'
import { createVenues } from './0007-venues.js'
import { createTrust } from './0008-trust.js'
import { createPolicies } from './0009-policies.js'
import { createFeedAndImports } from './0010-feed-and-imports.js'
import { createPapers } from './0012-papers.js'
import { createAccounts } from './0013-accounts.js'
import { createPartners } from './0013-partners.js'
import { createInspections } from './0014-inspections.js'
import { prepareErasure } from './0015-erasure.js'
import { limitPrivacy } from './0016-privacy.js'
import { createCardPhotos } from './0017-card-photos.js'
import { extendOfficerDefaults } from './0018-officer-defaults.js'

/** Forward only: a migration that was released is never changed, a mistake gets a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: createFirstTables },
  '0002-key-check': { up: createKeyCheck },
  '0003-hamlets': { up: createHamlets },
  '0004-officers': { up: extendOfficers },
  '0005-sms': { up: createSms },
  '0006-arrivals-and-screenings': { up: createArrivalsAndScreenings },
  '0007-venues': { up: createVenues },
  '0008-trust': { up: createTrust },
  '0009-policies': { up: createPolicies },
  '0010-feed-and-imports': { up: createFeedAndImports },
  '0012-papers': { up: createPapers },
  '0013-accounts': { up: createAccounts },
  '0013-partners': { up: createPartners },
  '0014-inspections': { up: createInspections },
  '0015-erasure': { up: prepareErasure },
  '0016-privacy': { up: limitPrivacy },
  '0017-card-photos': { up: createCardPhotos },
  '0018-officer-defaults': { up: extendOfficerDefaults },
}
