import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { encode } from 'jose/base64url'
import { compactVerify } from 'jose/jws/compact/verify'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { isKbytError } from '../errors.js'
import { checkPublicKey, importPublicKey } from '../qr/public-key.js'
import { toKid } from '../qr/to-kid.js'
import { verifyTrustBundle } from './index.js'
import { fromBase64url } from './trust.setup.js'

// Not in the repository: the vectors of the project's shared folder.
const shared = process.env.KBYT_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const folder = join(shared, 'vectors')
const hasVectors = existsSync(join(folder, 'json_web_signature_test.json'))
if (!hasVectors) console.log(`not run: Wycheproof's JWS, because ${folder} is not on this machine`)

const jwkSchema = z.looseObject({ kty: z.string() })
type Jwk = z.infer<typeof jwkSchema>

const groupSchema = z.object({
  comment: z.string(),
  private: z.optional(z.union([z.object({ keys: z.array(jwkSchema) }), jwkSchema])),
  public: z.optional(z.union([z.object({ keys: z.array(jwkSchema) }), jwkSchema])),
  tests: z.array(
    z.object({ tcId: z.int(), comment: z.string(), jws: z.unknown(), result: z.string() }),
  ),
})

function readGroups(file: string) {
  if (!hasVectors) return []
  const { testGroups } = z
    .object({ testGroups: z.array(groupSchema) })
    .parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return testGroups.map((group) => {
    const keys = group.public ?? group.private
    return { ...group, keys: keys && 'keys' in keys ? z.array(jwkSchema).parse(keys.keys) : [keys] }
  })
}

const isP256 = (key: Jwk | undefined) => key?.kty === 'EC' && key.crv === 'P-256'
const groups = [
  ...readGroups('json_web_signature_test.json'),
  ...readGroups('json_web_key_test.json'),
]
const cases = groups
  .filter(({ keys }) => keys.some(isP256))
  .flatMap(({ keys, comment, tests }) =>
    tests.map((test) => ({ ...test, keys, name: `${comment}: ${test.comment} (${test.tcId})` })),
  )

/** A key of theirs as ours: their kids are names, ours is the thumbprint. The private half is dropped. */
async function toOurs(key: Jwk) {
  const { d: _, ...rest } = key
  const { x, y } = z.object({ x: z.string(), y: z.string() }).parse(rest)
  const kid = await toKid({ kty: 'EC', crv: 'P-256', x, y })
  return checkPublicKey({ ...rest, kid })
}

/** What our verification does with a JWS whose header is their own: key rules, one form, jose. */
async function isTaken(jws: unknown, keys: readonly (Jwk | undefined)[]): Promise<boolean> {
  try {
    const [key, ...more] = keys
    if (typeof jws !== 'string' || !key || more.length > 0) return false
    const [header = '', payload = '', signature = ''] = jws.split('.')
    for (const part of [header, payload, signature])
      if (encode(fromBase64url(part)) !== part) return false
    await compactVerify(jws, await importPublicKey(await toOurs(key)), { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!hasVectors)('Wycheproof, JWS and JWK of P-256', () => {
  it('has the cases that are ours', () => {
    expect(cases.length).toBeGreaterThanOrEqual(39)
  })

  it.each(cases)('judges as Wycheproof does: $name', async ({ jws, keys, result }) => {
    expect(await isTaken(jws, keys)).toBe(result === 'valid')
  })

  it.each(cases)('takes none of them for a bundle: $name', async ({ jws }) => {
    const root = { issuer: 'kbyt.example', keys: [] }

    const error = await verifyTrustBundle(String(jws), { root }).catch((reason: unknown) => reason)

    expect(isKbytError(error) && error.code).toBe('trust_malformed')
  })
})
