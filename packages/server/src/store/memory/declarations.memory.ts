import type { DeclarationStore, DeclarationWithPeople } from '../store.js'
import { cancelArrivals, keepArrival } from './arrival-succession.memory.js'
import { appendEvents } from './feed.memory.js'
import { answerClaim } from './idempotency.memory.js'
import { checkKnown, keepKnown, toPersonText } from './known-people.memory.js'
import type { MemoryState } from './memory-state.js'
import { checkWaiting, enterPaper } from './papers.memory.js'
import { revokeSlot } from './revoke-slot.memory.js'
import { keepScreening } from './screenings.memory.js'

function isNewer(
  { declaration: a }: DeclarationWithPeople,
  { declaration: b }: DeclarationWithPeople,
) {
  if (a.declaredAt !== b.declaredAt) return a.declaredAt > b.declaredAt
  return a.declarationId > b.declarationId
}

const newestFirst = (a: DeclarationWithPeople, b: DeclarationWithPeople) => (isNewer(a, b) ? -1 : 1)

export function createMemoryDeclarations(state: MemoryState): DeclarationStore {
  const { declarations } = state

  function findOwn(phoneIndex: string, declarationId: string) {
    const found = declarations.get(declarationId)
    return found?.declaration.phoneIndex === phoneIndex ? found : undefined
  }

  return {
    ...createMemoryPeople(state),

    async saveDeclaration(filed, answer, consequences) {
      const { arrivals, screenings, events, known, contact, paper } = consequences
      if (paper) checkWaiting(state, paper)
      checkKnown(state, known)
      answerClaim(state, answer)
      keepKnown(state, known)
      keepDeclaration(state, filed)
      if (contact) state.contacts.set(filed.declaration.declarationId, contact)
      for (const row of arrivals) keepArrival(state, row)
      for (const row of screenings) keepScreening(state, row)
      appendEvents(state, events)
      if (paper) enterPaper(state, paper)
    },

    async findDeclarations(phoneIndex, limit) {
      return [...declarations.values()]
        .filter(({ declaration }) => declaration.phoneIndex === phoneIndex)
        .sort(newestFirst)
        .slice(0, limit)
    },

    async findByContact(contactIndex) {
      return [...state.contacts].flatMap(([declarationId, contact]) =>
        contact.contactIndex === contactIndex ? (declarations.get(declarationId) ?? []) : [],
      )
    },

    async findOfPerson(personId) {
      return (state.declarationsOf.get(personId) ?? []).flatMap(
        ({ declarationId }) => declarations.get(declarationId) ?? [],
      )
    },

    async findDeclaration(phoneIndex, declarationId) {
      return findOwn(phoneIndex, declarationId)
    },

    async withdrawDeclaration(phoneIndex, declarationId, nowMs, answer, events) {
      const found = findOwn(phoneIndex, declarationId)
      if (!found) return undefined
      answerClaim(state, answer)
      const withdrawnAt = found.declaration.withdrawnAt ?? nowMs
      const withdrawn = { ...found, declaration: { ...found.declaration, withdrawnAt } }
      declarations.set(declarationId, withdrawn)
      for (const { statusIndex } of found.people) revokeSlot(state, statusIndex)
      cancelArrivals(state, withdrawn)
      if (found.declaration.withdrawnAt === null) appendEvents(state, events)
      return withdrawn
    },

    async findNewestOfPerson(personId, kind) {
      const named = (state.declarationsOf.get(personId) ?? [])
        .filter((entry) => entry.kind === kind)
        .flatMap(({ declarationId }) => declarations.get(declarationId) ?? [])
        .sort(newestFirst)
      return named.find(({ declaration }) => declaration.withdrawnAt === null) ?? named[0]
    },

    async findByPass(passId) {
      const declarationId = state.passes.get(passId)
      return declarationId === undefined ? undefined : declarations.get(declarationId)
    },
  }
}

function keepDeclaration(state: MemoryState, filed: DeclarationWithPeople): void {
  const { declarationId, kind } = filed.declaration
  const people = filed.people.toSorted((a, b) => a.position - b.position)
  state.declarations.set(declarationId, { declaration: filed.declaration, people })
  for (const { passId, personId } of people) {
    state.passes.set(passId, declarationId)
    const named = state.declarationsOf.get(personId) ?? []
    state.declarationsOf.set(personId, [...named, { kind, declarationId }])
  }
}

type PeopleMethods =
  | 'resolvePerson'
  | 'findPerson'
  | 'findPeople'
  | 'claimStatusList'
  | 'claimStatusIndex'

function createMemoryPeople(state: MemoryState): Pick<DeclarationStore, PeopleMethods> {
  const { people, statusLists, statusSlots } = state
  return {
    async resolvePerson(key, proposedId, keptUntil) {
      const personId = people.get(toPersonText(key))?.personId ?? proposedId
      keepKnown(state, [{ key, personId, keptUntil }])
      return personId
    },

    async findPerson(index) {
      return people.get(toPersonText({ by: 'document', index }))?.personId
    },

    async findPeople(indexes) {
      const found = indexes.map((index) => people.get(toPersonText({ by: 'document', index })))
      return [...new Set(found.flatMap((each) => each?.personId ?? []))]
    },

    async claimStatusList(node) {
      const list = statusLists.get(node) ?? statusLists.size
      statusLists.set(node, list)
      return list
    },

    async claimStatusIndex(statusIndex, passId, validUntil) {
      if (statusSlots.has(statusIndex)) return false
      statusSlots.set(statusIndex, { passId, validUntil, status: 'valid' })
      return true
    },
  }
}
