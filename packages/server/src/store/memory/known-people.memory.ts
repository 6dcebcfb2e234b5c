import { LostPerson } from '../lost-person.js'
import type { KnownPerson, PersonKey } from '../store.js'
import { toKeptUntil } from '../to-kept-until.js'
import type { MemoryState } from './memory-state.js'

export const toPersonText = (key: PersonKey) =>
  key.by === 'document' ? `document\0${key.index}` : `child\0${key.phoneIndex}\0${key.index}`

/** @throws {LostPerson} when one of them became somebody else since they were resolved. */
export function checkKnown({ people }: MemoryState, known: readonly KnownPerson[]): void {
  for (const { key, personId } of known) {
    const found = people.get(toPersonText(key))
    if (found && found.personId !== personId) throw new LostPerson()
  }
}

/** Holds people to the ids they were resolved to, as long as the longest that needs it. */
export function keepKnown({ people }: MemoryState, known: readonly KnownPerson[]): void {
  for (const { key, personId, keptUntil } of known) {
    const text = toPersonText(key)
    const longest = Math.max(people.get(text)?.keptUntil ?? 0, toKeptUntil(keptUntil))
    people.set(text, { personId, keptUntil: longest })
  }
}
