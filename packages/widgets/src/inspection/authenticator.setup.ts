import type { Client } from '@kbyt/sdk'
import {
  closeOfficerSession,
  confirmTotp,
  type OfficerCredentials,
  openOfficerSession,
  setUpTotp,
} from '@kbyt/sdk/inspection'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code an authenticator app shows for a base32 secret, `steps` half minutes from now. */
export async function showCode(secret: string, steps = 0): Promise<string> {
  const bits = Array.from(secret, (sign) => letters.indexOf(sign).toString(2).padStart(5, '0'))
  const octets = bits.join('').match(/.{8}/g) ?? []
  const bytes = Uint8Array.from(octets, (octet) => Number.parseInt(octet, 2))
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  const number = mac.getUint32(mac.getUint8(19) & 0x0f) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** Sets up TOTP for an officer, who is signed out afterwards; the secret. */
export async function setUpAuthenticator(
  client: Client,
  credentials: OfficerCredentials,
): Promise<string> {
  const { username, password } = credentials
  await openOfficerSession(client, { username, password })
  const { secret } = await setUpTotp(client)
  await confirmTotp(client, { code: await showCode(secret) })
  await closeOfficerSession(client)
  return secret
}
