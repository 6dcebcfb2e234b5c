// The backend of check-ins.mjs in a process of its own: opened on PostgreSQL, filled through its API.
import '../../scripts/typescript-sources.mjs'
import { answerUsage } from './answer-usage.mjs'
import { openBenchBackend } from './open-bench-backend.mjs'

const { serveBackend } = await import('@kbyt/server/node')
const { fillVenues } = await import('./fill-venues.mjs')

const [databaseUrl, dataDir] = process.argv.slice(2)
const { backend, findCode } = await openBenchBackend({ databaseUrl, dataDir })
const server = await serveBackend(backend, { port: 0, hostname: '127.0.0.1' })
const url = `http://127.0.0.1:${server.port}`
process.once('SIGTERM', () => server.close().then(() => process.exit()))

answerUsage()
process.send?.({ url, ...(await fillVenues(url, findCode)) })
