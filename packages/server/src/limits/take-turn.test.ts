import { expect, it } from 'vitest'
import { createMemoryStore } from '../memory.js'
import { takeTurn } from './take-turn.js'

const limit = { key: 'sends', max: 5, windowMs: 600 }

function setup() {
  const { limits } = createMemoryStore()
  const take = async (nowMs: number) => (await takeTurn(limits, limit, nowMs)).count <= limit.max
  return { limits, take }
}

it('lets no more than its number through in any span, wherever the span begins', async () => {
  const { take } = setup()
  const instants = Array.from({ length: 300 }, (_, index) => index * 7)

  const taken: number[] = []
  for (const at of instants) if (await take(at)) taken.push(at)

  const most = taken.map((from) => taken.filter((at) => at >= from && at < from + 600).length)
  expect(Math.max(...most)).toBe(5)
  expect(taken.length).toBe(20)
})

it('gives a turn back when what took it is as old as the span, and says when', async () => {
  const { limits, take } = setup()
  for (const at of [0, 100, 200, 300, 400]) await take(at)

  const refused = await takeTurn(limits, limit, 599)
  const again = [await take(600), await take(601), await take(700)]

  expect(refused).toEqual({ count: 6, resetsAt: 600 })
  expect(again).toEqual([true, false, true])
})

it('lets five of two hundred at once through', async () => {
  const { take } = setup()

  const all = await Promise.all(Array.from({ length: 200 }, () => take(0)))

  expect(all.filter(Boolean)).toHaveLength(5)
})
