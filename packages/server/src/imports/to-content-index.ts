import type { ImportedDeclaration } from '@kbyt/sdk/schema'
import type { BlindIndex } from '../store/store.js'
import type { Vault } from '../vault.js'

/**
 * What tells a declaration from another one of the same person: the moment and the answers. Two
 * systems that pass one declaration on spell names their own way.
 */
export function toContentIndex(vault: Vault, declared: ImportedDeclaration): Promise<BlindIndex> {
  const { declaredAt, hasSymptom, hasContact, symptoms = [], contacts = {} } = declared
  const met = Object.entries(contacts).flatMap(([name, isMet]) => (isMet ? [name] : []))
  const answers = [hasSymptom, hasContact, symptoms.toSorted(), met.toSorted()]
  return vault.index('import', JSON.stringify(['content', declaredAt, ...answers]))
}
