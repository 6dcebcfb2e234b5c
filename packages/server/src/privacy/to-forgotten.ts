import type { Person } from '@kbyt/sdk/schema'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import { toContactIndex } from '../imports/to-imported-subject.js'
import type { ForgottenPerson } from '../store/store.js'
import type { Vault } from '../vault.js'

/** How sure it is whose the person's data are. */
interface Proof {
  /** The phone that was proven; what another system took from it is its own. */
  readonly phone: string | undefined
  /** Whether the document is proven as well, and not only typed. */
  readonly isProven: boolean
}

/** What goes with a person: without a proof of the document nothing that lies under it alone. */
export async function toForgotten(
  vault: Vault,
  personId: string,
  person: Person,
  { phone, isProven }: Proof,
): Promise<ForgottenPerson> {
  const { type, number } = person.identityDocument
  const documentIndexes = type === 'child' ? [] : [await toDocumentIndex(vault, type, number)]
  const contacts =
    phone !== undefined && person.phone === phone
      ? [await toContactIndex(vault, { ...person, phone })]
      : []
  const importSubjects = isProven ? [...documentIndexes, ...contacts] : contacts
  return { personId, documentIndexes, importSubjects, isProven }
}
