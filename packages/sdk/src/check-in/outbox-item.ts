import * as z from 'zod/mini'
import type { ErrorCode } from '../errors.js'
import { isErrorCode } from '../errors.js'
import { type Visit, visitSchema } from '../schema/visit.js'

/** The form of an item as this version writes it; a change of form gets the next number and an upgrade. */
export const itemVersion = 1

/** A visit on its way. */
export interface OutboxItem {
  readonly version: typeof itemVersion
  /** The visit as JSON, frozen: every try sends the same. */
  readonly body: string
  /** Milliseconds of the device's clock. */
  readonly recordedAt: number
  /** The server will never take it as it is: a dead letter, for a person to decide on. */
  readonly refusedWith?: ErrorCode | undefined
}

const itemSchema = z.object({
  version: z.literal(itemVersion),
  body: z.string(),
  recordedAt: z.number(),
  refusedWith: z.optional(z.string()),
})

/** Reads a stored item, or nothing where it is damaged or of a version yet to come. */
export function parseItem(value: unknown): { item: OutboxItem; visit: Visit } | undefined {
  const item = itemSchema.safeParse(value).data
  const visit = item && parseBody(item.body)
  if (!visit) return undefined
  const { refusedWith, ...rest } = item
  if (refusedWith === undefined) return { item: rest, visit }
  return { item: { ...rest, refusedWith: toErrorCode(refusedWith) }, visit }
}

/** A newer server may refuse with a code this version does not know. */
export function toErrorCode(code: string): ErrorCode {
  return isErrorCode(code) ? code : 'unexpected_answer'
}

function parseBody(body: string): Visit | undefined {
  try {
    return visitSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
