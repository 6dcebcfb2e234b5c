import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileDeclaration } from '../contract/rows.setup.js'
import { describeStore } from '../store.contract.js'
import { createSqlStore } from './create-sql-store.js'

const directory = await mkdtemp(join(tmpdir(), 'kbyt-sqlite-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

describeStore('the SQL store on SQLite', () =>
  createSqlStore({ sqlite: join(directory, 'contract', 'kbyt.sqlite') }),
)

describe('a SQLite file', () => {
  it('holds what was written when it is opened again', async () => {
    const sqlite = join(directory, 'again.sqlite')
    const first = await createSqlStore({ sqlite })
    const filed = await fileDeclaration(first, { phoneIndex: 'phone', people: ['anyone'] })
    await first.close()

    const second = await createSqlStore({ sqlite })

    expect(await second.declarations.findDeclarations('phone', 10)).toEqual([filed])
    await second.close()
  })

  it('is migrated once when it is opened several times at once', async () => {
    const sqlite = join(directory, 'race.sqlite')

    const stores = await Promise.all([1, 2, 3, 4].map(() => createSqlStore({ sqlite })))

    await Promise.all(stores.map((store) => store.ping()))
    await Promise.all(stores.map((store) => store.close()))
  })

  it('is for its owner alone, journal included', async () => {
    const sqlite = join(directory, 'mode.sqlite')
    const store = await createSqlStore({ sqlite })
    await fileDeclaration(store, { phoneIndex: 'phone', people: ['anyone'] })

    const modes = await Promise.all([sqlite, `${sqlite}-wal`].map((path) => stat(path)))

    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600])
    await store.close()
  })

  it('says so when its directory cannot be made', async () => {
    const open = createSqlStore({ sqlite: '/dev/null/kbyt.sqlite' })

    await expect(open).rejects.toThrow()
  })
})
