/** How many seconds a code stands for, and how many digits it has. */
export const totpSeconds = 30
export const totpDigits = 6

export interface TotpOptions {
  /** @defaultValue 'SHA-1', which is what every authenticator app takes */
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-512'
  /** @defaultValue 6 */
  readonly digits?: number
}

/** The code of one counter (RFC 4226 §5.3), which is the 30-second step of a time (RFC 6238 §4). */
export async function createTotpCode(
  secret: Uint8Array<ArrayBuffer>,
  counter: number,
  { hash = 'SHA-1', digits = totpDigits }: TotpOptions = {},
): Promise<string> {
  const algorithm = { name: 'HMAC', hash }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const message = new DataView(new ArrayBuffer(8))
  message.setBigUint64(0, BigInt(counter))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, message.buffer))
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f
  const number = mac.getUint32(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}
