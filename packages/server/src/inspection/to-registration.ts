import { type Candidate, maskNumber, type Registration, toBirthYear } from '@kbyt/sdk/schema'
import type { OpenedDeclaration, OpenedPerson } from '../declaration/open-declaration.js'
import { toPassState } from '../declaration/open-pass.js'

/** A person with the registration an officer sees. */
export function toRegistration(
  { row: declaration, phone, handling, declaration: sent }: OpenedDeclaration,
  { row: person, declared }: OpenedPerson,
  nowMs: number,
): Registration {
  return {
    personId: person.personId,
    declarationId: declaration.declarationId,
    kind: declaration.kind,
    channel: declaration.channel,
    declaredAt: new Date(declaration.declaredAt).toISOString(),
    ...(handling && { handling }),
    ...(phone !== undefined && { declarerPhone: phone }),
    ...declared,
    ...(sent.kind === 'entry' ? { journey: sent.journey } : {}),
    passState: toPassState(person, declaration, nowMs),
    validUntil: new Date(person.validUntil).toISOString(),
  }
}

/** Enough to choose somebody of a family, no more. */
export function toCandidate({ row, declared: { person } }: OpenedPerson): Candidate {
  return {
    personId: row.personId,
    fullName: person.fullName,
    birthYear: toBirthYear(person.bornOn),
    maskedIdNumber: maskNumber(person.identityDocument.number),
  }
}
