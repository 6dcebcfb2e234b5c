import { expect, it } from 'vitest'
import { createWorkQueue } from './work-queue.js'

/** Five pieces of work for a queue of two and two, each ended by hand. */
function setup() {
  const enqueue = createWorkQueue({ running: 2, waiting: 2 })
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (name: number) =>
    enqueue(async () => {
      begun.push(name)
      await new Promise<void>((end) => ends.push(end))
      return name
    })
  return { work, begun, ends }
}

it('runs so many at once, lets so many wait, and refuses the rest', async () => {
  const { work, begun, ends } = setup()

  const all = [1, 2, 3, 4].map(work)
  await expect(work(5)).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 5 })

  expect(begun).toEqual([1, 2])
  ends[0]?.()
  await all[0]
  await expect.poll(() => begun).toEqual([1, 2, 3])
  ends[1]?.()
  ends[2]?.()
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])
  ends[3]?.()
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4])
})

it('goes on after work that failed', async () => {
  const enqueue = createWorkQueue({ running: 1, waiting: 1 })
  const failed = enqueue(() => Promise.reject(new Error('no')))
  const next = enqueue(async () => 'next')

  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('next')
})
