import { type DocumentType, foldName, type Person, toDocumentKey } from '@kbyt/sdk/schema'
import type { BlindIndex, PersonKey } from '../store/store.js'
import type { Vault } from '../vault.js'

/** The blind index of a numbered document. */
export function toDocumentIndex(
  vault: Vault,
  type: DocumentType,
  number: string,
): Promise<BlindIndex> {
  return vault.index('document', toDocumentKey({ type, number }))
}

/** By what a person is recognised: nine zeros say nothing, so a child is known only under its declarer. */
export async function toPersonKey(
  vault: Vault,
  { identityDocument: { type, number }, fullName, bornOn }: Person,
  phoneIndex: BlindIndex,
): Promise<PersonKey> {
  if (type !== 'child') return { by: 'document', index: await toDocumentIndex(vault, type, number) }
  const index = await vault.index('child', `${phoneIndex} ${foldName(fullName)} ${bornOn}`)
  return { by: 'child', phoneIndex, index }
}
