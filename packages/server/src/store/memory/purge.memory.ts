import { keptMs } from '../retention.js'
import { drop, type MemoryState } from './memory-state.js'

/** Deletes what the retention of each class no longer allows to keep. */
export function purgeMemory(state: MemoryState, nowMs: number): void {
  drop(state.challenges, ({ expiresAt }) => expiresAt + keptMs.challenges <= nowMs)
  drop(state.sessions, ({ expiresAt }) => expiresAt + keptMs.sessions <= nowMs)
  drop(state.statusSlots, ({ validUntil }) => validUntil + keptMs.statusSlots <= nowMs)
  drop(state.officerSessions, ({ expiresAt }) => expiresAt <= nowMs)
  drop(state.arrivals, ({ row }) => row.arrivalAt + keptMs.arrivals <= nowMs)
  drop(state.screenings, ({ row }) => row.declaredAt + keptMs.screenings <= nowMs)
  drop(state.limits, ({ resetsAt }) => resetsAt <= nowMs)
  drop(state.claims, ({ expiresAt }) => expiresAt <= nowMs)
  drop(state.papers, ({ closedAt }) => (closedAt ?? nowMs) + keptMs.papers <= nowMs)
  purgeDeclarations(state, nowMs - keptMs.declarations)
  drop(state.grants, ({ validUntil }) => validUntil + keptMs.statusSlots <= nowMs)
  purgeKnown(state, nowMs)
  drop(state.accounts, ({ keptUntil }) => keptUntil <= nowMs)
  drop(state.cardPhotos, ({ keptUntil }) => keptUntil <= nowMs)
  drop(state.contacts, ({ keptUntil }) => keptUntil <= nowMs)
  drop(state.visits, ({ happenedAt }) => happenedAt + keptMs.visits <= nowMs)
  drop(state.devices, ({ revokedAt }) => (revokedAt ?? nowMs) + keptMs.devices <= nowMs)
  purgeVenues(state, nowMs)
  drop(state.feed, ({ at }) => at + keptMs.feed <= nowMs)
  drop(state.deliveries, ({ finishedAt }) => (finishedAt ?? nowMs) + keptMs.feed <= nowMs)
  drop(state.imported, ({ receivedAt }) => receivedAt + keptMs.imports <= nowMs)
  drop(state.importIds, ({ receivedAt }) => receivedAt + keptMs.imports <= nowMs)
  drop(state.messages, ({ row, state: messageState }) => {
    const kept = messageState === 'waiting' ? 0 : keptMs.messages
    return row.expiresAt + kept <= nowMs
  })
}

function purgeDeclarations(state: MemoryState, endedBy: number): void {
  for (const [declarationId, { people }] of state.declarations) {
    if (people.some(({ validUntil }) => validUntil > endedBy)) continue
    state.declarations.delete(declarationId)
    for (const { passId, personId } of people) {
      state.passes.delete(passId)
      const named = (state.declarationsOf.get(personId) ?? []).filter(
        (each) => each.declarationId !== declarationId,
      )
      state.declarationsOf.set(personId, named)
      if (named.length === 0) forgetChild(state, personId)
    }
  }
}

function purgeVenues({ venues, venueStaff, devices }: MemoryState, nowMs: number): void {
  for (const [venueCode, { closedAt }] of venues) {
    if ((closedAt ?? nowMs) + keptMs.venues > nowMs) continue
    venues.delete(venueCode)
    drop(venueStaff, (member) => member.venueCode === venueCode)
    drop(devices, (device) => device.venueCode === venueCode)
  }
}

/** A child is known as long as it is declared (see below). */
function purgeKnown({ people }: MemoryState, nowMs: number): void {
  for (const [key, { keptUntil }] of people) {
    if (key.startsWith('document\0') && keptUntil <= nowMs) people.delete(key)
  }
}

/** Who has a document is known by it on; a child without one is nobody's without a declaration. */
function forgetChild(state: MemoryState, personId: string): void {
  for (const [key, known] of state.people) {
    if (known.personId === personId && key.startsWith('child\0')) state.people.delete(key)
  }
}
