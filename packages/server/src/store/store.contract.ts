import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeAccounts } from './contract/accounts.contract.js'
import { describeArrivalSuccession } from './contract/arrival-succession.contract.js'
import { describeArrivals } from './contract/arrivals.contract.js'
import { describeAudit } from './contract/audit.contract.js'
import { describeCardPhotos } from './contract/card-photos.contract.js'
import { describeCasePaging } from './contract/cases-paging.contract.js'
import { describeDeclarations } from './contract/declarations.contract.js'
import { describeFeed } from './contract/feed.contract.js'
import { describeHamlets } from './contract/hamlets.contract.js'
import { describeIdempotency } from './contract/idempotency.contract.js'
import { describeImports } from './contract/imports.contract.js'
import { describeInspections } from './contract/inspections.contract.js'
import { describeKeyCheck } from './contract/key-check.contract.js'
import { describeLastAdministrator } from './contract/last-administrator.contract.js'
import { describeLimits } from './contract/limits.contract.js'
import { describeOfficers } from './contract/officers.contract.js'
import { describeOtp } from './contract/otp.contract.js'
import { describePapers } from './contract/papers.contract.js'
import { describePartners } from './contract/partners.contract.js'
import { describePeople } from './contract/people.contract.js'
import { describePoints } from './contract/points.contract.js'
import { describePolicies } from './contract/policies.contract.js'
import { describePrivacy } from './contract/privacy.contract.js'
import { describePurge } from './contract/purge.contract.js'
import { describeRetention } from './contract/retention.contract.js'
import { describeScreenings } from './contract/screenings.contract.js'
import { describeSms } from './contract/sms.contract.js'
import { describeTrust } from './contract/trust.contract.js'
import { describeVenues } from './contract/venues.contract.js'
import { describeVisits } from './contract/visits.contract.js'
import type { Store } from './store.js'

/** What every {@link Store} promises, whatever keeps its rows. Opened once: tests share no keys. */
export function describeStore(name: string, openStore: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    const open = () => store

    beforeAll(async () => {
      store = await openStore()
    })
    afterAll(() => store?.close())

    it('answers', async () => {
      await expect(open().ping()).resolves.toBeUndefined()
    })
    describeOtp(open)
    describeDeclarations(open)
    describePeople(open)
    describeArrivals(open)
    describeArrivalSuccession(open)
    describeScreenings(open)
    describeCasePaging(open)
    describeOfficers(open)
    describeLastAdministrator(open)
    describeAudit(open)
    describeSms(open)
    describeLimits(open)
    describeIdempotency(open)
    describeHamlets(open)
    describeKeyCheck(open)
    describePartners(open)
    describeVenues(open)
    describeVisits(open)
    describePoints(open)
    describeTrust(open)
    describePolicies(open)
    describePapers(open)
    describeAccounts(open)
    describeCardPhotos(open)
    describeFeed(open)
    describeImports(open)
    describeInspections(open)
    describePrivacy(open)
    describeRetention(open)
    describePurge(open)
  })
}
