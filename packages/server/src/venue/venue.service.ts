import {
  type NewVenue,
  type OwnVenue,
  ownVenueSchema,
  type Venue,
  type VenueChanges,
} from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import { createChangeVenue, type VenueChange } from './change-venue.js'
import { checkMember, managingRoles } from './check-member.js'
import { checkWard } from './check-ward.js'
import { findVenue } from './find-venue.js'
import type { MakePoster } from './make-poster.js'
import { normalizeContact, normalizeVenue } from './normalize-venue.js'
import { createOpenNewVenue } from './open-new-venue.js'
import { openVenue } from './open-venue.js'
import { toPosterState } from './to-poster-state.js'
import { toOwnVenue, toVenue } from './to-venue.js'
import { toVenueChange } from './to-venue-change.js'
import type { VenueLimits } from './venue-limits.js'

/** Owns: venues and their posters. Does not own: who works there (see staff), what happens at the door. */
export interface VenueService {
  /** @throws {KbytError} `input_invalid`, `rate_limited`. */
  register(venue: NewVenue, call: CitizenCall): Promise<OwnVenue>
  findOwn(call: CitizenCall): Promise<{ venues: OwnVenue[] }>
  /** @throws {KbytError} `not_found`. */
  get(of: {
    readonly venueCode: string
    readonly revision?: number | undefined
  }): Promise<Venue & { posterState?: ReturnType<typeof toPosterState> }>
  /** @throws {KbytError} `not_found`, `forbidden`, `input_invalid`, `rate_limited`. */
  change(changes: VenueChanges, call: CitizenCall): Promise<OwnVenue>
  /** @throws {KbytError} `not_found`, `forbidden`, `rate_limited`. */
  makePoster(
    of: { readonly venueCode: string; readonly revokesOlder?: boolean | undefined },
    call: CitizenCall,
  ): Promise<OwnVenue>
}

export interface VenueServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly limits: VenueLimits
  readonly makePoster: MakePoster
}

export function createVenueService(options: VenueServiceOptions): VenueService {
  const { outside, places, idempotency, limits, makePoster } = options
  const { store, vault, clock, config } = outside
  const openNew = createOpenNewVenue(outside, makePoster)
  const apply = createChangeVenue(outside, makePoster)
  const parse = ownVenueSchema.parse

  return {
    register(sent, call) {
      const once = { principal: call.citizen.phoneIndex, status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const nowMs = clock.now()
        const venue = { ...normalizeVenue(sent), contact: normalizeContact(sent.contact) }
        await checkWard(venue.address, config, places)
        await limits.countRegistration(call.citizen.phoneIndex, nowMs)
        for (;;) {
          const opened = await openNew(venue, call, nowMs)
          const registered = toOwnVenue(opened.venue, 'owner')
          const answer = await seal(registered)
          // one in a million million: the code is another venue's
          if (await store.venues.saveVenue(opened.venue.row, opened.owner, answer))
            return registered
        }
      })
    },

    async findOwn({ citizen }) {
      const memberships = await store.venues.findMemberships(citizen.phoneIndex)
      const rows = await store.venues.findVenues(memberships.map(({ venueCode }) => venueCode))
      const byCode = new Map(rows.map((row) => [row.venueCode, row]))
      const venues = memberships.flatMap(({ venueCode, role }) => {
        const row = byCode.get(venueCode)
        return row ? [openVenue(vault, row).then((venue) => toOwnVenue(venue, role))] : []
      })
      return { venues: await Promise.all(venues) }
    },

    async get({ venueCode, revision }) {
      const venue = await findVenue(outside, venueCode)
      if (revision === undefined) return toVenue(venue)
      return { ...toVenue(venue), posterState: toPosterState(venue, revision) }
    },

    async change(changes, call) {
      const member = await checkMember(store, changes.venueCode, call, managingRoles)
      await limits.countChange(call.citizen.phoneIndex, clock.now())
      if (changes.address) await checkWard(changes.address, config, places)
      return apply(member, (venue) => toVenueChange(venue, changes))
    },

    async makePoster({ venueCode, revokesOlder = false }, call) {
      // before an earlier answer is given again: whoever was removed gets none
      const member = await checkMember(store, venueCode, call, managingRoles)
      const once = { principal: call.citizen.phoneIndex, status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        await limits.countChange(call.citizen.phoneIndex, clock.now())
        const poster = revokesOlder ? 'next-revoking' : 'next'
        const change: VenueChange = ({ row, facts }) => ({
          facts,
          checkOutAfterMs: row.checkOutAfterMs,
          poster,
        })
        return apply(member, change, seal)
      })
    },
  }
}
