import { encode } from 'cborg'
import { decode } from 'jose/base64url'
import { createMemoryHolderStore, createMyQr, openHolderKey } from '../account/index.js'
import { encodeEnvelope, toEnvelopeBytes } from './envelope.js'
import { encodeShownAt, toProofInput } from './holder-proof.js'
import { now, setupIssuer } from './qr.setup.js'
import { type GrantFacts, type Signer, signGrant } from './sign.js'

export const hourMs = 3_600_000

export const grantFacts: Omit<GrantFacts, 'holderKey'> = {
  grantId: '00c0ffee00000002',
  statusIndex: 65_538,
  notBefore: now - hourMs,
  validHours: 24,
  displayName: 'N.T.P. Thảo',
  birthYear: 1990,
}

/** An issuer, a device with a grant of it, one code drawn now, and the ways to tamper with it. */
export async function setupMyQr() {
  const { signer, trust } = await setupIssuer()
  const holderKey = await openHolderKey(createMemoryHolderStore())
  const facts: GrantFacts = { ...grantFacts, holderKey: holderKey.publicKey }
  /** The facts as the payload holds them. */
  const fields: readonly unknown[] = [
    Uint8Array.of(0, 0xc0, 0xff, 0xee, 0, 0, 0, 2),
    facts.statusIndex,
    (facts.notBefore - Date.UTC(2020, 0, 1)) / 1_000,
    facts.validHours,
    facts.displayName,
    facts.birthYear,
    decode(facts.holderKey),
  ]
  const grants = [await signGrant(signer, facts)]
  const draw = (at = now) => createMyQr({ grants, holderKey }, { now: at })
  /** A code around any grant, both signatures real. */
  const signPayload = async (payload: Uint8Array, by: Signer = signer, kind = 'my-qr' as const) => {
    const signature = await by.sign(kind, payload)
    const body = Uint8Array.of(...payload, ...signature, ...encodeShownAt(now))
    const envelope = { kind, kid: signer.kid, body }
    const proof = await holderKey.sign(toProofInput(toEnvelopeBytes(envelope)))
    return encodeEnvelope({ ...envelope, body: Uint8Array.of(...body, ...proof) })
  }
  const signFields = (changed: readonly unknown[]) => signPayload(encode(changed))
  const made = { signPayload, signFields, draw, text: await draw() }
  return { signer, trust, options: { trust, now }, holderKey, facts, fields, grants, ...made }
}
