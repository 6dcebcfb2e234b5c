import { expect, it } from 'vitest'
import { migrate } from '../migrations/migrate.js'
import { openDatabase } from './open-database.js'
import { prepareQuery, type Slots } from './prepare-query.js'

/** An empty database, and two statements that count how often they are built. */
async function setup() {
  const { db, close } = await openDatabase({ sqlite: ':memory:' })
  await migrate(db)
  const built = { add: 0, find: 0 }
  type List = { list: number; node: string }
  const add = prepareQuery((on, { rows }: Slots<{ rows: readonly List[] }>) => {
    built.add += 1
    return on.insertInto('statusLists').values(rows)
  })
  const find = prepareQuery(
    (on, { lists, node }: Slots<{ lists: readonly number[]; node: string }>) => {
      built.find += 1
      return on
        .selectFrom('statusLists')
        .select(['list', 'node'])
        .where('list', 'in', lists)
        .where('node', '!=', node)
        .where('list', '<', 9)
        .orderBy('list')
    },
  )
  return { db, close, built, add, find }
}

it('runs one statement with other values each time, built once for each length of its lists', async () => {
  const { db, close, built, add, find } = await setup()

  const written = [
    await add.write(db, { rows: [{ list: 1, node: 'a' }] }),
    await add.write(db, { rows: [{ list: 2, node: 'b' }] }),
    await add.write(db, { rows: [3, 4, 9].map((list) => ({ list, node: `of ${list}` })) }),
  ]
  const found = [
    await find.findAll(db, { lists: [1, 2], node: 'b' }),
    await find.findAll(db, { lists: [3, 9], node: 'b' }),
  ]

  expect(written).toEqual([1, 1, 3])
  expect(found).toEqual([[{ list: 1, node: 'a' }], [{ list: 3, node: 'of 3' }]])
  expect(built).toEqual({ add: 2, find: 1 })
  await close()
})

it('is of its transaction: what is rolled back was never written', async () => {
  const { db, close, add, find } = await setup()

  const failed = db.transaction().execute(async (transaction) => {
    await add.write(transaction, { rows: [{ list: 1, node: 'a' }] })
    throw new Error('roll back')
  })

  await expect(failed).rejects.toThrow('roll back')
  expect(await find.findFirst(db, { lists: [1], node: '' })).toBeUndefined()
  await close()
})
