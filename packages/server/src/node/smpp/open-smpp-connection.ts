import { SmsFailure } from '../../sms/sms-failure.js'
import type { SmppSettings } from '../../sms/sms-settings.js'
import { toErrorCode } from '../../to-error-code.js'
import { toSmppPort } from '../find-address.js'
import { createSmppConnection, type SmppConnection } from './create-smpp-connection.js'
import type { SmppLibrary, SmppSession } from './smpp-library.js'

const interfaceVersion = 0x34

/**
 * Connects and binds as a transmitter.
 *
 * @throws {SmsFailure} `unsent`, whatever stood in the way: nothing is submitted before the bind.
 */
export async function openSmppConnection(
  library: SmppLibrary,
  settings: SmppSettings,
): Promise<SmppConnection> {
  const { host, isTls, port = toSmppPort(isTls), timeoutMs } = settings
  const session = library.connect({ host, port, tls: isTls })
  const connection = createSmppConnection(session)
  try {
    await waitUntilConnected(session, isTls ? 'secureConnect' : 'connect', timeoutMs)
    await bind(connection, settings)
    return connection
  } catch (cause) {
    connection.end('not_bound')
    const reason = cause instanceof SmsFailure ? cause.reason : toErrorCode(cause, 'not_connected')
    throw new SmsFailure('unsent', reason, { cause })
  }
}

function waitUntilConnected(
  session: SmppSession,
  event: 'connect' | 'secureConnect',
  timeoutMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SmsFailure('unsent', 'timed_out')), timeoutMs)
    session.on(event, () => {
      clearTimeout(timer)
      resolve()
    })
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    session.on('error', fail)
    session.on('close', () => fail(new Error('the connection was closed')))
  })
}

async function bind(connection: SmppConnection, settings: SmppSettings): Promise<void> {
  const { systemId, password, systemType, timeoutMs } = settings
  const fields = {
    system_id: systemId,
    password,
    system_type: systemType,
    interface_version: interfaceVersion,
  }
  const { command, command_status: status } = await connection.ask(
    'bind_transmitter',
    fields,
    timeoutMs,
  )
  if (command !== 'bind_transmitter_resp' || status !== 0) {
    throw new SmsFailure('unsent', `bind_${status}`)
  }
}
