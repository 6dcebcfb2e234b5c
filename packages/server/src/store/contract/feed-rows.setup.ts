import type { DeliveryRow, NumberedEventRow, SubscriberRow } from '../store.js'
import { day, start, unique } from './rows.setup.js'

export function makeSubscriber(changes: Partial<SubscriberRow> = {}): SubscriberRow {
  return {
    subscriberId: unique('subscriber'),
    keyHash: unique('key'),
    createdAt: start,
    createdBy: unique('officer'),
    disabledAt: null,
    fromPosition: 0,
    plannedPosition: 0,
    sealed: 'k1.c3Vic2NyaWJlcg',
    ...changes,
  }
}

export function makeDelivery(
  subscriberId: string,
  { eventId, personId, position }: NumberedEventRow,
): DeliveryRow {
  return {
    subscriberId,
    eventId,
    personId,
    position,
    state: 'waiting',
    attempts: 0,
    dueAt: start,
    expiresAt: start + 3 * day,
    lastOutcome: null,
    finishedAt: null,
  }
}
