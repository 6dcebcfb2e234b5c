import { foldName, type ImportedDeclaration, type Person } from '@kbyt/sdk/schema'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import type { BlindIndex } from '../store/store.js'
import type { Vault } from '../vault.js'

type Named = Pick<ImportedDeclaration, 'identityDocument' | 'phone' | 'fullName' | 'bornOn'>

/** Whom an imported declaration is about: by the numbered document, else by phone, name and birth. */
export async function toImportedSubject(
  vault: Vault,
  { identityDocument, phone, fullName, bornOn }: Named,
): Promise<BlindIndex | undefined> {
  if (identityDocument && identityDocument.type !== 'child') {
    return toDocumentIndex(vault, identityDocument.type, identityDocument.number)
  }
  if (phone === undefined || fullName === undefined || bornOn === undefined) return undefined
  return toContactIndex(vault, { phone, fullName, bornOn })
}

/** A person told by a phone, a name and a year of birth: many systems ask no more than the year. */
export async function toContactIndex(
  vault: Vault,
  { phone, fullName, bornOn }: { phone: string } & Pick<Person, 'fullName' | 'bornOn'>,
): Promise<BlindIndex> {
  const words = ['contact', phone, foldName(fullName), bornOn.slice(0, 4)]
  return vault.index('import', JSON.stringify(words))
}
