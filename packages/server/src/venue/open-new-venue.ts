import type { NewVenue } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { createPlaceCode, createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { StaffRow } from '../store/store.js'
import type { MakePoster } from './make-poster.js'
import { type OpenedVenue, sealVenue } from './open-venue.js'
import { toCheckOutMs } from './to-check-out-ms.js'

/** A venue with its first poster under a code of its own, and who owns it; nothing is kept yet. */
export type OpenNewVenue = (
  venue: NewVenue,
  call: CitizenCall,
  nowMs: number,
) => Promise<{ readonly venue: OpenedVenue; readonly owner: StaffRow }>

export function createOpenNewVenue(
  { vault, randomBytes }: Outside,
  makePoster: MakePoster,
): OpenNewVenue {
  async function toOwner(
    venueCode: string,
    { citizen }: CitizenCall,
    nowMs: number,
  ): Promise<StaffRow> {
    const staffId = createUuid(nowMs, randomBytes)
    return {
      venueCode,
      phoneIndex: citizen.phoneIndex,
      staffId,
      role: 'owner',
      addedAt: nowMs,
      sealed: await vault.seal(staffId, { phone: citizen.phone }),
    }
  }

  return async ({ checkOutAfterMinutes, ...facts }, call, nowMs) => {
    const venueCode = createPlaceCode(randomBytes)
    const { revision, content } = await makePoster({
      venueCode,
      content: { facts, posters: [] },
      nowMs,
      revokesOlder: false,
    })
    const row = {
      venueCode,
      revision,
      checkOutAfterMs: toCheckOutMs(checkOutAfterMinutes),
      createdAt: nowMs,
      closedAt: null,
      version: 1,
      sealed: await sealVenue(vault, venueCode, content),
    }
    return { venue: { row, ...content }, owner: await toOwner(venueCode, call, nowMs) }
  }
}
