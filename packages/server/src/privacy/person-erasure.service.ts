import {
  type IdentityDocument,
  type PersonErasure,
  type PersonErasureRequest,
  personErasureSchema,
  toDocumentNumber,
  toPlainText,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { checkRole } from '../localities/check-role.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import type { DeclarationWithPeople, Erasure, ForgottenPerson } from '../store/store.js'
import { isUnproven, type PartedDeclarations, partDeclarations } from './part-declarations.js'
import { toForgotten } from './to-forgotten.js'

/**
 * Owns: forgetting somebody who proved no phone, because an officer declared for them or a venue scanned
 * their card. The officer sees the documents, which no phone can show.
 */
export interface PersonErasureService {
  /** @throws {KbytError} `forbidden`, `rate_limited`, `audit_unavailable`. */
  erase(request: PersonErasureRequest, call: OfficerCall): Promise<PersonErasure>
}

export interface PersonErasureServiceOptions {
  readonly outside: Outside
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
  readonly limits: InspectionLimits
}

/** Whom the documents lead to, and what names them. */
interface Found {
  readonly documentIndexes: readonly string[]
  readonly personIds: readonly string[]
  readonly erasable: readonly DeclarationWithPeople[]
  readonly left: PersonErasure['left']
}

export function createPersonErasureService(
  options: PersonErasureServiceOptions,
): PersonErasureService {
  const { outside, idempotency, audit, limits } = options
  const { store, vault, clock } = outside

  async function find({ documents, withOthers = false }: PersonErasureRequest): Promise<Found> {
    const documentIndexes = await Promise.all(
      documents.map(({ type, number }) => toDocumentIndex(vault, type, number)),
    )
    const personIds = await store.declarations.findPeople(documentIndexes)
    const named = await Promise.all(
      personIds.map((personId) => store.declarations.findOfPerson(personId)),
    )
    const all = new Map(named.flat().map((each) => [each.declaration.declarationId, each]))
    return { documentIndexes, personIds, ...part([...all.values()], personIds, withOthers) }
  }

  async function listPeople(
    { documentIndexes, personIds }: Found,
    { opened, kept }: PartedDeclarations,
  ): Promise<ForgottenPerson[]> {
    const isProven = kept.length === 0
    const asked = personIds.map((personId) => ({ personId, documentIndexes, isProven }))
    const others = opened
      .flatMap(({ people }) => people)
      .filter(({ row }) => !personIds.includes(row.personId))
      .map(({ row, declared: { person } }) =>
        toForgotten(vault, { personId: row.personId, person, isProven: false }),
      )
    return [...asked, ...(await Promise.all(others))]
  }

  async function record(
    { documents, grounds }: PersonErasureRequest,
    { officer }: OfficerCall,
    { personIds }: Found,
    { declarations }: Erasure,
  ): Promise<void> {
    const number = toDocumentNumber(documents[0]?.number ?? '')
    await audit.append({
      officerId: officer.officerId,
      action: 'erase person',
      reason: null,
      post: officer.defaultPost,
      subjectIndex: await vault.index('subject', number),
      outcome: `erased ${declarations.length}`,
      details: {
        grounds: toPlainText(grounds),
        personIds,
        declarationIds: declarations.map(({ declarationId }) => declarationId),
      },
    })
  }

  return {
    async erase(request, call) {
      const { officer } = call
      checkRole(officer, ['province'])
      const once = {
        principal: toOfficerPrincipal(officer),
        status: 201,
        parse: personErasureSchema.parse,
      }
      return idempotency.runOnce(call, once, async (seal) => {
        const at = clock.now()
        await countDocuments(limits, request.documents, officer.officerId, at)
        const found = await find(request)
        const parted = await partDeclarations(outside, found.erasable)
        const { erased, events, kept } = parted
        const people = await listPeople(found, parted)
        const erasure = {
          at,
          phone: undefined,
          declarations: erased,
          people,
          // whoever was never declared here has no id, and what came from elsewhere goes all the same
          importSubjects: kept.length === 0 ? found.documentIndexes : [],
          events,
        }
        await record(request, call, found, erasure)
        const answer = {
          erasedAt: new Date(at).toISOString(),
          erasedDeclarations: erased.length,
          kept: [...kept],
          left: found.left,
        }
        await store.privacy.erase(erasure, await seal(answer))
        return answer
      })
    },
  }
}

/** What a phone declared is that phone's to erase; what names others is not this person's alone. */
function part(
  named: readonly DeclarationWithPeople[],
  personIds: readonly string[],
  withOthers: boolean,
): Pick<Found, 'erasable' | 'left'> {
  const toReason = ({ declaration, people }: DeclarationWithPeople) => {
    if (!isUnproven(declaration)) return 'phone'
    const isTheirs = people.every(({ personId }) => personIds.includes(personId))
    return isTheirs || withOthers ? undefined : 'others'
  }
  return {
    erasable: named.filter((each) => toReason(each) === undefined),
    left: named.flatMap((each) => {
      const because = toReason(each)
      return because ? [{ declarationId: each.declaration.declarationId, because }] : []
    }),
  }
}

/** It tells whether a number is known, as a look-up does, and counts as one. */
async function countDocuments(
  limits: InspectionLimits,
  documents: readonly IdentityDocument[],
  officerId: string,
  nowMs: number,
): Promise<void> {
  await limits.countLookUp(officerId, nowMs)
  for (const { number } of documents) await limits.countIdNumber(officerId, number, nowMs)
}
