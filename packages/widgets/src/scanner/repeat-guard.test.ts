import { expect, it } from 'vitest'
import { createRepeatGuard } from './repeat-guard.js'

it('takes a code that stays in the picture for one', () => {
  const guard = createRepeatGuard()

  const answers = [0, 500, 2_000, 3_900, 5_800].map((at) => guard.isNew('a', at))

  expect(answers).toEqual([true, false, false, false, false])
})

it('takes a code that was away for two seconds for a new one', () => {
  const guard = createRepeatGuard()
  guard.isNew('a', 0)

  expect(guard.isNew('a', 2_000)).toBe(true)
})

it('takes another code for a new one at once', () => {
  const guard = createRepeatGuard()
  guard.isNew('a', 0)

  expect(guard.isNew('b', 10)).toBe(true)
})
