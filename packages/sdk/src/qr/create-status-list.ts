import { encode } from 'jose/base64url'
import type { StatusList } from '../schema/trust.js'
import { listSize, maxListBytes, type Status, statusNumbers } from './status-list.js'

/** How one code stands. */
export interface StatusListEntry {
  readonly statusIndex: number
  readonly status: Status
}

/**
 * Makes one Token Status List (IETF draft, 2 bits a slot, zlib) of the codes that are not valid; all
 * other slots say valid.
 *
 * @param list - Its number: a status index is list × 2^16 + slot.
 * @throws {TypeError} A number is out of range, or an index belongs to another list.
 * @example
 * import { createStatusList } from '@kbyt/sdk/qr/sign'
 *
 * const list = await createStatusList(1, [{ statusIndex: 65_537, status: 'revoked' }])
 */
export async function createStatusList(
  list: number,
  entries: Iterable<StatusListEntry>,
): Promise<StatusList> {
  if (!Number.isInteger(list) || list < 0 || list >= listSize)
    throw new TypeError('list must be a whole number below 2^16')
  const bytes = new Uint8Array(maxListBytes)
  for (const { statusIndex, status } of entries) {
    const slot = statusIndex - list * listSize
    if (!Number.isInteger(slot) || slot < 0 || slot >= listSize)
      throw new TypeError(`Status index ${statusIndex} is not of list ${list}`)
    const [at, shift] = [slot >> 2, 2 * (slot & 3)]
    bytes[at] = ((bytes[at] ?? 0) & ~(3 << shift)) | (statusNumbers[status] << shift)
  }
  return { list, bits: 2, lst: encode(await deflate(bytes)) }
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
