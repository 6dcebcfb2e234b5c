import { expect, it } from 'vitest'
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import committed from '../../vectors/mutations.json' with { type: 'json' }
import { digestLines, judgeAll, makeMutations } from './mutations.setup.js'
import { type KindName, signedKinds } from './vectors.setup.js'

const letters: Record<string, string> = committed.letters
const kinds = Object.keys(signedKinds) as KindName[]

/** What vectors/mutations.json says of each mutation, in their order. */
const toCodes = (rows: readonly string[]) =>
  [...rows.join('')].map((letter) => letters[letter] ?? letter)

/** Each place where two lists differ, with what stands there. */
const findDifferences = (said: readonly string[], expected: readonly string[]) =>
  said.flatMap((code, index) =>
    code === expected[index] ? [] : [`${index}: ${code}, committed is ${expected[index]}`],
  )

/** The committed judgement on thousands of mutations, wherever this runs: each engine says the same. */
export function testMutations(engine: string) {
  it.each(kinds)(
    `judges in ${engine} as committed what differs a little: %s`,
    { timeout: 30_000 },
    async (kind) => {
      const { texts: digest, codes: rows } = committed.kinds[kind]
      const expected = toCodes(rows)
      const texts = makeMutations(kind, expected.length)

      const codes = await judgeAll(signedKinds[kind], texts)

      expect(await digestLines(texts)).toBe(digest)
      expect(findDifferences(codes, expected)).toEqual([])
    },
  )
}
