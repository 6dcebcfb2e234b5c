import { defaultPageLimit, type VenueVisit } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { CitizenCall } from '../call.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { VisitRow } from '../store/store.js'
import type { Vault } from '../vault.js'
import { checkMember, everyRole } from '../venue/check-member.js'
import { openVisit } from './visit-content.js'

const placeSchema = z.object({ happenedAt: z.number(), visitId: z.string() })

interface VenuePage {
  readonly venueCode: string
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Owns: what those who work at a venue see of its visits: names and times, no more. */
export interface VenueVisitsService {
  /** @throws {KbytError} `not_found`, `input_invalid` for a cursor that is none. */
  find(
    page: VenuePage,
    call: CitizenCall,
  ): Promise<{ visits: VenueVisit[]; nextCursor?: string | undefined }>
}

export function createVenueVisitsService({ store, vault }: Outside): VenueVisitsService {
  return {
    async find({ venueCode, cursor, limit = defaultPageLimit }, call) {
      await checkMember(store, venueCode, call, everyRole)
      const list = `venue visits ${venueCode}`
      const place = await openCursor(vault, list, placeSchema, cursor)
      const found = await store.visits.findVenueVisits(venueCode, place, limit + 1)
      const page = found.slice(0, limit)
      const visits = await Promise.all(page.map((row) => toVenueVisit(vault, row)))
      const last = page.at(-1)
      if (!last || found.length === page.length) return { visits }
      const { happenedAt, visitId } = last
      return { visits, nextCursor: await sealCursor(vault, list, { happenedAt, visitId }) }
    },
  }
}

async function toVenueVisit(vault: Vault, row: VisitRow): Promise<VenueVisit> {
  const { subjectKind, displayName } = await openVisit(vault, row)
  return {
    ...(displayName !== undefined && { displayName }),
    subjectKind,
    direction: row.direction,
    happenedAt: new Date(row.happenedAt).toISOString(),
    isClockSuspect: row.isClockSuspect,
  }
}
