import { encodePass } from './encode-pass.js'
import { encodeEnvelope } from './envelope.js'
import type { PassFacts } from './pass-facts.js'
import type { Signer } from './signer.js'

/**
 * Signs a pass and returns the digits that its QR shows.
 *
 * @throws {TypeError} A fact is out of its range.
 * @example
 * import { type PassFacts, type Signer, signPass } from '@kbyt/sdk/qr/sign'
 *
 * const issue = (signer: Signer, facts: PassFacts) => signPass(signer, facts)
 */
export async function signPass(signer: Signer, facts: PassFacts): Promise<string> {
  const payload = encodePass(facts)
  const signature = await signer.sign('pass', payload)
  const body = Uint8Array.of(...payload, ...signature)
  return encodeEnvelope({ kind: 'pass', kid: signer.kid, body })
}
