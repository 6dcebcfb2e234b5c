import { expect, it } from 'vitest'
import { createRandomPool } from './random-pool.js'

const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

it('gives as many bytes as asked for, also more than it fetches at a time', () => {
  const randomBytes = createRandomPool()

  const lengths = [1, 16, 0, 4_096, 4_095, 2, 10_000, 16].map((each) => randomBytes(each).length)

  expect(lengths).toEqual([1, 16, 0, 4_096, 4_095, 2, 10_000, 16])
})

it('gives no bytes twice, and takes none back', () => {
  const randomBytes = createRandomPool()
  const given = Array.from({ length: 2_000 }, () => randomBytes(12))
  const texts = given.map(toText)

  expect(new Set(texts).size).toBe(2_000)
  expect(given.map(toText)).toEqual(texts)
  expect(texts).not.toContain('0'.repeat(24))
})
