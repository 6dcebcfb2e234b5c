import { connect, isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Address } from '../node/find-address.js'
import { toErrorCode } from '../to-error-code.js'

const waitMs = 3_000

/** Connects, with TLS where it is spoken there, and hangs up; a code where nobody answers, or nobody trusted. */
export function findSilence({ host, port, isTls }: Address): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { host, port, timeout: waitMs }
    const socket = isTls
      ? connectTls({ ...options, ...(isIP(host) === 0 && { servername: host }) })
      : connect(options)
    const end = (code?: string) => {
      socket.destroy()
      resolve(code)
    }
    socket.once(isTls ? 'secureConnect' : 'connect', () => end())
    socket.once('timeout', () => end('timed_out'))
    socket.on('error', (error) => end(toErrorCode(error, 'no_connection')))
  })
}
