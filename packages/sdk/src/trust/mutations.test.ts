import { expect, it } from 'vitest'
import { testMutations } from './mutations.contract.js'
import { judgeAll, makeMutations } from './mutations.setup.js'
import { type KindName, signedKinds } from './vectors.setup.js'

const kinds = Object.keys(signedKinds) as KindName[]
const isLong = process.env.KBYT_LONG === '1'
const count = isLong ? 100_000 : 200

testMutations('Node')

it.each(kinds)(
  'takes no text that differs a little, and refuses each by a code of ours: %s',
  { timeout: isLong ? 1_800_000 : 30_000 },
  async (kind) => {
    const codes = await judgeAll(signedKinds[kind], makeMutations(kind, count))

    expect([...new Set(codes)].filter((code) => !/^(qr|trust)_[a-z_]+$/.test(code))).toEqual([])
    expect(codes.some((code) => code.endsWith('_forged'))).toBe(true)
  },
)
