import type { Sealed } from './sealed.js'

/** An SMS to send, sealed. */
export interface MessageRow {
  readonly messageId: string
  readonly challengeId: string | null
  readonly template: string
  /** {to, text, params}; emptied once it was handed over. */
  readonly sealed: Sealed
  readonly createdAt: number
  /** After this instant it is not worth sending. */
  readonly expiresAt: number
}

/** How far a message has come. */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'failed'

/** Messages that wait for an operator. */
export interface SmsStore {
  /** Takes waiting messages for sending, oldest first, each only ever once: what is taken is not offered again. */
  claimMessages(nowMs: number, limit: number): Promise<MessageRow[]>
  /** Records the outcome and empties the sealed text. */
  finishMessage(messageId: string, state: 'sent' | 'failed', nowMs: number): Promise<void>
}
