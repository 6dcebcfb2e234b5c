import { readdir, readFile } from 'node:fs/promises'
import '../../scripts/typescript-sources.mjs'
import { pg } from './pg.mjs'

const { createTestDatabase } = await import('../../packages/server/src/store/postgres.setup.ts')
const { startPostgres } = await import('../../packages/server/src/store/embedded-postgres.setup.ts')

/** What Linux counts processor time in: hundredths of a second. */
const tickMs = 10

/**
 * A database on the server of KBYT_TEST_DATABASE_URL, else on one of its own, which waits for the disk at
 * each commit as a province's would.
 */
export async function openPostgres() {
  const isGiven = Boolean(process.env.KBYT_TEST_DATABASE_URL)
  const server = await (isGiven ? createTestDatabase() : startPostgres({ isDurable: true }))
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const asked = await client.query('select pg_backend_pid() as pid')
  const [, parent = ''] = await readStat(asked.rows[0].pid)
  await client.end()
  return {
    url: server.url,
    close: () => server.close(),
    /** How much processor all of PostgreSQL has used; 0 where it runs on another machine. */
    findUsedMs: () => sumUsedMs(parent),
  }
}

/** A process's numbers as proc(5) has them, from its state on. @param {string} pid */
async function readStat(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Of a process and its children, also of those that have ended. @param {string} parent */
async function sumUsedMs(parent) {
  const pids = parent ? (await readdir('/proc')).filter((name) => /^\d+$/.test(name)) : []
  let ticks = 0
  for (const pid of pids) {
    const stat = await readStat(pid)
    const [user, system, endedUser, endedSystem] = stat.slice(11, 15).map(Number)
    if (pid === parent) ticks += (endedUser ?? 0) + (endedSystem ?? 0)
    if (pid === parent || stat[1] === parent) ticks += (user ?? 0) + (system ?? 0)
  }
  return ticks * tickMs
}
