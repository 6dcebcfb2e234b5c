import { startPostgres } from './embedded-postgres.setup.js'

/**
 * Starts one PostgreSQL for all test files of a run, unless `KBYT_TEST_DATABASE_URL` names one; each
 * file has a database of its own on it. Where it does not start, the files that need it say why.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.KBYT_TEST_DATABASE_URL) return undefined
  const server = await startPostgres().catch(() => undefined)
  if (!server) return undefined
  process.env.KBYT_TEST_DATABASE_URL = server.url
  return async () => {
    delete process.env.KBYT_TEST_DATABASE_URL
    await server.close()
  }
}
