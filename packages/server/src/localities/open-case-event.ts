import * as z from 'zod/mini'
import type { CaseEventRow } from '../store/store.js'
import type { Vault } from '../vault.js'

const sealedCaseEventSchema = z.object({ officerName: z.string(), note: z.optional(z.string()) })
/** What an event's row seals. */
export type SealedCaseEvent = z.infer<typeof sealedCaseEventSchema>

/** An event as officers see it. */
export async function openCaseEvent(vault: Vault, row: CaseEventRow) {
  const { eventId, event, at, officerId, sealed } = row
  const content = sealedCaseEventSchema.parse(await vault.open(eventId, sealed))
  return { eventId, event, at: new Date(at).toISOString(), officerId, ...content }
}
