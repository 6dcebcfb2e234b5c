import type { ErasedDeclaration, ErasedPhone, Erasure, PrivacyStore } from '../store.js'
import { cancelArrivals } from './arrival-succession.memory.js'
import { appendEvents } from './feed.memory.js'
import { eraseVisits, forgetPerson } from './forget-person.memory.js'
import { answerClaim } from './idempotency.memory.js'
import { areCurrent, leaveVenues } from './leave-venues.memory.js'
import { drop, type MemoryState } from './memory-state.js'
import { revokeSlot } from './revoke-slot.memory.js'

export function createMemoryPrivacy(state: MemoryState): PrivacyStore {
  return {
    async erase(erasure, answer) {
      const { phone, declarations, people, importSubjects, events } = erasure
      if (phone && !(areCurrent(state, phone) && isWhole(state, phone, declarations))) return false
      answerClaim(state, answer)
      for (const declaration of declarations) eraseDeclaration(state, declaration)
      appendEvents(state, events)
      if (phone) erasePhone(state, phone, erasure, answer.key)
      drop(state.imported, ({ subject }) => importSubjects.includes(subject))
      for (const person of people) forgetPerson(state, person, phone?.phoneIndex)
      return true
    },
  }
}

/** Whether the phone has no declaration but those that go and those to keep. */
function isWhole(
  { declarations, contacts }: MemoryState,
  { phoneIndex, keptDeclarations }: ErasedPhone,
  erased: readonly ErasedDeclaration[],
): boolean {
  const known = [...keptDeclarations, ...erased.map(({ declarationId }) => declarationId)]
  return [...declarations.values()].every(({ declaration }) => {
    const { declarationId } = declaration
    const isOf =
      declaration.phoneIndex === phoneIndex ||
      contacts.get(declarationId)?.contactIndex === phoneIndex
    return !isOf || known.includes(declarationId)
  })
}

function eraseDeclaration(state: MemoryState, erased: ErasedDeclaration): void {
  const { phoneIndex, declarationId, isUnproven, passes } = erased
  cancelArrivals(state, { declaration: { declarationId }, people: passes })
  state.declarations.delete(declarationId)
  state.contacts.delete(declarationId)
  const gone = [...state.feed.values()].filter((event) => event.declarationId === declarationId)
  for (const { eventId } of gone) {
    state.feed.delete(eventId)
    drop(state.deliveries, (delivery) => delivery.eventId === eventId)
  }
  drop(state.arrivals, ({ row }) => row.declarationId === declarationId)
  drop(state.screenings, ({ row }) => row.declarationId === declarationId)
  for (const { passId, personId, statusIndex } of passes) {
    revokeSlot(state, statusIndex)
    state.passes.delete(passId)
    const named = (state.declarationsOf.get(personId) ?? []).filter(
      (each) => each.declarationId !== declarationId,
    )
    state.declarationsOf.set(personId, named)
  }
  if (isUnproven) eraseTraces(state, phoneIndex)
}

function eraseTraces(state: MemoryState, phoneIndex: string): void {
  eraseVisits(state, (visit) => visit.phoneIndex === phoneIndex)
  for (const key of state.people.keys()) {
    if (key.startsWith(`child\0${phoneIndex}\0`)) state.people.delete(key)
  }
}

function erasePhone(
  state: MemoryState,
  phone: ErasedPhone,
  { at }: Erasure,
  keptKey: string,
): void {
  const { phoneIndex, keptDeclarations } = phone
  leaveVenues(state, phone, at)
  for (const grant of [...state.grants.values()]) {
    if (grant.phoneIndex !== phoneIndex) continue
    revokeSlot(state, grant.statusIndex)
    state.grants.delete(grant.grantId)
  }
  state.accounts.delete(phoneIndex)
  state.cardPhotos.delete(phoneIndex)
  drop(state.sessions, (session) => session.phoneIndex === phoneIndex)
  drop(state.challenges, (challenge) => challenge.phoneIndex === phoneIndex)
  for (const key of state.claims.keys()) {
    const isOther = key.startsWith(`${phoneIndex}\0`) && key !== `${phoneIndex}\0${keptKey}`
    if (isOther) state.claims.delete(key)
  }
  if (keptDeclarations.length === 0) eraseTraces(state, phoneIndex)
}
