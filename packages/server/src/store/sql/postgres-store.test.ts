import { afterAll, describe, expect, it } from 'vitest'
import { fileDeclaration } from '../contract/rows.setup.js'
import { createTestDatabase } from '../postgres.setup.js'
import { describeStore } from '../store.contract.js'
import { StoreUnavailable } from '../store-unavailable.js'
import { createSqlStore } from './create-sql-store.js'
import { guardDistributionKeys } from './guard-distribution-keys.setup.js'

const database = await createTestDatabase()
afterAll(() => database.close())

await guardDistributionKeys(database.url)
describeStore('the SQL store on PostgreSQL', () => createSqlStore({ postgres: database.url }))

describe('a PostgreSQL database', () => {
  it('serves several processes that start at the same time', async () => {
    const stores = await Promise.all(
      [1, 2, 3].map(() => createSqlStore({ postgres: database.url })),
    )
    const filed = await fileDeclaration(stores[0]!, { phoneIndex: 'phone', people: ['anyone'] })

    const seen = await stores[2]!.declarations.findDeclarations('phone', 10)

    expect(seen).toEqual([filed])
    await Promise.all(stores.map((store) => store.close()))
  })

  it('is asked again after its server ended every connection', async () => {
    const store = await createSqlStore({ postgres: database.url })
    const writes = Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        fileDeclaration(store, { phoneIndex: `cut-${index}`, people: ['anyone'] }),
      ),
    )

    await database.cutConnections()
    const broken = (await writes).filter((write) => write.status === 'rejected')

    for (const { reason } of broken) expect(reason).toBeInstanceOf(StoreUnavailable)
    await expect.poll(() => store.ping().then(() => 'answers')).toBe('answers')
    await store.close()
  })

  it('rejects when nobody listens', async () => {
    const open = createSqlStore({ postgres: 'postgres://nobody@127.0.0.1:1/none' })

    await expect(open).rejects.toThrow('could not be migrated')
  })
})
