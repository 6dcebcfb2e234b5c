import { KbytError } from '@kbyt/sdk'
import type { QrTrust } from '@kbyt/sdk/qr'
import { type ArrivalReport, childPlaceholder, toDocumentNumber } from '@kbyt/sdk/schema'
import { toPassState } from '../declaration/open-pass.js'
import { checkScannedPass } from '../inspection/check-scanned-pass.js'
import type { PeopleFinder } from '../inspection/find-people.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import type { Outside } from '../outside.js'

export interface ResolveReportOptions {
  readonly outside: Outside
  readonly trust: QrTrust
  readonly finder: PeopleFinder
  readonly limits: InspectionLimits
}

/**
 * Who may be meant by what somebody shows at the ward; nobody for what is not known here.
 *
 * @throws {KbytError} `inspection_placeholder`, `rate_limited`, a `qr_…` code.
 */
export type ResolveReport = (report: ArrivalReport, officerId: string) => Promise<readonly string[]>

export function createResolveReport(options: ResolveReportOptions): ResolveReport {
  const { outside, trust, finder, limits } = options
  const { store, clock } = outside

  async function byPass(passId: string): Promise<string[]> {
    const stored = await store.declarations.findByPass(passId)
    const person = stored?.people.find((each) => each.passId === passId)
    if (!stored || !person) return []
    const state = toPassState(person, stored.declaration, clock.now())
    if (state === 'withdrawn') throw new KbytError('qr_revoked')
    if (state === 'expired') throw new KbytError('qr_expired')
    return [person.personId]
  }

  async function byIdNumber(idNumber: string, officerId: string): Promise<string[]> {
    // dispatch 391, I.4.b: nine zeros are every child without papers, and so nobody
    if (toDocumentNumber(idNumber) === childPlaceholder) {
      throw new KbytError('inspection_placeholder')
    }
    await limits.countIdNumber(officerId, idNumber, clock.now())
    return finder.byIdNumber(idNumber)
  }

  return async (report, officerId) => {
    switch (report.by) {
      case 'qr': {
        const { personId } = await checkScannedPass(outside, trust, report.qr)
        return personId === undefined ? [] : [personId]
      }
      case 'pass':
        return byPass(report.passId)
      case 'id-number':
        return byIdNumber(report.idNumber, officerId)
    }
  }
}
