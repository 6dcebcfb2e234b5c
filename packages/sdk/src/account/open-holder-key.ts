import { encode } from 'jose/base64url'
import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import { toLowS } from '../qr/low-s.js'
import type { HolderKey, HolderKeyStore } from './holder-key.js'

const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/**
 * Opens this device's key for my QR, and makes it at the first time. The private half cannot be
 * extracted, so nobody can copy it to another device, the page's own scripts included.
 *
 * @throws {TypeError} WebCrypto is missing: serve the page over https or from localhost.
 * @example
 * import { createMemoryHolderStore, openHolderKey } from '@kbyt/sdk/account'
 *
 * const { publicKey } = await openHolderKey(createMemoryHolderStore())
 */
export async function openHolderKey(
  store: HolderKeyStore,
  { signal }: CallOptions = {},
): Promise<HolderKey> {
  signal?.throwIfAborted()
  if (!globalThis.crypto?.subtle)
    throw new TypeError('WebCrypto is missing: serve the page over https or from localhost')
  const { privateKey, publicKey } = await untilAborted(openPair(store), signal)

  return {
    publicKey: encode(await exportPoint(publicKey)),
    sign: async (bytes) =>
      toLowS(new Uint8Array(await crypto.subtle.sign(curve, privateKey, bytes))),
  }
}

async function openPair(store: HolderKeyStore): Promise<CryptoKeyPair> {
  return (await store.load()) ?? (await store.add(await makePair()))
}

function makePair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, false, ['sign', 'verify'])
}

/** 0x02 or 0x03, by the last bit of y, and x: half of 0x04 ‖ x ‖ y. */
async function exportPoint(publicKey: CryptoKey): Promise<Uint8Array> {
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return Uint8Array.of(2 + ((point.at(-1) ?? 0) & 1), ...point.subarray(1, 33))
}
