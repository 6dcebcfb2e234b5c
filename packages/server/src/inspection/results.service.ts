import { KbytError } from '@kbyt/sdk'
import { type QrTrust, verifyMyQr } from '@kbyt/sdk/qr'
import {
  type InspectionResults,
  type InspectionResultsRequest,
  toBirthYear,
} from '@kbyt/sdk/schema'
import { openAccount } from '../account/open-account.js'
import type { AuditService } from '../audit/audit.service.js'
import type { ProvenCall } from '../call.js'
import { openDeclaration } from '../declaration/open-declaration.js'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import { toShownName } from '../portal/to-shown-name.js'
import { createFindAsker } from './find-asker.js'
import type { FindResults } from './find-results.js'
import type { InspectionLimits } from './inspection-limits.js'
import type { InspectionMemory } from './inspection-memory.js'
import type { KnowHolder } from './know-holder.js'
import type { KnownPerson, KnowPerson } from './know-person.js'

/** Who is inspected, as far as it is shown. */
interface Inspected {
  readonly personId: string
  /** What leads to the results, as far as whoever asks may follow it. */
  readonly known: KnownPerson
  readonly displayName: string
  readonly birthYear: number
  readonly isVerified?: boolean
}

/** Owns: the three results (dispatch 391, IV.2), each time on record before they leave. */
export interface ResultsService {
  /** @throws {KbytError} a `qr_…` code, `not_found`, `forbidden`, `audit_unavailable`, `rate_limited`. */
  get(request: InspectionResultsRequest, call: ProvenCall): Promise<InspectionResults>
}

export interface ResultsServiceOptions {
  readonly outside: Outside
  readonly trust: QrTrust
  readonly memory: InspectionMemory
  readonly knowPerson: KnowPerson
  readonly knowHolder: KnowHolder
  readonly findResults: FindResults
  readonly limits: InspectionLimits
  readonly audit: AuditService
}

export function createResultsService(options: ResultsServiceOptions): ResultsService {
  const { outside, trust, memory, knowPerson, knowHolder, findResults, limits, audit } = options
  const { store, vault, clock, randomBytes } = outside
  const findAsker = createFindAsker(outside)

  /** `maySearch`: whoever may look people up follows what is typed, too. */
  async function findByMyQr(text: string, maySearch: boolean): Promise<Inspected> {
    const { grantId, displayName, birthYear } = await verifyMyQr(text, { trust, now: clock.now() })
    const holder = await store.accounts.findGrantHolder(grantId)
    const row = holder && (await store.accounts.findAccount(holder.phoneIndex))
    if (!row) throw new KbytError('qr_revoked')
    const { person } = await openAccount(vault, row)
    const { personId } = row
    const known = await (maySearch ? knowPerson(personId, person) : knowHolder({ row, person }))
    return { personId, known, displayName, birthYear, isVerified: row.verifiedAt !== null }
  }

  async function findByPersonId(personId: string): Promise<Inspected> {
    const newest = await Promise.all([
      store.declarations.findNewestOfPerson(personId, 'domestic'),
      store.declarations.findNewestOfPerson(personId, 'entry'),
    ])
    const stored = newest.find((each) => each !== undefined)
    const opened = stored && (await openDeclaration(vault, stored))
    const found = opened?.people.find(({ row }) => row.personId === personId)
    if (!found) throw new KbytError('not_found')
    const { person } = found.declared
    const birthYear = toBirthYear(person.bornOn)
    const known = await knowPerson(personId, person)
    const displayName = toShownName(person.fullName, outside.displayName)
    return { personId, known, displayName, birthYear }
  }

  async function find({ subject }: InspectionResultsRequest, call: ProvenCall): Promise<Inspected> {
    const maySearch = 'officer' in call && call.officer.role !== 'inspector'
    if (subject.by === 'my-qr') return findByMyQr(subject.text, maySearch)
    // an inspector of a venue and a machine see who shows a live code, and nobody else
    if (!maySearch) throw new KbytError('forbidden')
    await memory.recall(subject, call.officer)
    return findByPersonId(subject.personId)
  }

  return {
    async get(request, call) {
      const inspectedAt = clock.now()
      const { id, officerId, venueCode, reason, post } = await findAsker(request, call)
      await limits.countLookUp(id, inspectedAt)
      const { personId, known, ...shown } = await find(request, call)
      const results = await findResults(known, venueCode)
      await audit.append({
        officerId,
        action: `results ${request.subject.by}`,
        reason,
        post,
        subjectIndex: await vault.index('subject', personId),
        outcome: 'found',
        details: {
          inspectionId: createUuid(inspectedAt, randomBytes),
          personIds: [personId],
          ...('device' in call && { deviceId: call.device.deviceId }),
        },
      })
      return { inspectedAt: new Date(inspectedAt).toISOString(), ...shown, ...results }
    },
  }
}
