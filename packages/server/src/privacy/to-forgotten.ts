import type { Person } from '@kbyt/sdk/schema'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import type { ForgottenPerson } from '../store/store.js'
import type { Vault } from '../vault.js'

/** Somebody whom declarations or an account name. */
export interface NamedPerson {
  readonly personId: string
  readonly person: Person
  /** Whether the document is proven to be theirs, and not only typed. */
  readonly isProven: boolean
}

/** What goes with a person: without a proof of the document nothing that lies under it alone. */
export async function toForgotten(
  vault: Vault,
  { personId, person: { identityDocument }, isProven }: NamedPerson,
): Promise<ForgottenPerson> {
  const { type, number } = identityDocument
  const documentIndexes = type === 'child' ? [] : [await toDocumentIndex(vault, type, number)]
  return { personId, documentIndexes, isProven }
}
