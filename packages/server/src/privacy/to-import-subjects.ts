import { toDocumentIndex } from '../declaration/to-person-key.js'
import { toContactIndex } from '../imports/to-imported-subject.js'
import type { BlindIndex } from '../store/store.js'
import type { Vault } from '../vault.js'
import type { NamedPerson } from './list-named.js'

/**
 * Under what other systems' declarations lie that are a person's: what was declared there with the proven
 * phone, and what lies under the document where that is proven.
 */
export async function toImportSubjects(
  vault: Vault,
  { person, isProven }: NamedPerson,
  phone: string,
): Promise<BlindIndex[]> {
  const { type, number } = person.identityDocument
  const contact = await toContactIndex(vault, { ...person, phone })
  if (!isProven || type === 'child') return [contact]
  return [contact, await toDocumentIndex(vault, type, number)]
}
