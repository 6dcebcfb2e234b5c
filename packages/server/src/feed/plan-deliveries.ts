import type { DeliveryRow, Store, SubscriberRow } from '../store/store.js'
import type { DescribeEvents } from './create-describe-events.js'
import type { SubscriberContent } from './subscriber-content.js'

/** How many events are looked at in one step. */
const batch = 200
/** How long a webhook is tried. */
export const deliveryLifeMs = 72 * 3_600_000

/** A subscriber with its registration. */
export interface OpenedSubscriber {
  readonly row: SubscriberRow
  readonly content: SubscriberContent
}

/** Plans webhooks for what came into the feed; where another process does so too, one of them plans. */
export async function planDeliveries(
  { feed }: Store,
  describeEvents: DescribeEvents,
  { row: { subscriberId, plannedPosition }, content }: OpenedSubscriber,
  nowMs: number,
): Promise<void> {
  let from = plannedPosition
  for (;;) {
    const events = await feed.findEvents(from, batch)
    const to = events.at(-1)?.position
    if (to === undefined) return
    const told = await describeEvents(events, content)
    const deliveries = told.map(
      ({ row: { eventId, personId, position } }): DeliveryRow => ({
        subscriberId,
        eventId,
        personId,
        position,
        state: 'waiting',
        attempts: 0,
        dueAt: nowMs,
        expiresAt: nowMs + deliveryLifeMs,
        lastOutcome: null,
        finishedAt: null,
      }),
    )
    if (!(await feed.planDeliveries(subscriberId, from, to, deliveries))) return
    from = to
  }
}
