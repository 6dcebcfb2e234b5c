/**
 * What is known of a message that a gateway did not take:
 * - `rejected`: the operator will not have it, now or later.
 * - `unsent`: it is certain that the operator does not have it; it may be offered again.
 * - `unknown`: the operator may have it.
 */
export type SmsFailureKind = 'rejected' | 'unsent' | 'unknown'

/**
 * Thrown by a gateway that did not take a message. `reason` goes to the log: a short code of the
 * operator or of ours, never a sentence of theirs, which may repeat the message.
 *
 * @example
 * throw new SmsFailure('unsent', 'connection_refused')
 */
export class SmsFailure extends Error {
  override readonly name = 'SmsFailure'
  readonly kind: SmsFailureKind
  readonly reason: string

  constructor(kind: SmsFailureKind, reason: string, options?: ErrorOptions) {
    const shown = toReason(reason)
    super(`the SMS gateway did not take a message (${kind}): ${shown}`, options)
    this.kind = kind
    this.reason = shown
  }
}

/** At most 60 letters, digits and signs that codes are made of; digits in a row, as phones have, are cut. */
const toReason = (text: string) =>
  text
    .replace(/[^\w.=-]/g, '_')
    .replace(/\d{6,}/g, '#')
    .slice(0, 60)
