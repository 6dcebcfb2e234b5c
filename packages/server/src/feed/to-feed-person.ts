import type { FeedField, FeedPerson } from '@kbyt/sdk/schema'
import type { OpenedDeclaration, OpenedPerson } from '../declaration/open-declaration.js'

/** Of a declared person the fields that a subscriber may be told; undefined when there is none. */
export function toFeedPerson(
  { declaration, phone: declarerPhone }: OpenedDeclaration,
  { declared: { person, health, recentPlaces } }: OpenedPerson,
  fields: readonly FeedField[],
): FeedPerson | undefined {
  const { fullName, identityDocument, bornOn, gender, nationality, email, address } = person
  const all: Required<FeedPerson> | FeedPerson = {
    fullName,
    identityDocument,
    bornOn,
    gender,
    nationality,
    email,
    address,
    phone: person.phone ?? declarerPhone,
    health,
    recentPlaces,
    journey: declaration.kind === 'entry' ? declaration.journey : undefined,
  }
  const told = Object.fromEntries(
    fields.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]])),
  )
  return Object.keys(told).length > 0 ? told : undefined
}
