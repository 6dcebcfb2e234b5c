import type { Store } from '../store.js'
import { createMemoryAccounts } from './accounts.memory.js'
import { createMemoryArrivals } from './arrivals.memory.js'
import { createMemoryAudit } from './audit.memory.js'
import { createMemoryCardPhotos } from './card-photos.memory.js'
import { createMemoryDeclarations } from './declarations.memory.js'
import { createMemoryFeed } from './feed.memory.js'
import { createMemoryHamlets } from './hamlets.memory.js'
import { createMemoryIdempotency } from './idempotency.memory.js'
import { createMemoryImports } from './imports.memory.js'
import { createMemoryInspections } from './inspections.memory.js'
import { createMemoryKeyCheck } from './key-check.memory.js'
import { createMemoryLimits } from './limits.memory.js'
import { createMemoryState } from './memory-state.js'
import { createMemoryOfficers } from './officers.memory.js'
import { createMemoryOtp, createMemorySessions } from './otp.memory.js'
import { createMemoryPapers } from './papers.memory.js'
import { createMemoryPartners } from './partners.memory.js'
import { createMemoryPoints } from './points.memory.js'
import { createMemoryPolicies } from './policies.memory.js'
import { createMemoryPrivacy } from './privacy.memory.js'
import { purgeMemory } from './purge.memory.js'
import { createMemoryScreenings } from './screenings.memory.js'
import { createMemorySms } from './sms.memory.js'
import { createMemoryTrust } from './trust.memory.js'
import { createMemoryVenues } from './venues.memory.js'
import { createMemoryVisits } from './visits.memory.js'

/**
 * A store that forgets everything with the process: for the mock, in Node and in the browser.
 *
 * @example
 * const store = createMemoryStore()
 */
export function createMemoryStore(): Store {
  const state = createMemoryState()
  return {
    otp: createMemoryOtp(state),
    sessions: createMemorySessions(state),
    declarations: createMemoryDeclarations(state),
    arrivals: createMemoryArrivals(state),
    screenings: createMemoryScreenings(state),
    officers: createMemoryOfficers(state),
    audit: createMemoryAudit(state),
    sms: createMemorySms(state),
    limits: createMemoryLimits(state),
    idempotency: createMemoryIdempotency(state),
    hamlets: createMemoryHamlets(),
    keyCheck: createMemoryKeyCheck(),
    partners: createMemoryPartners(),
    venues: createMemoryVenues(state),
    visits: createMemoryVisits(state),
    points: createMemoryPoints(state),
    trust: createMemoryTrust(state),
    policies: createMemoryPolicies(state),
    papers: createMemoryPapers(state),
    accounts: createMemoryAccounts(state),
    cardPhotos: createMemoryCardPhotos(state),
    privacy: createMemoryPrivacy(state),
    inspections: createMemoryInspections(),
    feed: createMemoryFeed(state),
    imports: createMemoryImports(state),
    async purge(nowMs) {
      purgeMemory(state, nowMs)
    },
    async ping() {},
    isMigrated: async () => true,
    async close() {},
  }
}
