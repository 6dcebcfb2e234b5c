import fc from 'fast-check'
import { networks } from './fake-server.setup.js'
import { endings } from './operations.setup.js'
import type { World } from './world.setup.js'

const dayMs = 86_400_000
const number = fc.nat({ max: 3 })
const person = fc.constantFrom('00000000000000a1', '00000000000000b2')

/** One thing that happens. It prints as what it is, so that a failing history can be read. */
export interface Act {
  readonly happen: (world: World) => void
  readonly toString: () => string
}

const toAct = (name: string, happen: (world: World) => void): Act => ({
  happen,
  toString: () => name,
})

const record = fc
  .tuple(number, person)
  .map(([tab, who]) => toAct(`record ${who} in tab ${tab}`, (world) => world.record(tab, who)))

const flush = number.map((tab) => toAct(`flush tab ${tab}`, (world) => world.flush(tab)))

const end = fc
  .tuple(number, fc.constantFrom(...endings))
  .map(([which, ending]) =>
    toAct(`operation ${which} ends ${ending}`, (world) => world.operations.end(which, ending)),
  )

const network = fc.constantFrom(...networks).map((next) =>
  toAct(`network ${next}`, (world) => {
    world.server.network = next
  }),
)

const disk = fc.boolean().map((isFull) =>
  toAct(isFull ? 'disk full' : 'disk has room', (world) => {
    world.disk.isFull = isFull
  }),
)

const time = fc
  .tuple(fc.constantFrom(1_000, 60_000, 7_200_000), fc.constantFrom(0, 0, -dayMs, dayMs))
  .map(([ms, error]) => toAct(`${ms} ms pass, clock ${error}`, (world) => world.pass(ms, error)))

const tab = fc
  .tuple(number, fc.boolean())
  .map(([which, isNew]) =>
    isNew
      ? toAct('open a tab', (world) => world.openTab())
      : toAct(`kill tab ${which}`, (world) => world.kill(which)),
  )

/** What may happen to a device before its world heals. */
export const historyArbitrary: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: record },
    { weight: 4, arbitrary: flush },
    { weight: 16, arbitrary: end },
    { weight: 3, arbitrary: network },
    { weight: 1, arbitrary: disk },
    { weight: 1, arbitrary: time },
    { weight: 1, arbitrary: tab },
  ),
  { maxLength: 60, size: 'max' },
)
