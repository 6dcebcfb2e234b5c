import type { SmsGateway, SmsMessage } from '../ports.js'

const kept = 50

/** The console gateway with what it "sent", newest first. */
export interface ConsoleGateway extends SmsGateway {
  readonly messages: readonly SmsMessage[]
}

/**
 * Prints messages instead of sending them, and keeps the last for the page at `/v1/dev/sms`.
 *
 * @throws {TypeError} in production: codes on a screen prove no phone.
 * @example
 * const sms = createConsoleGateway('development', console.log)
 */
export function createConsoleGateway(
  environment: 'development' | 'production',
  print: (line: string) => void,
): ConsoleGateway {
  if (environment !== 'development') {
    throw new TypeError('The console SMS gateway works in development only: pass `sms`')
  }
  const messages: SmsMessage[] = []
  return {
    name: 'console',
    isWebOtpAllowed: true,
    messages,
    async send(message) {
      messages.unshift(message)
      messages.length = Math.min(messages.length, kept)
      print(`SMS ${message.to}: ${message.text.replaceAll('\n', ' ')}`)
    },
  }
}
