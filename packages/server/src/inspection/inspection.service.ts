import { isKbytError, KbytError } from '@kbyt/sdk'
import type { QrTrust } from '@kbyt/sdk/qr'
import {
  childPlaceholder,
  type Inspection,
  type InspectionQuery,
  type InspectionRequest,
  type OfficerRole,
  toDocumentNumber,
  toMobileE164,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../http/call.js'
import { createUuid } from '../identifiers.js'
import { checkOfficerDefaults } from '../officer/check-officer-defaults.js'
import type { Outside } from '../outside.js'
import type { OfficerRow } from '../store/store.js'
import { checkScannedPass } from './check-scanned-pass.js'
import type { PeopleFinder } from './find-people.js'
import type { InspectionLimits } from './inspection-limits.js'

/** Administrators grant roles and inspectors of a venue scan; neither looks people up. */
const rolesThatLookUp: readonly OfficerRole[] = [
  'checkpoint',
  'clinic',
  'ward',
  'health-station',
  'province',
]

type Finding = Pick<Inspection, 'pass' | 'isNewerPassAvailable' | 'candidates' | 'people'> & {
  readonly isHidden: boolean
}

const nothing: Finding = {
  isNewerPassAvailable: false,
  candidates: [],
  people: [],
  isHidden: false,
}

/** Owns: what an officer learns of a person, and that each look-up is on record before its answer leaves. */
export interface InspectionService {
  /** @throws {KbytError} a `qr_…` code, `inspection_placeholder`, `audit_unavailable`, `rate_limited`, `forbidden`. */
  inspect(request: InspectionRequest, call: OfficerCall): Promise<Inspection>
}

export interface InspectionServiceOptions {
  readonly outside: Outside
  readonly trust: QrTrust
  readonly finder: PeopleFinder
  readonly limits: InspectionLimits
  readonly audit: AuditService
}

export function createInspectionService(options: InspectionServiceOptions): InspectionService {
  const { outside, trust, finder, limits, audit } = options
  const { vault, clock, config, randomBytes } = outside

  async function findPerson(
    personId: string,
    { kind }: InspectionRequest,
    officer: OfficerRow,
  ): Promise<Finding> {
    const { items, isHidden } = await finder.findRegistration(personId, kind, officer)
    return { ...nothing, people: [...items], isHidden }
  }

  async function findByIdNumber(idNumber: string, request: InspectionRequest, officer: OfficerRow) {
    const ids = await finder.byIdNumber(idNumber)
    const found = await Promise.all(ids.map((id) => findPerson(id, request, officer)))
    const people = found.flatMap((each) => each.people)
    return { ...nothing, people, isHidden: found.some(({ isHidden }) => isHidden) }
  }

  async function findByQr(text: string, request: InspectionRequest, officer: OfficerRow) {
    const { pass, personId, isNewerAvailable } = await checkScannedPass(outside, trust, text)
    const person = personId === undefined ? nothing : await findPerson(personId, request, officer)
    return { ...person, pass, isNewerPassAvailable: isNewerAvailable }
  }

  async function find(request: InspectionRequest, officer: OfficerRow): Promise<Finding> {
    const { query, kind } = request
    switch (query.by) {
      case 'id-number':
        return findByIdNumber(query.idNumber, request, officer)
      case 'phone': {
        const { items, isHidden } = await finder.byPhone(query.phone, kind, officer)
        return { ...nothing, candidates: [...items], isHidden }
      }
      case 'person':
        return findPerson(query.personId, request, officer)
      case 'qr':
        return findByQr(query.qr, request, officer)
    }
  }

  async function record(
    { query, kind, reason, post }: InspectionRequest,
    { officerId }: OfficerRow,
    outcome: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const subjectIndex = await vault.index('subject', toSubject(query))
    const action = `inspect ${kind} ${query.by}`
    await audit.append({ officerId, action, reason, post, subjectIndex, outcome, details })
  }

  return {
    async inspect(request, { officer }) {
      const inspectedAt = clock.now()
      if (!rolesThatLookUp.includes(officer.role)) throw new KbytError('forbidden')
      checkOfficerDefaults(request, config)
      await limits.countLookUp(officer.officerId, inspectedAt)
      if (request.query.by === 'id-number') {
        const { idNumber } = request.query
        // dispatch 391, I.4.b: nine zeros are every child without papers, and so nobody
        if (toDocumentNumber(idNumber) === childPlaceholder) {
          throw new KbytError('inspection_placeholder')
        }
        await limits.countIdNumber(officer.officerId, idNumber, inspectedAt)
      }

      const inspectionId = createUuid(inspectedAt, randomBytes)
      let finding: Finding
      try {
        finding = await find(request, officer)
      } catch (error) {
        if (isKbytError(error)) await record(request, officer, error.code, { inspectionId })
        throw error
      }
      const { isHidden, ...found } = finding
      const personIds = [...found.people, ...found.candidates].map(({ personId }) => personId)
      await record(request, officer, toOutcome(finding), { inspectionId, personIds })
      const at = new Date(inspectedAt).toISOString()
      return { inspectionId, inspectedAt: at, kind: request.kind, ...found }
    },
  }
}

/** The log tells hidden from absent; the officer is not told. */
function toOutcome({ people, candidates, isHidden }: Finding): string {
  if (people.length + candidates.length > 0) return 'found'
  return isHidden ? 'out_of_area' : 'absent'
}

function toSubject(query: InspectionQuery): string {
  switch (query.by) {
    case 'id-number':
      return toDocumentNumber(query.idNumber)
    case 'phone':
      return toMobileE164(query.phone) ?? query.phone
    case 'person':
      return query.personId
    case 'qr':
      return query.qr
  }
}
