import type { SmsGateway, SmsMessage } from '../ports.js'
import { SmsFailure } from './sms-failure.js'

/** What became of a message at its gateway. */
export type SmsAnswer =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'rejected' | 'unsent' | 'unknown'; readonly reason: string }

/**
 * Hands a message to a gateway once and says what is known then. A gateway that is silent for
 * `timeoutMs` may have sent it after all.
 */
export async function askGateway(
  gateway: SmsGateway,
  message: SmsMessage,
  timeoutMs: number,
): Promise<SmsAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SmsFailure('unknown', 'timed_out')), timeoutMs)
  })
  try {
    await Promise.race([gateway.send(message), timeout])
    return { outcome: 'sent' }
  } catch (error) {
    if (!(error instanceof SmsFailure)) return { outcome: 'unknown', reason: 'gateway_error' }
    return { outcome: error.kind, reason: error.reason }
  } finally {
    clearTimeout(timer)
  }
}
