import { encode } from 'cborg'
import { fromDigits, toDigits } from './digits.js'
import { encodeEnvelope, type QrKind } from './envelope.js'
import {
  generateSigningKey,
  importSigner,
  type PassFacts,
  type Signer,
  signPass,
  toKeySet,
} from './sign.js'

// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
export { default as vectors } from '../../vectors/pass.json' with { type: 'json' }

export const now = Date.parse('2021-03-05T01:00:00Z')

export const facts: PassFacts = {
  passId: '00c0ffee00000001',
  statusIndex: 65_537,
  declaredAt: Date.parse('2021-03-03T01:00:00Z'),
  validDays: 7,
  kind: 'domestic',
  displayName: 'N.T.P. Thảo',
  birthYear: 1990,
  idEnding: '345',
  isPrinted: false,
  shouldAskOfficer: false,
}

/** The facts as the payload holds them. */
export const fields: readonly unknown[] = [
  Uint8Array.of(0, 0xc0, 0xff, 0xee, 0, 0, 0, 1),
  65_537,
  (facts.declaredAt - Date.UTC(2020, 0, 1)) / 1_000,
  7,
  0,
  'N.T.P. Thảo',
  1990,
  '345',
  0,
]

/** An issuer with one key, one pass of it, and the ways to tamper with both. */
export async function setupIssuer() {
  const signer = await importSigner(await generateSigningKey())
  const trust = { issuer: 'kbyt.example', ...toKeySet([signer]) }
  const text = await signPass(signer, facts)
  /** A pass around any payload, signed for real. */
  const signPayload = async (payload: Uint8Array, by: Signer = signer, kind: QrKind = 'pass') =>
    withSignature(payload, await by.sign(kind, payload))
  const withSignature = (payload: Uint8Array, signature: Uint8Array) =>
    encodeEnvelope({
      kind: 'pass',
      kid: signer.kid,
      body: Uint8Array.of(...payload, ...signature),
    })
  const signFields = (changed: readonly unknown[]) => signPayload(encode(changed))
  return { signer, trust, options: { trust, now }, text, signPayload, withSignature, signFields }
}

/** The text of an envelope after a change to its bytes. */
export function withBytes(text: string, change: (bytes: Uint8Array) => void): string {
  const bytes = fromDigits(text)
  change(bytes)
  return toDigits(bytes)
}

/** A seeded source of whole numbers below `limit` (mulberry32): every run tries the same. */
export function makeRandom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** The fastest of several runs in milliseconds: what it costs, whatever else the machine is doing. */
export async function measureMs(run: () => unknown, rounds = 10): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return Math.min(...times)
}

/**
 * What a run costs in milliseconds, as soon as one of many stays below the limit: what is slow never
 * does, and what is fast does at last on a machine with other work.
 */
export async function measureUnder(limitMs: number, run: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 50 && fastest >= limitMs; round += 1)
    fastest = Math.min(fastest, await measureMs(run, 1))
  return fastest
}
