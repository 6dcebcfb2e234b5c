import {
  type Declaration,
  type DeclaredPerson,
  declarationSchema,
  type Handling,
  handlingSchema,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { DeclarationRow, DeclarationWithPeople, PersonRow } from '../store/store.js'
import type { Vault } from '../vault.js'

const sealedDeclarationSchema = z.object({
  phone: z.optional(z.string()),
  declaration: declarationSchema,
  handling: z.optional(handlingSchema),
})

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
function pairPeople({ people }: Declaration, rows: readonly PersonRow[]): OpenedPerson[] {
  return rows.flatMap((row) => {
    const declared = people[row.position]
    return declared ? [{ row, declared }] : []
  })
}
