import { KbytError } from '@kbyt/sdk'
import type { InspectionResultsRequest } from '@kbyt/sdk/schema'
import type { ProvenCall } from '../call.js'
import { checkOfficerDefaults } from '../officer/check-officer-defaults.js'
import type { Outside } from '../outside.js'
import { rolesThatLookUp } from './inspection.service.js'

/** Who asks for results, from where and why. */
interface Asker {
  readonly id: string
  readonly officerId: string | null
  readonly venueCode: string | undefined
  readonly reason: string | null
  readonly post: string | null
}

/** @throws {KbytError} `forbidden`, and `input_invalid` for a reason or post the portal does not know. */
export type FindAsker = (
  request: Pick<InspectionResultsRequest, 'reason' | 'post'>,
  call: ProvenCall,
) => Promise<Asker>

export function createFindAsker({ store, config }: Pick<Outside, 'store' | 'config'>): FindAsker {
  /** Whoever is bound to a venue is nobody once it is closed; the keys of its machines end by themselves. */
  async function checkOpen(venueCode: string | null): Promise<string> {
    const [venue] = venueCode === null ? [] : await store.venues.findVenues([venueCode])
    if (venue?.closedAt !== null) throw new KbytError('forbidden')
    return venue.venueCode
  }

  return async ({ reason, post }, call) => {
    if ('citizen' in call) throw new KbytError('forbidden')
    if ('device' in call) {
      const { deviceId, venueCode } = call.device
      return { id: deviceId, officerId: null, venueCode, reason: null, post: null }
    }
    const { role, officerId, venueCode } = call.officer
    if (role === 'inspector') {
      const own = await checkOpen(venueCode)
      return { id: officerId, officerId, venueCode: own, reason: null, post: null }
    }
    if (!rolesThatLookUp.includes(role)) throw new KbytError('forbidden')
    const defaults = { reason: reason ?? '', post: post ?? '' }
    checkOfficerDefaults(defaults, config)
    return { id: officerId, officerId, venueCode: undefined, ...defaults }
  }
}
