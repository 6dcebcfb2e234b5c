import type { StatusList } from '../schema/trust.js'
import { decodeBase64url } from './base64url.js'
import { inflate } from './inflate.js'

/** Slots of one list: a status index is list × 2^16 + slot. */
export const listSize = 2 ** 16
const slotsPerByte = 4
export const maxListBytes = listSize / slotsPerByte
/** Longer than any list is in zlib and base64url, however little of it can be compressed. */
const maxListLength = 24_000

/** The values of the IETF draft that 2 bits can hold; 3 is left to applications. */
export const statusNumbers = { valid: 0, revoked: 1, suspended: 2 } as const
export type Status = keyof typeof statusNumbers

const opened = new WeakMap<StatusList, { lst: string; bytes: Promise<Uint8Array> }>()

/**
 * The bytes of a list; the same list is inflated once.
 *
 * @throws {TypeError} It is no base64url, no zlib, or too long.
 */
function openStatusList(list: StatusList): Promise<Uint8Array> {
  const known = opened.get(list)
  if (known?.lst === list.lst) return known.bytes
  const bytes = openAnew(list)
  opened.set(list, { lst: list.lst, bytes })
  return bytes
}

async function openAnew({ lst }: StatusList): Promise<Uint8Array> {
  if (lst.length > maxListLength) throw new TypeError('A status list is too long')
  return inflate(decodeBase64url(lst), maxListBytes)
}

/** The status at an index; nothing when the lists do not reach so far. */
export async function findStatus(
  lists: readonly StatusList[],
  statusIndex: number,
): Promise<number | undefined> {
  const list = lists.find((each) => each.list === Math.floor(statusIndex / listSize))
  if (!list) return undefined
  const slot = statusIndex % listSize
  const byte = (await openStatusList(list))[Math.floor(slot / slotsPerByte)]
  return byte === undefined ? undefined : (byte >> (2 * (slot % slotsPerByte))) & 3
}
