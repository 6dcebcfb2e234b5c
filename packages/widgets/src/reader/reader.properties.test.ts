import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createReader } from './create-reader.js'
import {
  type KeyEventLike,
  play,
  retime,
  tcvn,
  throughTelex,
  toKeys,
  us,
  withReleases,
} from './keyboard.setup.js'
import { testCodes } from './test-codes.js'

// The short run tries the same cases each time, the long one others.
const runs = process.env.KBYT_LONG === '1' ? { numRuns: 20_000 } : { numRuns: 40, seed: 391 }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function hear(events: readonly KeyEventLike[]) {
  const scans: string[] = []
  const reader = createReader({ onScan: ({ text }) => scans.push(text) })
  play(reader, events)
  vi.advanceTimersByTime(5_000)
  return scans
}

/** Times after a law with a seed of their own, so that a failure is the same again. */
function toTimes(seed: number, next: (random: () => number) => number, count = 400): number[] {
  let state = seed
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  return Array.from({ length: count }, () => next(random))
}

/** Log-normal, as the times between fingers are. */
const toLogNormal = (median: number, sigma: number) => (random: () => number) =>
  median * Math.exp(sigma * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()))

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const [pass = '', , bhyt = ''] = testCodes.map(({ text }) => text)
const card = '046199000001|190000001|Nguyen Thi Ma Thu|15081999|Nu|35 Le Loi, Hue|20032022'

/** The fastest typists need 70 ms a key, with a tenth of the keys rolled over; most need 200. */
const person = fc.record({
  seed,
  medianMs: fc.integer({ min: 70, max: 500 }),
  sigma: fc.double({ min: 0.3, max: 1, noNaN: true }),
  rolledOver: fc.double({ min: 0, max: 0.1, noNaN: true }),
  heldMs: fc.integer({ min: 50, max: 150 }),
  isHeldKnown: fc.boolean(),
  text: fc.oneof(
    fc.constantFrom(card, bhyt, 'Nguyen Thi Phuong Thao, 35 Le Loi, phuong Vinh Ninh'),
    fc.stringMatching(/^[0-9]{10,60}$/),
    fc.stringMatching(/^[a-z ]{16,200}$/),
  ),
})

it('takes no pace of a person typing for a scan', () => {
  fc.assert(
    fc.property(person, ({ seed, medianMs, sigma, rolledOver, heldMs, isHeldKnown, text }) => {
      const slow = toLogNormal(medianMs, sigma)
      const gaps = toTimes(seed, (random) =>
        random() < rolledOver ? 5 + 35 * random() : slow(random),
      )
      const held = toTimes(seed + 1, toLogNormal(heldMs, 0.3))
      const keys = retime(toKeys(text, { end: 'Enter' }), gaps)
      const events = isHeldKnown
        ? withReleases(keys, (index) => held[index] ?? heldMs)
        : keys.map((key): KeyEventLike => ({ type: 'keydown', key }))

      expect(hear(events)).toEqual([])
    }),
    runs,
  )
})

/** A delay between characters, the tick of its radio or cable, and now and then a key sent again. */
const machine = fc.record({
  seed,
  paceMs: fc.integer({ min: 1, max: 200 }),
  tickMs: fc.constantFrom(1, 8, 10, 15),
  jitterShare: fc.double({ min: 0, max: 0.1, noNaN: true }),
  hiccups: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 75 }), ms: fc.integer({ min: 50, max: 450 }) }),
    { maxLength: 3 },
  ),
  isHeldKnown: fc.boolean(),
  text: fc.constantFrom(pass, card, bhyt),
  end: fc.constantFrom('Enter' as const, 'Tab' as const, undefined),
  layout: fc.constantFrom(us, tcvn),
})

it('gives every scan whole, at any pace of a reader', () => {
  fc.assert(
    fc.property(machine, (given) => {
      const { seed, paceMs, tickMs, jitterShare, hiccups, text, end, layout } = given
      const even = toTimes(
        seed,
        (random) => paceMs * (1 + jitterShare * (2 * random() - 1)) + 0.001,
      )
      for (const { at, ms } of hiccups) even[at] = (even[at] ?? 0) + ms
      const keys = toTicks(retime(toKeys(text, { layout, end }), even), tickMs)
      const events = given.isHeldKnown
        ? withReleases(keys, () => Math.min(tickMs, paceMs / 2))
        : keys.map((key): KeyEventLike => ({ type: 'keydown', key }))

      expect(hear(events)).toEqual([text])
    }),
    runs,
  )
})

it('gives the digits of a pass at any pace through Telex', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (paceMs) => {
      const keys = throughTelex(toKeys(pass, { paceMs, end: 'Enter' }))

      expect(hear(keys.map((key): KeyEventLike => ({ type: 'keydown', key })))).toEqual([pass])
    }),
    { numRuns: 12, seed: 391 },
  )
})

/** The host looks at a keyboard once a tick. */
function toTicks(keys: ReturnType<typeof retime>, tickMs: number) {
  return keys.map((key) => ({ ...key, timeStamp: Math.ceil(key.timeStamp / tickMs) * tickMs }))
}
