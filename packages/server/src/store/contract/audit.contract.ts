import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { makeAuditRow, start, unique } from './rows.setup.js'

export function describeAudit(open: () => Store): void {
  describe('audit', () => {
    it('takes one row per place in a chain', async () => {
      const { audit } = open()
      const chain = unique('chain')

      const appends = await Promise.all(
        [1, 1, 1].map((seq) => audit.append([makeAuditRow(chain, seq)])),
      )

      expect(appends.filter(Boolean)).toHaveLength(1)
      expect(await audit.findLast(chain)).toEqual(makeAuditRow(chain, 1))
    })

    it('adds rows together, or none of them where one place is taken', async () => {
      const { audit } = open()
      const chain = unique('chain')
      const rows = [1, 2, 3].map((seq) => makeAuditRow(chain, seq))

      const isAdded = await audit.append(rows.slice(0, 2))
      const isLate = await audit.append(rows.slice(1))

      expect([isAdded, isLate]).toEqual([true, false])
      expect(await audit.findRows(chain, 1, 10)).toEqual(rows.slice(0, 2))
    })

    it('gives a chain back in order, from where one asks', async () => {
      const { audit } = open()
      const [chain, other] = [unique('chain'), unique('chain')]
      for (const seq of [1, 2, 3, 4]) await audit.append([makeAuditRow(chain, seq)])
      await audit.append([makeAuditRow(other, 1)])

      const rows = await audit.findRows(chain, 2, 2)

      expect(rows).toEqual([makeAuditRow(chain, 2), makeAuditRow(chain, 3)])
      expect((await audit.findLast(chain))?.seq).toBe(4)
      expect(await audit.findLast(unique('chain'))).toBeUndefined()
    })

    it('names its chains, each once', async () => {
      const { audit } = open()
      const chain = unique('chain')
      for (const seq of [1, 2]) await audit.append([makeAuditRow(chain, seq)])

      const chains = await audit.findChains()

      expect(chains.filter((each) => each === chain)).toEqual([chain])
    })

    it('loses its oldest rows alone, never the last one, and goes on after it', async () => {
      const { audit } = open()
      const [chain, other] = [unique('chain'), unique('chain')]
      for (const seq of [1, 2, 3, 4]) await audit.append([makeAuditRow(chain, seq)])
      await audit.append([makeAuditRow(other, 1)])

      const went = [await audit.cut(chain, 2), await audit.cut(chain, 2)]
      const [first] = await audit.findRows(chain, 1, 10)
      const rest = [await audit.cut(chain, 9), await audit.cut(other, 1), await audit.cut('no', 1)]
      const isAgain = await audit.append([makeAuditRow(chain, 4)])
      const isNext = await audit.append([makeAuditRow(chain, 5)])

      expect([went, rest]).toEqual([
        [2, 0],
        [1, 0, 0],
      ])
      expect(first).toEqual(makeAuditRow(chain, 3))
      expect([isAgain, isNext]).toEqual([false, true])
      expect((await audit.findRows(chain, 1, 10)).map(({ seq }) => seq)).toEqual([4, 5])
      expect(await audit.findRows(other, 1, 10)).toHaveLength(1)
    })

    it('is read newest first over all chains, by pages', async () => {
      const { audit } = open()
      const officerId = unique('officer')
      const [one, two] = [unique('chain-a'), unique('chain-b')]
      const rows = [
        { ...makeAuditRow(one, 1), officerId, at: start },
        { ...makeAuditRow(two, 1), officerId, at: start },
        { ...makeAuditRow(one, 2), officerId, at: start },
        { ...makeAuditRow(two, 2), officerId, at: start + 5 },
      ]
      for (const row of rows) await audit.append([row])

      const all = await audit.findNewest({ officerId }, 10)
      const first = await audit.findNewest({ officerId }, 2)
      const second = await audit.findNewest({ officerId, after: first[1] }, 10)

      expect(all).toEqual([rows[3], rows[2], rows[0], rows[1]])
      expect([...first, ...second]).toEqual(all)
    })

    it('is filtered by officer, by the first words of an action, by time', async () => {
      const { audit } = open()
      const [chain, officerId] = [unique('chain'), unique('officer')]
      const actions = ['inspect domestic phone', 'inspect', 'inspector', 'audit read']
      for (const [index, action] of actions.entries()) {
        await audit.append([{ ...makeAuditRow(chain, index + 1), officerId, action }])
      }
      const seqs = async (filter: object) =>
        (await audit.findNewest({ officerId, ...filter }, 10)).map(({ seq }) => seq)

      expect(await seqs({ action: 'inspect' })).toEqual([2, 1])
      expect(await seqs({ action: 'inspect domestic' })).toEqual([1])
      expect(await seqs({ from: start + 2, to: start + 4 })).toEqual([3, 2])
      expect(await seqs({ officerId: unique('nobody') })).toEqual([])
    })
  })
}
