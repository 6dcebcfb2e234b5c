import type { ErasedPerson, ForgottenPerson, PrivacyStore } from '../store.js'
import { appendEvents } from './feed.memory.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'
import { revokeSlot } from './revoke-slot.memory.js'

export function createMemoryPrivacy(state: MemoryState): PrivacyStore {
  return {
    async erase(erasure, answer) {
      answerClaim(state, answer)
      const { phoneIndex, declarations, holder, isWhole, events } = erasure
      for (const { declarationId, people } of declarations) {
        eraseDeclaration(state, declarationId, people)
      }
      appendEvents(state, events)
      eraseAccount(state, phoneIndex)
      const declared = declarations.flatMap(({ people }) => people)
      for (const person of holder ? [...declared, holder] : declared) {
        forgetPerson(state, phoneIndex, person)
      }
      drop(state.sessions, (session) => session.phoneIndex === phoneIndex)
      drop(state.challenges, (challenge) => challenge.phoneIndex === phoneIndex)
      for (const key of state.claims.keys()) {
        const isOther = key.startsWith(`${phoneIndex}\0`) && key !== `${phoneIndex}\0${answer.key}`
        if (isOther) state.claims.delete(key)
      }
      if (!isWhole) return
      drop(state.visits, (visit) => visit.phoneIndex === phoneIndex)
      for (const key of state.people.keys()) {
        if (key.startsWith(`child\0${phoneIndex}\0`)) state.people.delete(key)
      }
    },
  }
}

function eraseDeclaration(
  state: MemoryState,
  declarationId: string,
  people: readonly ErasedPerson[],
): void {
  state.declarations.delete(declarationId)
  for (const { eventId } of [...state.feed.values()].filter(isOfDeclaration(declarationId))) {
    state.feed.delete(eventId)
    drop(state.deliveries, (delivery) => delivery.eventId === eventId)
  }
  drop(state.arrivals, ({ row }) => row.declarationId === declarationId)
  drop(state.screenings, ({ row }) => row.declarationId === declarationId)
  for (const { passId, personId, statusIndex } of people) {
    revokeSlot(state, statusIndex)
    state.passes.delete(passId)
    const named = (state.declarationsOf.get(personId) ?? []).filter(
      (each) => each.declarationId !== declarationId,
    )
    state.declarationsOf.set(personId, named)
  }
}

const isOfDeclaration = (id: string) => (row: { declarationId: string }) => row.declarationId === id

/** Look-ups of what is gone, and the person altogether where nobody else names them. */
function forgetPerson(state: MemoryState, phoneIndex: string, person: ForgottenPerson): void {
  const { personId, importSubjects } = person
  const isOf = ({ row }: { row: { personId: string } }) => row.personId === personId
  const isNamed =
    (state.declarationsOf.get(personId) ?? []).length > 0 ||
    [...state.accounts.values()].some((account) => account.personId === personId)
  if (!isNamed) {
    state.declarationsOf.delete(personId)
    drop(state.people, (id) => id === personId)
    drop(state.imported, ({ subject }) => importSubjects.includes(subject))
    drop(state.screenings, (each) => isOf(each) && each.row.phoneIndex === phoneIndex)
    drop(state.visits, (visit) => visit.personId === personId)
  }
  if (![...state.arrivals.values()].some(isOf)) state.arrivalOf.delete(personId)
  if (![...state.screenings.values()].some(isOf)) state.screeningOf.delete(personId)
}

function eraseAccount(state: MemoryState, phoneIndex: string): void {
  for (const grant of [...state.grants.values()]) {
    if (grant.phoneIndex !== phoneIndex) continue
    revokeSlot(state, grant.statusIndex)
    state.grants.delete(grant.grantId)
  }
  state.accounts.delete(phoneIndex)
  drop(state.venueStaff, (member) => member.phoneIndex === phoneIndex)
}

function drop<Key, Row>(rows: Map<Key, Row>, isErased: (row: Row) => boolean): void {
  for (const [key, row] of rows) if (isErased(row)) rows.delete(key)
}
