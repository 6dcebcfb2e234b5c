import { KbytError } from '@kbyt/sdk'
import type { InspectionRequest } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import { hourMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { InspectionRow, OfficerRow } from '../store/store.js'

/** As long as an officer's session. */
const keptMs = 12 * hourMs
const sealedSchema = z.object({
  personIds: z.array(z.string()),
  /** Those the officer looked up in; a row of an older server has none. */
  areas: z.optional(z.array(z.string())),
})

/** Owns: whom an officer's look-ups have found this shift, so that what follows needs no new one. */
export interface InspectionMemory {
  keep(
    inspection: Pick<InspectionRow, 'inspectionId' | 'inspectedAt'>,
    request: InspectionRequest,
    officer: OfficerRow,
    personIds: readonly string[],
  ): Promise<void>
  /** @throws {KbytError} `not_found`: not this officer's look-up, in other areas, too long ago, or it found somebody else. */
  recall(
    found: { readonly inspectionId: string; readonly personId: string },
    officer: OfficerRow,
  ): Promise<InspectionRow>
}

export function createInspectionMemory({ store, vault, clock }: Outside): InspectionMemory {
  return {
    async keep({ inspectionId, inspectedAt }, { post, reason }, officer, personIds) {
      const { officerId, areas } = officer
      const sealed = await vault.seal(inspectionId, { personIds, areas })
      const expiresAt = inspectedAt + keptMs
      const row = { inspectionId, officerId, post, reason, inspectedAt, expiresAt, sealed }
      await store.inspections.saveInspection(row)
    },

    async recall({ inspectionId, personId }, { officerId, areas }) {
      const row = await store.inspections.findInspection(inspectionId)
      const isOwn = row?.officerId === officerId && row.expiresAt > clock.now()
      if (!row || !isOwn) throw new KbytError('not_found')
      const kept = sealedSchema.parse(await vault.open(inspectionId, row.sealed))
      const isSameArea = kept.areas?.join() === areas.join()
      if (!isSameArea || !kept.personIds.includes(personId)) throw new KbytError('not_found')
      return row
    },
  }
}
