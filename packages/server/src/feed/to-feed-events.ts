import type { FeedEventType } from '@kbyt/sdk/schema'
import { createUuid } from '../identifiers.js'
import type { RandomBytes } from '../ports.js'
import type { DeclarationWithPeople, FeedEventRow } from '../store/store.js'

/** What the feed will tell of a declaration: one event for each of its people. */
export function toFeedEvents(
  type: FeedEventType,
  { declaration: { phoneIndex, declarationId }, people }: DeclarationWithPeople,
  at: number,
  randomBytes: RandomBytes,
): FeedEventRow[] {
  return people.map(({ personId }) => ({
    eventId: createUuid(at, randomBytes),
    type,
    at,
    phoneIndex,
    declarationId,
    personId,
  }))
}
