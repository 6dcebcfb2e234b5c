import type { Pass } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { DeclarationRow, PersonRow } from '../store/store.js'
import type { Vault } from '../vault.js'

const contentSchema = z.object({ text: z.string(), displayName: z.string() })
/** What is sealed of a pass: the text that was signed at the time, and whose it shows itself to be. */
export type PassContent = z.infer<typeof contentSchema>

/** Seals what {@link openPass} opens. */
export function sealPass(vault: Vault, passId: string, content: PassContent): Promise<string> {
  return vault.seal(passId, content)
}

/** The pass as its owner gets it. */
export async function openPass(
  vault: Vault,
  person: PersonRow,
  declaration: Pick<DeclarationRow, 'kind' | 'withdrawnAt'>,
  nowMs: number,
): Promise<Pass> {
  const content = contentSchema.parse(await vault.open(person.passId, person.sealed))
  return toPass(person, content, declaration, nowMs)
}

/** The same of one whose content is at hand. */
export function toPass(
  person: PersonRow,
  content: PassContent,
  declaration: Pick<DeclarationRow, 'kind' | 'withdrawnAt'>,
  nowMs: number,
): Pass {
  return {
    passId: person.passId,
    ...content,
    kind: declaration.kind,
    issuedAt: new Date(person.issuedAt).toISOString(),
    validUntil: new Date(person.validUntil).toISOString(),
    state: toPassState(person, declaration, nowMs),
  }
}

export function toPassState(
  { validUntil }: Pick<PersonRow, 'validUntil'>,
  { withdrawnAt }: Pick<DeclarationRow, 'withdrawnAt'>,
  nowMs: number,
): Pass['state'] {
  if (withdrawnAt !== null) return 'withdrawn'
  return validUntil <= nowMs ? 'expired' : 'valid'
}
