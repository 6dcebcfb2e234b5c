import { toStatusSlot } from '../status-slot.js'
import type { Database } from './database.js'

/** From now on the status lists say that this code is worth nothing. */
export async function revokeSlot(
  db: Database,
  { statusIndex, validUntil }: { readonly statusIndex: number; readonly validUntil: number },
): Promise<void> {
  await db
    .insertInto('statusChanges')
    .values({ ...toStatusSlot(statusIndex), status: 'revoked', validUntil })
    .onConflict((conflict) => conflict.columns(['list', 'slot']).doUpdateSet({ status: 'revoked' }))
    .execute()
}
