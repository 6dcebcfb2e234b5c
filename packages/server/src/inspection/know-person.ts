import type { DocumentType, Person } from '@kbyt/sdk/schema'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import { toContactIndex } from '../imports/to-imported-subject.js'
import type { Outside } from '../outside.js'
import type { BlindIndex } from '../store/store.js'

/** Everything one person may be on record under. */
export interface KnownPerson {
  /** Their own first. */
  readonly personIds: readonly string[]
  readonly documentIndexes: readonly BlindIndex[]
  /** Of their own phone with name and birth; a national system may know no more. */
  readonly contactIndex?: BlindIndex
  /** Where it is given, only what this phone did counts: nothing else is proven. */
  readonly phoneIndex?: BlindIndex
}

/** A venue may have scanned the insurance card of somebody who declares with the CCCD: both are them. */
export type KnowPerson = (personId: string, person: Person) => Promise<KnownPerson>

export function createKnowPerson({ store, vault }: Outside): KnowPerson {
  return async (personId, person) => {
    const documentIndexes = await Promise.all(
      listDocuments(person).map(([type, number]) => toDocumentIndex(vault, type, number)),
    )
    const others = await store.declarations.findPeople(documentIndexes)
    const { phone } = person
    return {
      personIds: [...new Set([personId, ...others])],
      documentIndexes,
      ...(phone !== undefined && {
        contactIndex: await toContactIndex(vault, { ...person, phone }),
      }),
    }
  }
}

/** Nine zeros are nobody's. The last ten of an insurance number are the social insurance number. */
function listDocuments({ identityDocument, insuranceNumber }: Person): [DocumentType, string][] {
  const { type, number } = identityDocument
  return [
    ...(type === 'child' ? [] : [[type, number] satisfies [DocumentType, string]]),
    ...(insuranceNumber === undefined
      ? []
      : [['bhxh', insuranceNumber.slice(-10)] satisfies [DocumentType, string]]),
  ]
}
