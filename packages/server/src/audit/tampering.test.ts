import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { createTestDatabase } from '../store/postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { describeTampering } from './tampering.contract.js'

describeTampering('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-tampering-'))
  const sqlite = join(folder, 'kbyt.sqlite')
  const store = await createSqlStore({ sqlite })
  const intruder = new DatabaseSync(sqlite)
  return {
    store,
    run: async (statement) => intruder.exec(statement),
    async close() {
      intruder.close()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
})

describeTampering('PostgreSQL', async () => {
  const database = await createTestDatabase()
  const store = await createSqlStore({ postgres: database.url })
  const intruder = new pg.Client({ connectionString: database.url })
  await intruder.connect()
  return {
    store,
    run: (statement) => intruder.query(statement),
    async close() {
      await intruder.end()
      await store.close()
      await database.close()
    },
  }
})
