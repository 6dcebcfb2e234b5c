import { decode, encode } from 'jose/base64url'

/** Reads base64url in its one form: no padding, no blanks, spare bits zero. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(decode(text))
  if (encode(bytes) !== text) throw new TypeError('The text is not canonical base64url')
  return bytes
}
