import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { contract } from './contract.js'
import { newerAnswers } from './newer-answers.setup.js'

it.each(contract.map(({ id, output }) => [id, output] as const))(
  'reads every answer to %s that a newer server may give',
  (_id, output) => {
    const answers = newerAnswers(output, () => undefined)
    const isRead = fc.property(answers, (answer) => output.safeParse(answer).success)

    const { counterexample } = fc.check(isRead, { seed: 8, numRuns: 10 })

    expect(counterexample).toBeNull()
  },
)

it('holds on to no word but those a reader decides by', () => {
  const closed = new Set<string>()

  for (const { output } of contract) {
    newerAnswers(output, (path, words) => closed.add(`${path.split('.').at(-1)}: ${words}`))
  }

  // A line more needs a reason in docs/decisions/0008: a word a reader only shows is an `openWordSchema`.
  expect([...closed].sort()).toEqual([
    'kind: domestic|entry',
    'measure: ask-officer',
    'measure: none|test-only|self-monitoring|home-quarantine|central-quarantine',
    'passState: valid|expired|withdrawn',
    'posterState: newest|outdated|revoked',
    'state: found',
    'state: none',
    'state: valid|expired|withdrawn',
    'status: ok',
    'status: ready',
  ])
})
