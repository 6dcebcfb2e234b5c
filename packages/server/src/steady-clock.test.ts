import { expect, it } from 'vitest'
import { createSteadyClock } from './steady-clock.js'

function setup() {
  const outside = { wall: 1_000_000, elapsed: 5.25 }
  const clock = createSteadyClock({
    now: () => outside.wall,
    monotonic: () => outside.elapsed,
  })
  return { outside, clock }
}

it('66: goes on when the wall clock steps back', () => {
  const { outside, clock } = setup()
  const before = clock.now()

  outside.wall -= 600_000
  outside.elapsed += 40

  expect(clock.now()).toBe(before + 40)
})

it('tells whole milliseconds, as the store keeps them, from a machine that counts finer', () => {
  const { outside, clock } = setup()

  for (const elapsed of [5.26, 6.1, 1_234.567_89]) {
    outside.elapsed = elapsed
    expect(Number.isInteger(clock.now())).toBe(true)
  }
})
