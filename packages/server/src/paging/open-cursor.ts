import { KbytError } from '@kbyt/sdk'
import type * as z from 'zod/mini'
import type { Vault } from '../vault.js'

/**
 * Where the asked page begins; undefined for the first.
 *
 * @throws {KbytError} `input_invalid` for a cursor that was edited or is of another list.
 */
export async function openCursor<Place extends z.ZodMiniType>(
  vault: Vault,
  list: string,
  schema: Place,
  cursor: string | undefined,
): Promise<z.infer<Place> | undefined> {
  if (cursor === undefined) return undefined
  const place = await vault.open(`cursor ${list}`, cursor).catch(() => undefined)
  const parsed = schema.safeParse(place)
  if (parsed.success) return parsed.data
  throw new KbytError('input_invalid', { issues: [{ path: 'cursor', code: 'invalid_value' }] })
}
