import { encodeVenue } from './encode-venue.js'
import { encodeEnvelope } from './envelope.js'
import type { Signer } from './signer.js'
import { checkHosts, toVenueAddress } from './venue-address.js'
import type { VenueFacts } from './venue-facts.js'

/**
 * Signs a venue's poster and returns the address that its QR shows:
 * `https://<host>/v/<code>#<digits>`.
 *
 * @param facts - What the poster says, and the portal's host.
 * @throws {TypeError} A fact is out of its range.
 * @example
 * import { type Signer, signVenue } from '@kbyt/sdk/qr/sign'
 *
 * function makePoster(signer: Signer) {
 *   return signVenue(signer, {
 *     host: 'kbyt.example',
 *     venueCode: 'CHODONGB',
 *     name: 'Chợ Đông Ba',
 *     wardCode: '19756',
 *     revision: 1,
 *     direction: 'both',
 *   })
 * }
 */
export async function signVenue(
  signer: Signer,
  { host, ...facts }: VenueFacts & { readonly host: string },
): Promise<string> {
  checkHosts([host])
  const payload = encodeVenue(facts)
  const signature = await signer.sign('venue', payload)
  const body = Uint8Array.of(...payload, ...signature)
  const digits = encodeEnvelope({ kind: 'venue', kid: signer.kid, body })
  return toVenueAddress({ host, venueCode: facts.venueCode, digits })
}
