import { toDocumentIndex } from '../declaration/to-person-key.js'
import type { ForgottenPerson } from '../store/store.js'
import type { Vault } from '../vault.js'
import type { NamedPerson } from './list-named.js'

/** What goes with a person: without a proof of the document nothing that lies under it alone. */
export async function toForgotten(
  vault: Vault,
  { personId, person: { identityDocument }, isProven }: NamedPerson,
): Promise<ForgottenPerson> {
  const { type, number } = identityDocument
  const documentIndexes = type === 'child' ? [] : [await toDocumentIndex(vault, type, number)]
  return { personId, documentIndexes, isProven }
}
