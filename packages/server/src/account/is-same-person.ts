import type { Account } from '@kbyt/sdk/schema'

type Named = Account['person']

/** What a card says of somebody, and a grant after it: the rest may change and it is still them. */
export function isSamePerson(one: Named, other: Named): boolean {
  const toText = ({ fullName, bornOn, gender, identityDocument: { type, number } }: Named) =>
    [fullName, bornOn, gender, type, number].join(' ')
  return toText(one) === toText(other)
}
