import type { FeedEventType } from '@kbyt/sdk/schema'
import type { BlindIndex, Sealed } from './sealed.js'

/**
 * Something the feed tells of one person. It names the declaration and holds nothing of it: what a
 * subscriber may know is read there when it is told, so that nothing personal is kept twice.
 */
export interface FeedEventRow {
  readonly eventId: string
  readonly type: FeedEventType
  readonly at: number
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  readonly personId: string
}

/** An event that has its place in the feed. */
export interface NumberedEventRow extends FeedEventRow {
  /** From 1, without gaps, in the order in which events were found committed. */
  readonly position: number
}

/** Who reads the feed. */
export interface SubscriberRow {
  readonly subscriberId: string
  /** SHA-256 of its key. */
  readonly keyHash: string
  readonly createdAt: number
  /** The officer who did. */
  readonly createdBy: string
  readonly disabledAt: number | null
  /** It sees what comes after this place. */
  readonly fromPosition: number
  /** Up to where its webhooks are planned. */
  readonly plannedPosition: number
  /** {name, legalBasis, url, events, areas, fields, secret}. */
  readonly sealed: Sealed
}

/** How far a webhook has come. */
export type DeliveryState = 'waiting' | 'sending' | 'delivered' | 'dead'

/** One event on its way to one subscriber. */
export interface DeliveryRow {
  readonly subscriberId: string
  readonly eventId: string
  readonly personId: string
  readonly position: number
  readonly state: DeliveryState
  /** How often it was taken for sending. */
  readonly attempts: number
  /** Not before; of one that is being sent: when it may be taken from a process that died. */
  readonly dueAt: number
  /** After this instant it is given up. */
  readonly expiresAt: number
  /** The HTTP status of the last try, or a word why there was none. */
  readonly lastOutcome: string | null
  readonly finishedAt: number | null
}

/** A try that was taken: what comes of it is recorded only while nobody else has taken it since. */
export type DeliveryTry = Pick<DeliveryRow, 'subscriberId' | 'eventId' | 'attempts'>

/** A webhook to be sent. */
export interface ClaimedDelivery {
  readonly delivery: DeliveryRow
  readonly event: NumberedEventRow
}

/** The feed, its readers, and what is on its way to them. Events come in with their declarations. */
export interface FeedStore {
  /**
   * Gives events their places, up to `limit` of them, and says how many. Only what is committed has
   * one: whoever reads on from a place misses nothing that was slow to commit.
   */
  numberEvents(limit: number): Promise<number>
  /** Numbered events after a place, in order. */
  findEvents(afterPosition: number, limit: number): Promise<NumberedEventRow[]>
  /** The last place that was given. */
  findLastPosition(): Promise<number>
  addSubscriber(subscriber: SubscriberRow): Promise<void>
  /** The oldest first, disabled ones too. */
  findSubscribers(): Promise<SubscriberRow[]>
  findSubscriber(subscriberId: string): Promise<SubscriberRow | undefined>
  /** Unless it is disabled. */
  findSubscriberByKey(keyHash: string): Promise<SubscriberRow | undefined>
  /** Also drops what waits for it; false when it is not there or was disabled before. */
  disableSubscriber(subscriberId: string, nowMs: number): Promise<boolean>
  /**
   * Adds webhooks and moves `plannedPosition` on, in one; false, and nothing is added, when another
   * process planned from there or the subscriber was disabled.
   */
  planDeliveries(
    subscriberId: string,
    from: number,
    to: number,
    deliveries: readonly DeliveryRow[],
  ): Promise<boolean>
  /**
   * Takes due webhooks to a subscriber for sending, until `leasedUntil`, the earliest places first.
   * One whose person has an earlier one that is neither delivered nor dead is not offered.
   */
  claimDeliveries(
    subscriberId: string,
    nowMs: number,
    leasedUntil: number,
    limit: number,
  ): Promise<ClaimedDelivery[]>
  /** False when the try was taken over by another process. */
  finishDelivery(of: DeliveryTry, outcome: string, nowMs: number): Promise<boolean>
  /** Offers it again from `dueAt` on; false when the try was taken over. */
  postponeDelivery(of: DeliveryTry, outcome: string, dueAt: number): Promise<boolean>
  /** Gives up what nobody could deliver in its time; how many. */
  closeDeliveries(nowMs: number): Promise<number>
  countDeliveries(subscriberId: string): Promise<{ waiting: number; dead: number }>
  /** Those that were given up, by place. */
  findDeadDeliveries(
    subscriberId: string,
    afterPosition: number,
    limit: number,
  ): Promise<DeliveryRow[]>
  /** Has those that were given up tried again until `expiresAt`; how many. */
  reviveDeliveries(subscriberId: string, nowMs: number, expiresAt: number): Promise<number>
}
