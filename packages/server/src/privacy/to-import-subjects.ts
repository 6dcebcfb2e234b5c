import { toDocumentIndex } from '../declaration/to-person-key.js'
import { toContactIndex } from '../imports/to-imported-subject.js'
import type { BlindIndex } from '../store/store.js'
import type { Vault } from '../vault.js'
import type { NamedPerson } from './to-forgotten.js'

/** Under what other systems' declarations lie that are a person's: by the phone that was proven, or the document where that is. */
export async function toImportSubjects(
  vault: Vault,
  { person, isProven }: NamedPerson,
  phone: string,
): Promise<BlindIndex[]> {
  const { type, number } = person.identityDocument
  return [
    ...(isProven && type !== 'child' ? [await toDocumentIndex(vault, type, number)] : []),
    ...(person.phone === phone ? [await toContactIndex(vault, { ...person, phone })] : []),
  ]
}
