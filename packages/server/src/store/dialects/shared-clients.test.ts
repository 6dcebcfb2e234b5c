import { setImmediate as nextRound } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { LentClient } from './named-clients.js'
import { shareClients } from './shared-clients.js'

/** A pool that lends when it is told to, and what became of each connection. */
function setup() {
  const lent: { lend(): void; refuse(): void; given: boolean[] }[] = []
  const take = shareClients(
    () =>
      new Promise((resolve, reject) => {
        const given: boolean[] = []
        const ask = async () => never()
        const client: LentClient = { ask, release: (isBroken) => void given.push(isBroken) }
        lent.push({
          lend: () => resolve(client),
          refuse: () => reject(new Error('none left')),
          given,
        })
      }),
  )
  const takeAll = (count: number) => Promise.all(Array.from({ length: count }, take))
  return { lent, take, takeAll }
}

function never(): never {
  throw new Error('nobody asks here')
}

describe('connections shared by single statements', () => {
  it('are one for those of one round, and go back with the last of them', async () => {
    const { lent, takeAll } = setup()
    const all = takeAll(3)
    lent[0]?.lend()
    const [first, second, third] = await all
    await nextRound()

    first?.release(false)
    third?.release(false)
    const before = [...(lent[0]?.given ?? [])]
    second?.release(false)

    expect(lent).toHaveLength(1)
    expect([before, lent[0]?.given]).toEqual([[], [false]])
  })

  it('are another one for those of the next round', async () => {
    const { lent, take } = setup()
    const first = take()
    lent[0]?.lend()
    await first
    await nextRound()

    void take()

    expect(lent).toHaveLength(2)
  })

  it('are waited for together, however many rounds it takes', async () => {
    const { lent, take } = setup()
    const first = take()
    await nextRound()
    const second = take()
    lent[0]?.lend()

    await Promise.all([first, second])

    expect(lent).toHaveLength(1)
  })

  it('are shared by 16 at most', async () => {
    const { lent, takeAll } = setup()

    void takeAll(33)

    expect(lent).toHaveLength(3)
  })

  it('are broken for the pool once one of those who shared it says so', async () => {
    const { lent, takeAll } = setup()
    const all = takeAll(2)
    lent[0]?.lend()
    const [first, second] = await all

    first?.release(true)
    second?.release(false)

    expect(lent[0]?.given).toEqual([true])
  })

  it('are refused to all who waited for one, and asked for anew by the next', async () => {
    const { lent, take } = setup()
    const all = Promise.allSettled([take(), take()])
    lent[0]?.refuse()
    const refused = await all

    void take()

    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(lent).toHaveLength(2)
  })
})
