import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { measures } from '../schema/policy.js'
import { parsePolicy } from './parse-policy.js'
import { readPolicy } from './policy.setup.js'
import { vectors } from './vectors.setup.js'

const run = promisify(execFile)
const script = fileURLToPath(new URL('../../scripts/check-policy-vectors.mjs', import.meta.url))

it.each([
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', 420],
  ['America/Los_Angeles', -480],
])(
  'gives the vectors the same answers on a machine in %s',
  async (zone, minutesFromUtc) => {
    const { stdout } = await run(process.execPath, [script], { env: { ...process.env, TZ: zone } })
    const { decisions, drafts, comparisons } = vectors
    const checked = decisions.length + drafts.length + comparisons.length

    expect(JSON.parse(stdout)).toEqual({ minutesFromUtc, checked, differing: [] })
  },
  30_000,
)

it('shows every measure, a default, and an officer', () => {
  const shown = new Set(vectors.decisions.map(({ decision }) => decision.measure))

  expect([...shown].sort()).toEqual([...measures, 'ask-officer'].sort())
})

it('holds the published examples as they are', () => {
  const [, ...published] = vectors.policies

  for (const policy of published) expect(policy).toEqual(readPolicy(policy.version))
  for (const policy of vectors.policies) expect(parsePolicy(policy)).toEqual(policy)
})
