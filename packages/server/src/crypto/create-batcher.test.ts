import { expect, it } from 'vitest'
import { createBatcher } from './create-batcher.js'

/** A batcher of names, which notes its batches and fails on the name "bad". */
function setup(options = { together: 3, waiting: 10 }) {
  const batches: string[][] = []
  const add = createBatcher<string>(options, async (names) => {
    batches.push([...names])
    await Promise.resolve()
    if (names.includes('bad')) throw new Error('a bad name')
  })
  return { batches, add }
}

it('does the first at once and those that come meanwhile together, in their order', async () => {
  const { batches, add } = setup()

  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(add))

  expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']])
})

it('tells all of a batch that it failed, and goes on with the next', async () => {
  const { batches, add } = setup()

  const ends = await Promise.allSettled(['a', 'b', 'bad', 'c', 'd'].map(add))

  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(batches.at(-1)).toEqual(['d'])
})

it('refuses whoever comes when too many wait', async () => {
  const { add } = setup({ together: 1, waiting: 2 })

  const ends = await Promise.allSettled(['a', 'b', 'c', 'd'].map(add))

  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ])
  expect(ends[3]).toMatchObject({ reason: { code: 'overloaded' } })
})
