import type {
  ClaimedDelivery,
  DeliveryRow,
  DeliveryTry,
  FeedEventRow,
  FeedStore,
  NumberedEventRow,
  SubscriberRow,
} from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryFeed(state: MemoryState): FeedStore {
  const { feed, subscribers, deliveries } = state
  return {
    ...createMemoryDeliveries(state),

    // what is here is committed, so it has its place already
    numberEvents: async () => 0,

    async findEvents(afterPosition, limit) {
      const isLater = ({ position }: NumberedEventRow) => position > afterPosition
      return [...feed.values()].filter(isLater).slice(0, limit)
    },

    async findLastPosition() {
      return state.feedHead.position
    },

    async addSubscriber(subscriber) {
      subscribers.set(subscriber.subscriberId, subscriber)
    },

    async findSubscribers() {
      return [...subscribers.values()].sort((a, b) => (a.subscriberId < b.subscriberId ? -1 : 1))
    },

    async findSubscriber(subscriberId) {
      return subscribers.get(subscriberId)
    },

    async findSubscriberByKey(keyHash) {
      const isTheirs = (row: SubscriberRow) => row.keyHash === keyHash && row.disabledAt === null
      return [...subscribers.values()].find(isTheirs)
    },

    async disableSubscriber(subscriberId, disabledAt) {
      const subscriber = subscribers.get(subscriberId)
      if (subscriber?.disabledAt !== null) return false
      subscribers.set(subscriberId, { ...subscriber, disabledAt })
      for (const [key, row] of deliveries) {
        if (row.subscriberId === subscriberId && isOpen(row)) deliveries.delete(key)
      }
      return true
    },

    async planDeliveries(subscriberId, from, to, planned) {
      const subscriber = subscribers.get(subscriberId)
      if (subscriber?.disabledAt !== null || subscriber.plannedPosition !== from) return false
      subscribers.set(subscriberId, { ...subscriber, plannedPosition: to })
      for (const row of planned) deliveries.set(toKey(row), row)
      return true
    },
  }
}

/** Adds events in the step of what they tell of; each has its place at once. */
export function appendEvents(
  { feed, feedHead }: MemoryState,
  events: readonly FeedEventRow[],
): void {
  for (const event of events) {
    feedHead.position += 1
    feed.set(event.eventId, { ...event, position: feedHead.position })
  }
}

const toKey = ({ subscriberId, eventId }: Pick<DeliveryRow, 'subscriberId' | 'eventId'>) =>
  `${subscriberId}\0${eventId}`

const isOpen = ({ state }: DeliveryRow) => state === 'waiting' || state === 'sending'

const byPosition = (a: DeliveryRow, b: DeliveryRow) => a.position - b.position

type DeliveryMethods =
  | 'claimDeliveries'
  | 'finishDelivery'
  | 'postponeDelivery'
  | 'closeDeliveries'
  | 'countDeliveries'
  | 'findDeadDeliveries'
  | 'reviveDeliveries'

function createMemoryDeliveries({
  feed,
  deliveries,
}: MemoryState): Pick<FeedStore, DeliveryMethods> {
  const findOf = (subscriberId: string) =>
    [...deliveries.values()].filter((row) => row.subscriberId === subscriberId).sort(byPosition)

  function recordTry(of: DeliveryTry, changes: Partial<DeliveryRow>): boolean {
    const row = deliveries.get(toKey(of))
    if (row?.state !== 'sending' || row.attempts !== of.attempts) return false
    deliveries.set(toKey(of), { ...row, ...changes })
    return true
  }

  return {
    async claimDeliveries(subscriberId, nowMs, leasedUntil, limit) {
      const open = findOf(subscriberId).filter(isOpen)
      const isFirst = ({ personId, position }: DeliveryRow) =>
        !open.some((other) => other.personId === personId && other.position < position)
      return open
        .filter((row) => row.dueAt <= nowMs && row.expiresAt > nowMs && isFirst(row))
        .slice(0, limit)
        .flatMap((row) => {
          const attempts = row.attempts + 1
          const delivery = { ...row, state: 'sending' as const, attempts, dueAt: leasedUntil }
          deliveries.set(toKey(row), delivery)
          return toClaimed(delivery, feed)
        })
    },

    finishDelivery: async (of, lastOutcome, finishedAt) =>
      recordTry(of, { state: 'delivered', lastOutcome, finishedAt }),

    postponeDelivery: async (of, lastOutcome, dueAt) =>
      recordTry(of, { state: 'waiting', lastOutcome, dueAt }),

    async closeDeliveries(nowMs) {
      const isLate = ({ state, dueAt, expiresAt }: DeliveryRow) =>
        expiresAt <= nowMs && (state === 'waiting' || (state === 'sending' && dueAt <= nowMs))
      const late = [...deliveries.values()].filter(isLate)
      for (const row of late) {
        deliveries.set(toKey(row), { ...row, state: 'dead', finishedAt: nowMs })
      }
      return late.length
    },

    async countDeliveries(subscriberId) {
      const rows = findOf(subscriberId)
      return {
        waiting: rows.filter(isOpen).length,
        dead: rows.filter(({ state }) => state === 'dead').length,
      }
    },

    async findDeadDeliveries(subscriberId, afterPosition, limit) {
      return findOf(subscriberId)
        .filter(({ state, position }) => state === 'dead' && position > afterPosition)
        .slice(0, limit)
    },

    async reviveDeliveries(subscriberId, dueAt, expiresAt) {
      const dead = findOf(subscriberId).filter(({ state }) => state === 'dead')
      for (const row of dead) {
        deliveries.set(toKey(row), { ...row, state: 'waiting', dueAt, expiresAt, finishedAt: null })
      }
      return dead.length
    },
  }
}

function toClaimed(delivery: DeliveryRow, feed: MemoryState['feed']): ClaimedDelivery[] {
  const event = feed.get(delivery.eventId)
  return event ? [{ delivery, event }] : []
}
