import { toMobileE164 } from '@kbyt/sdk/schema'
import type { SmsGateway, SmsMessage } from '@kbyt/server'

/** The phones of everybody: what the backend sent by SMS. */
export interface MockInbox {
  /** Every message so far, oldest first. */
  messages(): readonly SmsMessage[]
  /**
   * The newest code sent to a phone, in any spelling of its number.
   *
   * @throws {TypeError} when no code was sent there.
   * @example
   * await verifyOtp(client, { challengeId, code: mock.inbox.lastCode('0905 123 456') })
   */
  lastCode(phone: string): string
}

export function createInbox(): { inbox: MockInbox; gateway: SmsGateway } {
  const messages: SmsMessage[] = []
  const lastCode = (phone: string) => {
    const to = toMobileE164(phone)
    const code = messages.findLast((message) => message.to === to)?.params.code
    if (code === undefined) throw new TypeError(`No code was sent to ${phone}`)
    return code
  }
  return {
    inbox: { messages: () => [...messages], lastCode },
    gateway: {
      name: 'mock',
      isWebOtpAllowed: true,
      send: async (message) => {
        messages.push(message)
      },
    },
  }
}
