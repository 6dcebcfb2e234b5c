import type { DeclarationWithPeople } from '../store/store.js'

/**
 * Ids of the declarations that have nothing to show any more: everybody in them is named by a newer
 * one of their kind that stands. `stored` is newest first. One phone declares for many, now for these
 * and now for those: whoever is not named again keeps their pass.
 */
export function toSuperseded(stored: readonly DeclarationWithPeople[]): Set<string> {
  const superseded = new Set<string>()
  const named = new Set<string>()
  for (const { declaration, people } of stored) {
    const { declarationId, kind, withdrawnAt } = declaration
    const keys = people.map(({ personId }) => `${kind} ${personId}`)
    if (keys.every((key) => named.has(key))) superseded.add(declarationId)
    if (withdrawnAt === null) for (const key of keys) named.add(key)
  }
  return superseded
}
