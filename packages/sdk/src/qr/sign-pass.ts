import { encodePass } from './encode-pass.js'
import { encodeEnvelope } from './envelope.js'
import type { PassFacts } from './pass-facts.js'
import type { Signer } from './signer.js'

/**
 * Signs a pass and returns the digits that its QR shows.
 *
 * @throws {TypeError} A fact is out of its range.
 * @example
 * import { type Signer, signPass, toDisplayName, toIdEnding } from '@kbyt/sdk/qr/sign'
 *
 * function issue(signer: Signer) {
 *   return signPass(signer, {
 *     passId: '00c0ffee00000001', // 8 random bytes
 *     statusIndex: 1,
 *     declaredAt: Date.now(),
 *     validDays: 7,
 *     kind: 'domestic',
 *     displayName: toDisplayName('Nguyễn Thị Phương Thảo'),
 *     birthYear: 1990,
 *     idEnding: toIdEnding({ type: 'cccd', number: '046190012345' }),
 *     isPrinted: false,
 *     shouldAskOfficer: false,
 *   })
 * }
 */
export async function signPass(signer: Signer, facts: PassFacts): Promise<string> {
  const payload = encodePass(facts)
  const signature = await signer.sign('pass', payload)
  const body = Uint8Array.of(...payload, ...signature)
  return encodeEnvelope({ kind: 'pass', kid: signer.kid, body })
}
