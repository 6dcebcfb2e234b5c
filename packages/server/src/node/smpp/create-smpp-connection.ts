import { SmsFailure } from '../../sms/sms-failure.js'
import type { SmppPdu, SmppSession } from './smpp-library.js'

/** What is asked of the other side. */
type SmppCommand = 'bind_transmitter' | 'submit_sm' | 'enquire_link' | 'unbind'

/** What the other side may ask; only these have an answer of their own. */
const answered = new Set(['enquire_link', 'unbind', 'deliver_sm', 'data_sm', 'unknown'])

/**
 * Owns: a session of the library, and that each request on it ends. Does not own: connecting again.
 */
export interface SmppConnection {
  /** False for good once it broke. */
  isOpen(): boolean
  /**
   * Resolves with the answer, whatever its status.
   *
   * @throws {SmsFailure} `unsent` when nothing was written, `unknown` when no answer came.
   */
  ask(
    command: SmppCommand,
    fields: Readonly<Record<string, unknown>>,
    timeoutMs: number,
  ): Promise<SmppPdu>
  /** Breaks it off; requests under way end with `unknown`. */
  end(reason: string): void
}

export function createSmppConnection(session: SmppSession): SmppConnection {
  const underWay = new Set<(failure: SmsFailure) => void>()
  let isOpen = true

  function end(reason: string): void {
    isOpen = false
    session.destroy()
    for (const fail of underWay) fail(new SmsFailure('unknown', reason))
    underWay.clear()
  }

  session.on('error', () => end('connection_broken')) // the library reads nothing after an error
  session.on('close', () => end('connection_lost'))
  session.on('pdu', (pdu) => {
    if (pdu.isResponse() || !answered.has(pdu.command)) return
    session.send(pdu.response())
    if (pdu.command === 'unbind') session.close()
  })

  return {
    isOpen: () => isOpen,
    end,
    ask: (command, fields, timeoutMs) =>
      new Promise((resolve, reject) => {
        const fail = (failure: SmsFailure) => {
          clearTimeout(timer)
          underWay.delete(fail)
          reject(failure)
        }
        const timer = setTimeout(() => fail(new SmsFailure('unknown', 'timed_out')), timeoutMs)
        underWay.add(fail)
        const isWritten = session[command](fields, (response) => {
          clearTimeout(timer)
          underWay.delete(fail)
          resolve(response)
        })
        if (!isWritten) fail(new SmsFailure('unsent', 'not_connected'))
      }),
  }
}
