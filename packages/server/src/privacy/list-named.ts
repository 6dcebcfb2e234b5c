import { type Account, type Person, personSchema } from '@kbyt/sdk/schema'
import type { OpenedDeclaration } from '../declaration/open-declaration.js'

/** Somebody whom declarations or an account name. */
export interface NamedPerson {
  readonly personId: string
  readonly person: Person
  /** Whether the document is proven to be theirs, and not only typed. */
  readonly isProven: boolean
}

/** Everybody the phone named; of them its account's holder alone may have proven a document. */
export function listNamed(
  opened: readonly OpenedDeclaration[],
  account: Account | undefined,
): NamedPerson[] {
  const declared = opened.flatMap(({ people }) =>
    people.map(({ row: { personId }, declared: { person } }) => ({ personId, person })),
  )
  const holder = account
    ? [{ personId: account.personId, person: personSchema.parse(account.person) }]
    : []
  const named = new Map([...declared, ...holder].map((each) => [each.personId, each]))
  const provenId = account?.verification === 'verified' ? account.personId : undefined
  return [...named.values()].map((each) => ({ ...each, isProven: each.personId === provenId }))
}
