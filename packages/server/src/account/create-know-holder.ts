import type { Person } from '@kbyt/sdk/schema'
import { toPersonKey } from '../declaration/to-person-key.js'
import { createPersonId } from '../identifiers.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { BlindIndex, KnownPerson } from '../store/store.js'

/** Who the holder of an account is, and until when it is kept unless it is used again. */
export type KnowHolder = (person: Person, phoneIndex: BlindIndex) => Promise<KnownPerson>

/** `dormantDays`: how long an account is kept that nobody uses. */
export function createKnowHolder(
  { store, vault, clock, randomBytes }: Outside,
  dormantDays: number,
): KnowHolder {
  return async (person, phoneIndex) => {
    const key = await toPersonKey(vault, person, phoneIndex)
    const keptUntil = clock.now() + dormantDays * dayMs
    const proposedId = createPersonId(randomBytes)
    const personId = await store.declarations.resolvePerson(key, proposedId, keptUntil)
    return { key, personId, keptUntil }
  }
}
