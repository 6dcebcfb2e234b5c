import { expect, it } from 'vitest'
import vectors from '../packages/sdk/vectors/pass.json' with { type: 'json' }
import { verifyPass } from './independent-verifier.mjs'

const { trust, now } = vectors

it.each(vectors.valid)('a verifier that shares no code takes "$name"', ({ text, pass }) => {
  const { passId, displayName, birthYear, idEnding, declaredAt } = pass

  expect(verifyPass(text, trust.keys, now)).toEqual({
    passId,
    displayName,
    birthYear,
    idEnding,
    declaredAt,
  })
})

it.each(vectors.invalid)('a verifier that shares no code refuses "$name"', ({ text }) => {
  expect(() => verifyPass(text, trust.keys, now)).toThrow(Error)
})

it('keeps no private key among the vectors', () => {
  expect(trust.keys.flatMap((key) => Object.keys(key))).not.toContain('d')
  expect(JSON.stringify(vectors)).not.toContain('"d":')
})
