import { type DocumentType, foldName, type Person, toDocumentNumber } from '@kbyt/sdk/schema'
import type { BlindIndex, PersonKey } from '../store/store.js'
import type { Vault } from '../vault.js'

/** The blind index of a numbered document. A CMND of 12 digits carries the number its CCCD keeps. */
export function toDocumentIndex(
  vault: Vault,
  type: DocumentType,
  typedNumber: string,
): Promise<BlindIndex> {
  const number = toDocumentNumber(typedNumber)
  const kept = type === 'cmnd' && number.length === 12 ? 'cccd' : type
  return vault.index('document', `${kept} ${number}`)
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
