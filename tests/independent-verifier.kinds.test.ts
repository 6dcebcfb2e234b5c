import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import myQr from '../packages/sdk/vectors/my-qr.json' with { type: 'json' }
import trust from '../packages/sdk/vectors/trust.json' with { type: 'json' }
import venue from '../packages/sdk/vectors/venue.json' with { type: 'json' }
import { findStatus } from './independent-reader.mjs'
import { verifyBundle, verifyMyQr, verifyVenue } from './independent-verifier.mjs'

it.each(myQr.valid)('a verifier that shares no code takes the my QR "$name"', (vector) => {
  expect(vector.result).toMatchObject(verifyMyQr(vector.text, myQr.trust.keys, myQr.now))
})

it.each(myQr.invalid)('a verifier that shares no code refuses the my QR "$name"', ({ text }) => {
  expect(() => verifyMyQr(text, myQr.trust.keys, myQr.now)).toThrow(Error)
})

it.each(venue.valid)('a verifier that shares no code takes the poster "$name"', (vector) => {
  expect(vector.result).toMatchObject(verifyVenue(vector.text, venue.hosts, venue.trust.keys))
})

it.each(venue.invalid)('a verifier that shares no code refuses the poster "$name"', ({ text }) => {
  expect(() => verifyVenue(text, venue.hosts, venue.trust.keys)).toThrow(Error)
})

it.each(trust.valid)('a verifier that shares no code takes the bundle "$name"', (vector) => {
  const { counter, areas } = verifyBundle(vector.text, trust.root, trust.now)

  expect(vector.result).toMatchObject({ counter, areas })
})

it.each(trust.invalid)('a verifier that shares no code refuses the bundle "$name"', ({ text }) => {
  expect(() => verifyBundle(text, trust.root, trust.now)).toThrow(Error)
})

it('a verifier that shares no code finds the same revoked', () => {
  const claims = verifyBundle(trust.valid[0]?.text ?? '', trust.root, trust.now)

  const statuses = [65_536, 65_537, 65_538, 65_539, 131_072].map((it) => findStatus(claims, it))

  expect(statuses).toEqual([0, 0, 1, 2, undefined])
})

it('keeps no private key among the vectors', () => {
  for (const vectors of [myQr, venue, trust.root])
    expect(JSON.stringify(vectors)).not.toContain('"d":')
})

it('is sixty lines of node:crypto beside its comments, and shares no code with the SDK', () => {
  const source = readFileSync(new URL('independent-verifier.mjs', import.meta.url), 'utf8')
  const lines = source
    .split('\n')
    .filter((line) => /^(?!\s*(?:\/\/|\/\*\*.*\*\/\s*$))\s*\S/.test(line))
  const imported = [...source.matchAll(/ from '(.*)'/g)].map(([, from]) => from)

  expect(lines.length).toBeLessThanOrEqual(60)
  expect(imported).toEqual(['node:crypto', './independent-reader.mjs'])
})
