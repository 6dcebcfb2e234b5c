import { contract, type Endpoint } from '@kbyt/sdk/schema'
import { expect, it, vi } from 'vitest'
import { createMemoryStore } from '../memory.js'
import type { LimitStore, Store } from '../store/store.js'
import { ask } from './ask.setup.js'
import { createFindValue } from './create-find-value.setup.js'
import { createDice } from './dice.setup.js'
import { type FindValue, makeInput } from './make-input.setup.js'
import { owners } from './people.setup.js'
import { type Caller, openWorld, type World } from './world.setup.js'

const isLong = process.env.KBYT_LONG === '1'
const tries = isLong ? 20 : 3
vi.setConfig({ testTimeout: isLong ? 600_000 : 90_000 })

const absentId = '0177f5a2-9fea-75be-93bc-7993091f0000'
/** What belongs to a person, each as nobody has it. A pass is not here: whoever holds one may show it. */
const absent: Readonly<Record<string, string>> = {
  idNumber: '046199123457',
  phone: '+84977123456',
  declarationId: absentId,
  arrivalId: absentId,
  screeningId: absentId,
  inspectionId: absentId,
  personId: absentId,
}

/** What differs between any two answers: ids, instants, passes, and people made up for one call. */
const ownMarks =
  /[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|\b[\da-f]{16}\b|\d{100,}|046191\d{6}/g

/** Puts an owner's values, or nobody's, where such are asked for, and remembers them. */
function createFindOwned(findOther: FindValue, { known }: World, owner: number | undefined) {
  const used = new Set<string>()
  const find: FindValue = (name, dice) => {
    const other = findOther(name, dice)
    const nobodys = absent[name]
    if (nobodys === undefined) return other
    const value =
      owner === undefined ? nobodys : known.get(name)?.find((each) => each.owner === owner)?.value
    used.add(String(value))
    return value
  }
  return { find, used }
}

/** An answer without its own marks; and whether it was asked for somebody. */
async function askAbout(
  world: World,
  endpoint: Endpoint,
  caller: Caller,
  owner: number | undefined,
  seed: number,
) {
  const findOther = createFindValue({ world, endpointId: endpoint.id, caller })
  const { find, used } = createFindOwned(findOther, world, owner)
  const input = makeInput(endpoint, find, createDice(seed))
  const { status, text } = await ask(world.backend, endpoint, input, caller.headers)
  // what was asked with may be said again
  const plain = [...used].reduce((rest, said) => rest.replaceAll(said, '…'), text)
  return { answer: `${status} ${plain.replace(ownMarks, '…')}`, used, input }
}

/** Nobody is ever too fast: else the clock would have to run on, and sessions with it. */
function createUnlimitedStore(): Store {
  const store = createMemoryStore()
  const first = (windowMs: number, nowMs: number) => ({ count: 1, resetsAt: nowMs + windowMs })
  const hit: LimitStore['hit'] = async (_key, windowMs, nowMs) => first(windowMs, nowMs)
  const hitAll: LimitStore['hitAll'] = async (hits, nowMs) =>
    hits.map(({ windowMs }) => first(windowMs, nowMs))
  return { ...store, limits: { ...store.limits, hit, hitAll } }
}

/** Asked last: whoever they are asked by may be nobody afterwards. */
const isClosing = ({ id }: Endpoint) =>
  /^(end|close|disable|remove|revoke|erase|reset|change|link|unlink)/.test(id)
const endpoints: readonly Endpoint[] = contract.toSorted(
  (one, other) => Number(isClosing(one)) - Number(isClosing(other)),
)

it('answers alike for what is absent and what is not the caller’s, on every endpoint', async () => {
  const world = await openWorld({ store: createUnlimitedStore() })
  const told: string[] = []
  const compared = new Set<string>()
  let seed = 1

  // of codes the test of ATTACKS 64 tells: how often they were asked for is no secret
  for (const endpoint of endpoints.filter(({ id }) => id !== 'requestOtp')) {
    for (const caller of world.callers) {
      for (let count = 0; count < tries; count += 1) {
        seed += 1
        const owner = seed % owners.length
        if (caller.maySee(owner, endpoint.id)) continue
        world.backend.clock.at += 20
        const foreign = await askAbout(world, endpoint, caller, owner, seed)
        if (foreign.used.size === 0) break
        const nobody = await askAbout(world, endpoint, caller, undefined, seed)
        // who gets no further than the door learns nothing either way
        if (!/^(400|401|403) /.test(nobody.answer)) compared.add(endpoint.id)
        if (foreign.answer === nobody.answer) continue
        const by = `${endpoint.id} by ${caller.name} ${JSON.stringify(foreign.input)}`
        told.push(`${by}: ${foreign.answer} instead of ${nobody.answer}`)
      }
    }
  }

  expect(told).toEqual([])
  expect([...compared]).toEqual(
    expect.arrayContaining([
      'withdrawDeclaration',
      'inspect',
      'recordArrivalEvent',
      'reportArrival',
      'recordScreeningEvent',
    ]),
  )
})
