import type { SmsGateway, SmsMessage } from '../../ports.js'
import { countSeptets } from '../../sms/count-septets.js'
import { toPhoneFormat } from '../../sms/gateways/to-phone-format.js'
import { SmsFailure } from '../../sms/sms-failure.js'
import type { SmppSettings } from '../../sms/sms-settings.js'
import type { SmppConnection } from './create-smpp-connection.js'
import { importSmpp } from './import-smpp.js'
import { openSmppConnection } from './open-smpp-connection.js'

const maxSeptets = 160
/** How often a quiet connection is asked whether it lives. */
const enquireEveryMs = 30_000
/** How long nobody tries again after a connection did not come about: operators lock out who hammers. */
const pauseMs = 2_000

/** ESME_RMSGQFUL and ESME_RTHROTTLED: not now. */
const notNow = new Set([0x14, 0x58])

// 3GPP and SMPP numbers: an alphanumeric sender, an international ISDN number.
const alphanumeric = { source_addr_ton: 5, source_addr_npi: 0 }
const international = { dest_addr_ton: 1, dest_addr_npi: 1 }

/**
 * A gateway that submits to an operator's message centre over SMPP 3.4, on one connection that is
 * opened with the first message and again after it broke.
 */
export function createSmppGateway(settings: SmppSettings): SmsGateway {
  const { isWebOtpAllowed, wording, timeoutMs } = settings
  let current: SmppConnection | undefined
  let opening: Promise<SmppConnection> | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  async function open(): Promise<SmppConnection> {
    try {
      const connection = await openSmppConnection(await importSmpp(), settings)
      clearInterval(timer)
      timer = setInterval(() => enquire(connection), enquireEveryMs).unref()
      current = connection
      opening = undefined
      return connection
    } catch (error) {
      setTimeout(() => {
        opening = undefined
      }, pauseMs).unref()
      throw error
    }
  }

  async function enquire(connection: SmppConnection): Promise<void> {
    if (!connection.isOpen()) return
    await connection.ask('enquire_link', {}, timeoutMs).catch(() => connection.end('silent'))
  }

  async function findConnection(): Promise<SmppConnection> {
    if (current?.isOpen()) return current
    opening ??= open()
    return opening
  }

  return {
    name: 'smpp',
    isWebOtpAllowed,
    wording,
    async send(message) {
      const fields = toSubmit(message, settings.sender)
      const connection = await findConnection()
      const response = await connection.ask('submit_sm', fields, timeoutMs)
      judge(response.command, response.command_status)
    },
    async close() {
      await opening?.catch(() => {})
      clearInterval(timer)
      if (!current?.isOpen()) return
      await current.ask('unbind', {}, timeoutMs).catch(() => {})
      current.end('closed')
    },
  }
}

function toSubmit({ to, text }: SmsMessage, sender: string) {
  const septets = countSeptets(text)
  if (septets === undefined || septets > maxSeptets) {
    throw new SmsFailure('rejected', 'text_not_one_sms')
  }
  return {
    ...alphanumeric,
    source_addr: sender,
    ...international,
    destination_addr: toPhoneFormat(to, '84'),
    data_coding: 0,
    short_message: text,
  }
}

function judge(command: string, status: number): void {
  if (command === 'submit_sm_resp' && status === 0) return
  const reason = `status_${status}`
  if (status === 0) throw new SmsFailure('unknown', 'unexpected_answer')
  throw new SmsFailure(notNow.has(status) ? 'unsent' : 'rejected', reason)
}
