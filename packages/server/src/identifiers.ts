import { v7 } from 'uuid'
import type { RandomBytes } from './ports.js'

/** A UUID of version 7 (RFC 9562): 48 bits of time, then chance. */
export function createUuid(nowMs: number, randomBytes: RandomBytes): string {
  return v7({ msecs: nowMs, random: randomBytes(16) })
}

/**
 * The id of a person: a UUID whose time is chance too. It is answered to whoever names a document, who
 * must not read from it whether that was named before, and when.
 */
export function createPersonId(randomBytes: RandomBytes): string {
  const atMs = randomBytes(6).reduce((sum, byte) => sum * 256 + byte, 0)
  return createUuid(atMs, randomBytes)
}

/** 16 hex digits: the id inside a pass. */
export function createPassId(randomBytes: RandomBytes): string {
  return Array.from(randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * A secret of 256 random bits: `kbyt_cs_…` for citizens, `kbyt_os_…` for officers, `kbyt_oi_…` for an
 * officer's invitation, `kbyt_fk_…` for a subscriber of the feed, `kbyt_wh_…` to sign its webhooks.
 */
export function createToken(
  kind: 'cs' | 'os' | 'oi' | 'fk' | 'wh',
  randomBytes: RandomBytes,
): string {
  return `kbyt_${kind}_${toBase64Url(randomBytes(32))}`
}

// No 0 and O, no 1 and I: a code is read out and typed.
const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 8 letters and digits: the code of a venue or a declaration point, in the address of its poster. */
export function createPlaceCode(randomBytes: RandomBytes): string {
  return Array.from(randomBytes(8), (byte) => codeLetters[byte % codeLetters.length]).join('')
}

/** The key of a machine at a venue: the venue's code, and 256 random bits. */
export function createDeviceKey(venueCode: string, randomBytes: RandomBytes): string {
  return `kbyt_dk_${venueCode}_${toBase64Url(randomBytes(32))}`
}

/** 256 random bits as base64url. */
export const createSecret = (randomBytes: RandomBytes): string => toBase64Url(randomBytes(32))

/** SHA-256 as base64url: how tokens, bodies and audit rows are named. */
export async function digest(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Compares two texts of equal length without telling by its time where they differ. */
export function isEqualInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length
  for (let index = 0; index < left.length; index += 1) {
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index)
  }
  return difference === 0
}
