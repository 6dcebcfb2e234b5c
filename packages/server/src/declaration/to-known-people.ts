import type { Declaration } from '@kbyt/sdk/schema'
import { keptMs } from '../store/retention.js'
import type { DeclarationWithPeople, KnownPerson } from '../store/store.js'
import type { Vault } from '../vault.js'
import { toPersonKey } from './to-person-key.js'

/** The people of a declaration by what they were recognised, for as long as it is kept. */
export async function toKnownPeople(
  vault: Vault,
  declaration: Declaration,
  { people, declaration: { phoneIndex } }: DeclarationWithPeople,
): Promise<KnownPerson[]> {
  const known = people.map(async ({ personId, position, validUntil }) => {
    const declared = declaration.people[position]
    if (!declared) return []
    const key = await toPersonKey(vault, declared.person, phoneIndex)
    return [{ key, personId, keptUntil: validUntil + keptMs.declarations }]
  })
  return (await Promise.all(known)).flat()
}
