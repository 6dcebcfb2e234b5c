import { encode } from 'cborg'
import { encodeEnvelope, type QrKind } from './envelope.js'
import { now, setupIssuer } from './qr.setup.js'
import { type Signer, signVenue, type VenueFacts } from './sign.js'

export const host = 'kbyt.example'

export const market: VenueFacts = {
  venueCode: 'CHODONGB',
  name: 'Chợ Đông Ba',
  wardCode: '19756',
  revision: 1,
  direction: 'both',
}

/** The facts as the payload holds them. */
export const venueFields: readonly unknown[] = ['CHODONGB', 'Chợ Đông Ba', 19_756, 1, 2]

/** An issuer, one poster of it, and the ways to tamper with it. */
export async function setupVenue() {
  const { signer, trust } = await setupIssuer()
  const text = await signVenue(signer, { ...market, host })
  const signPayload = async (payload: Uint8Array, by: Signer = signer, kind: QrKind = 'venue') => {
    const body = Uint8Array.of(...payload, ...(await by.sign(kind, payload)))
    return toPoster(encodeEnvelope({ kind: 'venue', kid: signer.kid, body }))
  }
  const signFields = (fields: readonly unknown[]) => signPayload(encode(fields))
  return { signer, trust, options: { trust, hosts: [host], now }, text, signPayload, signFields }
}

/** The address of the market's poster around any digits. */
export const toPoster = (digits: string, at = host) => `https://${at}/v/CHODONGB#${digits}`

export const toFragment = (text: string) => text.slice(text.indexOf('#') + 1)
