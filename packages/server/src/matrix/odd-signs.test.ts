import { contract, type Endpoint } from '@kbyt/sdk/schema'
import { afterAll, expect, it, vi } from 'vitest'
import { createSqlStore } from '../sql.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { ask } from './ask.setup.js'
import { createFindValue } from './create-find-value.setup.js'
import { createDice } from './dice.setup.js'
import { makeInput } from './make-input.setup.js'
import { openWorld, type World } from './world.setup.js'

vi.setConfig({ testTimeout: 90_000 })

const database = await createTestDatabase()
const store = await createSqlStore({ postgres: database.url })
afterAll(async () => {
  await store.close()
  await database.close()
})

const dice = createDice(Number(process.env.KBYT_SEED ?? 80))

/** The same value once for each text in it, which then ends in a sign that no PostgreSQL keeps. */
function* spoilTexts(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}\0`
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    for (const spoilt of spoilTexts(inner)) {
      yield Array.isArray(value) ? value.with(Number(key), spoilt) : { ...value, [key]: spoilt }
    }
  }
}

/** What an endpoint answers rightly, or is at least asked in the right shape, and by whom. */
async function makeQuestion(world: World, endpoint: Endpoint) {
  const recipe = world.recipes.get(endpoint.id)
  const caller =
    world.callers.find(({ name }) => name === recipe?.by) ??
    world.callers.findLast(({ kind }) => endpoint.access.some((each) => each === kind)) ??
    world.callers[0]!
  const findValue = createFindValue({ world, endpointId: endpoint.id, caller })
  const made = await recipe?.make()
  return {
    input: made?.input ?? makeInput(endpoint, findValue, dice),
    headers: { ...caller.headers, ...made?.headers },
  }
}

it('80: answers a NUL in any text with a code of the contract, on PostgreSQL, which keeps none', async () => {
  const world = await openWorld({ store })
  const outside: string[] = []
  const statuses = new Set<number>()

  for (const endpoint of contract) {
    const { input, headers } = await makeQuestion(world, endpoint)
    // a photo or a policy has hundreds of texts: a few of them stand for the others
    for (const spoilt of [...spoilTexts(input)].slice(0, 12)) {
      world.backend.clock.at += 2_500
      const asked = { ...Object(spoilt) }
      const { status } = await ask(world.backend, endpoint, asked, headers).catch((error) => {
        outside.push(`${endpoint.id} ${JSON.stringify(asked).slice(0, 200)}: ${error}`)
        return { status: 500 }
      })
      statuses.add(status)
    }
  }

  expect(outside).toEqual([])
  expect(statuses).toContain(400)
})
