import {
  type Declaration,
  type DeclaredPerson,
  declarationSchema,
  type Handling,
  handlingSchema,
  type Pass,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { DeclarationRow, DeclarationWithPeople, PersonRow } from '../store/store.js'
import type { Vault } from '../vault.js'

const sealedDeclarationSchema = z.object({
  phone: z.optional(z.string()),
  declaration: declarationSchema,
  handling: z.optional(handlingSchema),
})
const sealedPassSchema = z.object({ text: z.string(), displayName: z.string() })

/** A stored declaration in the clear; person and row meet by position. */
export interface OpenedDeclaration {
  readonly row: DeclarationRow
  /** The declarer's, E.164; an officer may have written it down, or there is none. */
  readonly phone: string | undefined
  readonly handling: Handling | undefined
  readonly declaration: Declaration
  readonly people: readonly OpenedPerson[]
}

export interface OpenedPerson {
  readonly row: PersonRow
  readonly declared: DeclaredPerson
}

/** Seals what {@link openDeclaration} opens. */
export function sealDeclaration(
  vault: Vault,
  declarationId: string,
  content: z.infer<typeof sealedDeclarationSchema>,
): Promise<string> {
  return vault.seal(declarationId, content)
}

export async function openDeclaration(
  vault: Vault,
  { declaration: row, people }: DeclarationWithPeople,
): Promise<OpenedDeclaration> {
  const content = await vault.open(row.declarationId, row.sealed)
  const { phone, declaration, handling } = sealedDeclarationSchema.parse(content)
  return { row, phone, declaration, handling, people: pairPeople(declaration, people) }
}

/** What was declared of each person, beside their row. */
export const pairPeople = ({ people }: Declaration, rows: readonly PersonRow[]): OpenedPerson[] =>
  rows.flatMap((row) => {
    const declared = people[row.position]
    return declared ? [{ row, declared }] : []
  })

/** The pass as its owner gets it; its text is the one that was signed at the time. */
export async function openPass(
  vault: Vault,
  person: PersonRow,
  declaration: Pick<DeclarationRow, 'kind' | 'withdrawnAt'>,
  nowMs: number,
): Promise<Pass> {
  const sealed = sealedPassSchema.parse(await vault.open(person.passId, person.sealed))
  return {
    passId: person.passId,
    ...sealed,
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
