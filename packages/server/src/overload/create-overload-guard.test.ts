import { expect, it } from 'vitest'
import { createOverloadGuard, type OverloadOptions } from './create-overload-guard.js'

/** A guard with work that ends when it is told to. */
function setup(options: OverloadOptions) {
  const guard = createOverloadGuard(options)
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const begin = (name: string) =>
    guard.run(async () => {
      started.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      return name
    })
  const end = (name: string) => ends.get(name)?.()
  return { guard, begin, end, started }
}

it('lets calls wait for their turn, in the order they came', async () => {
  const { begin, end, started, guard } = setup({ running: 1, waiting: 2 })
  const names = ['first', 'second', 'third']
  const all = names.map(begin)

  for (const [index, name] of names.entries()) {
    await expect.poll(() => started).toEqual(names.slice(0, index + 1))
    end(name)
  }

  expect(await Promise.all(all)).toEqual(names)
  expect([guard.running, guard.waiting]).toEqual([0, 0])
})

it('refuses whoever comes when the queue is full, and says when to come again', async () => {
  const { begin, end, started } = setup({ running: 1, waiting: 1 })
  const all = [begin('first'), begin('second')]

  const refused = await Promise.allSettled([begin('third'), begin('fourth')])

  const waits = refused.map((each) => each.status === 'rejected' && each.reason.retryAfterSeconds)
  expect(new Set(waits).size).toBe(2) // they do not come back together
  expect(refused[0]).toMatchObject({ reason: { code: 'overloaded' } })
  for (const name of ['first', 'second']) {
    await expect.poll(() => started).toContain(name)
    end(name)
  }
  expect(await Promise.all(all)).toEqual(['first', 'second'])
})

it('lets nobody wait longer than they would for an answer', async () => {
  const { begin, end, guard } = setup({ running: 1, waiting: 9, patienceMs: 20 })
  const first = begin('first')
  await expect.poll(() => guard.running).toBe(1)

  await expect(begin('second')).rejects.toMatchObject({ code: 'overloaded' })
  expect(guard.waiting).toBe(0)

  end('first')
  await first
})

it('refuses newcomers while the process is late, and takes them again afterwards', async () => {
  let lagMs = 900
  const guard = createOverloadGuard({ readLagMs: () => lagMs, maxLagMs: 500 })

  await expect(guard.run(async () => 'late')).rejects.toMatchObject({ code: 'overloaded' })
  lagMs = 10

  expect(await guard.run(async () => 'in time')).toBe('in time')
})

it('gives the turn back when the work fails', async () => {
  const guard = createOverloadGuard({ running: 1, waiting: 0 })

  await expect(guard.run(() => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError)

  expect(await guard.run(async () => 'next')).toBe('next')
})
