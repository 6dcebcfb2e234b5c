import { contract, type Endpoint } from '@kbyt/sdk/schema'
import { expect, it, vi } from 'vitest'
import { ask } from './ask.setup.js'
import { createFindValue } from './create-find-value.setup.js'
import { createDice, type Dice } from './dice.setup.js'
import { listen } from './listen.setup.js'
import { makeInput } from './make-input.setup.js'
import { findOwners } from './people.setup.js'
import { type Caller, openWorld } from './world.setup.js'

/** Mostly somebody of the kind the endpoint is for. */
function chooseCaller(callers: readonly Caller[], { access }: Endpoint, dice: Dice): Caller {
  const meant = callers.filter(({ kind }) => access.some((each) => each === kind))
  const [first, ...others] = meant.length > 0 && dice.percent(80) ? meant : callers
  return dice.pick([first!, ...others])
}

const requests = 10_000
/** A world wears out: sessions end, accounts are closed. */
const perWorld = 400
const seed = Number(process.env.KBYT_SEED ?? 20210303)
vi.setConfig({ testTimeout: 120_000 })

const endpoints: readonly Endpoint[] = contract
const [firstEndpoint, ...otherEndpoints] = endpoints
/** What closes doors for good is asked less often. */
const isClosing = ({ id }: Endpoint) => /^(end|close|disable|remove|revoke)/.test(id)

it(`tells nobody a word of whom they may not see, in ${requests} requests of anything by anybody`, async () => {
  const dice = createDice(seed)
  const answered = new Set<string>()
  const leaks: string[] = []
  const outside: string[] = []
  const logged: string[] = []
  let seen = 0
  let world = await openWorld()

  for (let count = 0; count < requests; count += 1) {
    if (count > 0 && count % perWorld === 0) world = await openWorld()
    const { backend, callers } = world
    const endpoint = dice.pick([firstEndpoint!, ...otherEndpoints])
    const recipe = dice.percent(40) ? world.recipes.get(endpoint.id) : undefined
    const meant = callers.find(({ name }) => name === recipe?.by)
    const caller = meant ?? chooseCaller(callers, endpoint, dice)
    if (isClosing(endpoint) && dice.percent(80)) continue
    const findValue = createFindValue({ world, endpointId: endpoint.id, caller })
    backend.clock.at += 1_000 + dice.roll(4_000)
    const made = await recipe?.make()
    const input = made?.input ?? makeInput(endpoint, findValue, dice)
    const headers = { ...caller.headers, ...made?.headers }

    const { status, code, text } = await ask(backend, endpoint, input, headers)

    const name = `${endpoint.id} by ${caller.name}`
    if (status === endpoint.status) {
      answered.add(endpoint.id)
      listen(world, text)
    }
    const isListed = code
      ? endpoint.errors.some((each) => each === code)
      : status === endpoint.status
    if (!isListed) outside.push(`${name}: ${status} ${code}`)
    // P9: nor has any line of the log a word of anybody
    for (const line of backend.logged.splice(0)) {
      if (findOwners(JSON.stringify(line)).length > 0) logged.push(JSON.stringify(line))
    }
    // who says a number hears it again: that is no news, but a name beside it is
    for (const owner of findOwners(text, JSON.stringify(input))) {
      seen += 1
      if (caller.maySee(owner, endpoint.id)) continue
      leaks.push(`${name} of owner ${owner}: ${JSON.stringify(input)} -> ${text}`)
    }
  }

  expect(leaks).toEqual([])
  expect(logged).toEqual([])
  expect(seen).toBeGreaterThan(requests / 60)
  expect(outside).toEqual([])
  const never = endpoints.filter(({ id }) => !answered.has(id)).map(({ id }) => id)
  console.info(
    `answered ${answered.size} of ${endpoints.length} endpoints, ${seen} people seen; never: ${never}`,
  )
  expect(never.length).toBeLessThan(endpoints.length * 0.05)
})
