import type { FeedEvent, FeedEventType } from '@kbyt/sdk/schema'
import { type OpenedDeclaration, openDeclaration } from '../declaration/open-declaration.js'
import { isInArea } from '../inspection/is-in-area.js'
import { toOwnPlace } from '../inspection/to-own-place.js'
import type { Outside } from '../outside.js'
import type { NumberedEventRow } from '../store/store.js'
import type { SubscriberContent } from './subscriber-content.js'
import { toFeedPerson } from './to-feed-person.js'

/** An event as one subscriber is told it. */
export interface DescribedEvent {
  readonly row: NumberedEventRow
  readonly event: FeedEvent
}

/**
 * Tells events as a subscriber may hear them; those that are not for it are left out. Of what was
 * erased since, nothing is told but that.
 */
export type DescribeEvents = (
  rows: readonly NumberedEventRow[],
  subscriber: SubscriberContent,
) => Promise<DescribedEvent[]>

export function createDescribeEvents({ store, vault, config }: Outside): DescribeEvents {
  async function open({ phoneIndex, declarationId }: NumberedEventRow) {
    const stored = await store.declarations.findDeclaration(phoneIndex, declarationId)
    return stored && openDeclaration(vault, stored)
  }

  function describe(
    row: NumberedEventRow,
    opened: OpenedDeclaration | undefined,
    { areas, fields }: SubscriberContent,
  ): DescribedEvent[] {
    if (row.type === 'declaration-erased') return [{ row, event: toErased(row) }]
    const person = opened?.people.find((each) => each.row.personId === row.personId)
    if (!opened || !person) return []
    if (areas && !isInArea(areas, toOwnPlace(opened, person), config)) return []
    const told = row.type === 'declaration-filed' && toFeedPerson(opened, person, fields)
    const { eventId, type, declarationId, personId } = row
    const { kind, channel, declaredAt } = opened.row
    const event = {
      eventId,
      type,
      declarationId,
      personId,
      kind,
      channel,
      occurredAt: new Date(row.at).toISOString(),
      declaredAt: new Date(declaredAt).toISOString(),
      ...(told && { person: told }),
    }
    return [{ row, event }]
  }

  return async (rows, subscriber) => {
    const wanted = rows.filter(({ type }) => isWanted(type, subscriber))
    // the people of one declaration follow one another: it is opened once
    const opened = new Map<string, Promise<OpenedDeclaration | undefined>>()
    for (const row of wanted) {
      if (!opened.has(row.declarationId)) opened.set(row.declarationId, open(row))
    }
    const described = wanted.map(async (row) =>
      describe(row, await opened.get(row.declarationId), subscriber),
    )
    return (await Promise.all(described)).flat()
  }
}

/** Whoever was told of a declaration is told that it must be forgotten. */
const isWanted = (type: FeedEventType, { events }: SubscriberContent) =>
  events.includes(type) || type === 'declaration-erased'

/** Nothing is left to say of it but its ids. */
function toErased({ eventId, type, declarationId, personId, at }: NumberedEventRow): FeedEvent {
  return { eventId, type, declarationId, personId, occurredAt: new Date(at).toISOString() }
}
