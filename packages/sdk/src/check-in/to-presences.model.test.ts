import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histories, timeoutMs } from './model/histories.setup.js'
import { findFaults } from './model/ledger-faults.setup.js'
import { type Ledger, plantedLedgerBugs } from './model/planted-ledger-bugs.setup.js'
import { visitsArbitrary } from './model/visits.setup.js'
import { toPresences } from './to-presences.js'

const faultless = (ledger: Ledger) =>
  fc.property(visitsArbitrary, (history) => {
    expect(findFaults(ledger, history)).toEqual([])
  })

describe('presences, whatever arrives in whatever order', () => {
  it(
    `keep their rules in ${histories} histories`,
    () => {
      fc.assert(faultless(toPresences), { numRuns: histories })
    },
    timeoutMs,
  )

  it.each(plantedLedgerBugs)('would show %s', (_name, ledger, fault) => {
    const found = fc.check(
      fc.property(visitsArbitrary, (history) => {
        expect(findFaults(ledger, history)).not.toContain(fault)
      }),
      { numRuns: 2_000, seed: 1 },
    )

    expect(found.failed).toBe(true)
  })
})
