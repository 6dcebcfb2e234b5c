import type { Sealed } from './sealed.js'

/** An SMS to send, sealed. */
export interface MessageRow {
  readonly messageId: string
  readonly challengeId: string | null
  readonly template: string
  /** {to, text, params}; emptied once it was handed over or is too late. */
  readonly sealed: Sealed
  readonly createdAt: number
  /** After this instant it is not worth sending. */
  readonly expiresAt: number
}

/** How a message ended. */
export type MessageOutcome =
  | 'sent'
  /** The gateway will not have it. */
  | 'rejected'
  /** Nobody knows whether it was sent, so it is not sent again. */
  | 'unknown'
  /** Its time was over before a gateway took it. */
  | 'expired'
  /** The process that took it for sending died, or could not write down what came of it. */
  | 'lost'

/** How far a message has come. */
export type MessageState = 'waiting' | 'sending' | MessageOutcome

/** A message that ended without its sender's word. */
export interface ClosedMessage {
  readonly messageId: string
  readonly template: string
  readonly outcome: 'expired' | 'lost'
}

/** Messages that wait for an operator. */
export interface SmsStore {
  /** How many messages wait to be taken. */
  countWaiting(nowMs: number): Promise<number>
  /**
   * Takes waiting messages for sending, oldest first, each only ever once: what is taken is offered
   * again only if its taker puts it off. A message whose challenge has a newer one is not offered.
   */
  claimMessages(nowMs: number, limit: number): Promise<MessageRow[]>
  /** Offers a message that was taken again, from `dueAt` on: it is certain that it was not sent. */
  postponeMessage(messageId: string, dueAt: number): Promise<void>
  /** Records the outcome and empties the sealed text. */
  finishMessage(
    messageId: string,
    outcome: 'sent' | 'rejected' | 'unknown',
    nowMs: number,
  ): Promise<void>
  /**
   * Ends messages that came too late: those nobody took before `nowMs`, and those that were taken
   * and should have been finished before `finishedBy`.
   */
  closeMessages(nowMs: number, finishedBy: number): Promise<ClosedMessage[]>
}
