import type { SmsMessage } from '../../ports.js'
import { SmsFailure } from '../sms-failure.js'

export function makeSmsMessage(changes: Partial<SmsMessage> = {}): SmsMessage {
  return {
    messageId: '0195b3a0-0000-7000-8000-000000000001',
    to: '+84905123456',
    template: 'otp',
    params: { code: '123456' },
    text: 'Ma xac thuc khai bao y te cua ban la 123456, hieu luc 5 phut.',
    ...changes,
  }
}

/** What a gateway says of a message: `sent`, or the kind and reason of its failure. */
export async function toOutcome(sending: Promise<void>): Promise<string> {
  try {
    await sending
    return 'sent'
  } catch (error) {
    if (error instanceof SmsFailure) return `${error.kind} ${error.reason}`
    throw error
  }
}
