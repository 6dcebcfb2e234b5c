// The backend of check-ins.mjs in a process of its own: opened on PostgreSQL, filled through its API.
import '../../scripts/typescript-sources.mjs'
import { answerUsage } from './answer-usage.mjs'

const { openBackend, serveBackend } = await import('@kbyt/server/node')
const { fillVenues } = await import('./fill-venues.mjs')

const [databaseUrl, dataDir] = process.argv.slice(2)
/** @type {Map<string, string>} Phone to its newest code. */
const codes = new Map()

const backend = await openBackend({
  databaseUrl,
  dataDir,
  origins: ['http://localhost'],
  otpRequestsPerNetworkHour: 100_000,
  log: () => {},
  sms: {
    name: 'memory',
    isWebOtpAllowed: false,
    send: async ({ to, params }) => {
      codes.set(to, params.code ?? '')
    },
  },
})
const server = await serveBackend(backend, { port: 0, hostname: '127.0.0.1' })
const url = `http://127.0.0.1:${server.port}`
process.once('SIGTERM', () => server.close().then(() => process.exit()))

/** @param {string} phone */
async function findCode(phone) {
  await backend.app.deliverMessages()
  return codes.get(phone) ?? ''
}

answerUsage()
process.send?.({ url, ...(await fillVenues(url, findCode)) })
