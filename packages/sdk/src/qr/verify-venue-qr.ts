import { KbytError } from '../errors.js'
import { decodeVenue } from './decode-venue.js'
import { decodeEnvelope } from './envelope.js'
import { isStale } from './judge.js'
import { cutBody } from './jws.js'
import { proveSignature } from './prove-signature.js'
import { checkHosts, parseVenueAddress } from './venue-address.js'
import type { VenueFacts } from './venue-facts.js'
import { openOptions, type VerifyQrOptions } from './verify-options.js'

/** Whom {@link verifyVenueQr} trusts, and under which addresses. */
export interface VerifyVenueQrOptions extends VerifyQrOptions {
  /** The portal's own hosts, as `kbyt.example`; any other address is refused. */
  readonly hosts: readonly string[]
}

/** A venue whose poster is the issuer's. Its name is text, whatever it looks like. */
export interface VerifiedVenue extends VenueFacts {
  readonly issuer: string
  readonly kid: string
  /** The same token as a compact JWS (RFC 7515), for any JOSE library. */
  readonly jws: string
}

/**
 * Checks a venue's poster without a network: the whole scanned address, or that of the page which the
 * phone's own camera opened. Show the name that comes back, never one from elsewhere.
 *
 * @throws {KbytError} `qr_foreign`: no address of these hosts. `qr_wrong_kind`: a pass or a my QR.
 * `qr_malformed`: damaged, scan again. `qr_unknown_key`: another issuer's, or the key set is old.
 * `qr_forged`: not what was signed, or under another venue's address. `trust_stale`: the bundle is
 * over 72 hours old.
 * @throws {TypeError} The trust or the hosts are misconfigured.
 * @example
 * import { verifyVenueQr } from '@kbyt/sdk/qr/venue'
 * import type { TrustBundle } from '@kbyt/sdk/schema'
 *
 * async function findName(scanned: string, trust: TrustBundle) {
 *   const { name } = await verifyVenueQr(scanned, { trust, hosts: ['kbyt.example'] })
 *   return name
 * }
 */
export async function verifyVenueQr(
  text: string,
  options: VerifyVenueQrOptions,
): Promise<VerifiedVenue> {
  const { trust, now } = await openOptions(text, options)
  checkHosts(options.hosts)
  const { kind, kid, body, venueCode } = readPoster(text, options.hosts)
  if (kind !== 'venue') throw new KbytError('qr_wrong_kind')
  const signed = cutBody(body)
  const jws = await proveSignature(trust.keys, { kind, kid }, signed)

  const venue = decodeVenue(signed.payload)
  if (venue.venueCode !== venueCode) throw new KbytError('qr_forged')
  if (trust.bundle && isStale(trust.bundle, now)) throw new KbytError('trust_stale')
  return { ...venue, issuer: trust.issuer, kid, jws }
}

/** Bare digits are no poster, but their kind can be named. */
function readPoster(text: string, hosts: readonly string[]) {
  if (/^\s*[0-9]+\s*$/.test(text.slice(0, 2_000))) {
    const { kind } = decodeEnvelope(text)
    throw new KbytError(kind === 'venue' ? 'qr_foreign' : 'qr_wrong_kind')
  }
  const { digits, venueCode } = parseVenueAddress(text, hosts)
  return { ...decodeEnvelope(digits), venueCode }
}
