import { KbytError } from '@kbyt/sdk'
import {
  type NewVenue,
  type OwnVenue,
  ownVenueSchema,
  type Venue,
  type VenueChanges,
} from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createPlaceCode, createUuid } from '../identifiers.js'
import { minuteMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { IdempotentAnswer, StaffRow, VenueRow } from '../store/store.js'
import { checkMember, managingRoles } from './check-member.js'
import { checkWard } from './check-ward.js'
import { findVenue } from './find-venue.js'
import type { MakePoster } from './make-poster.js'
import { normalizeContact, normalizeVenue } from './normalize-venue.js'
import { type OpenedVenue, openVenue, sealVenue, type VenueContent } from './open-venue.js'
import { toPosterState } from './to-poster-state.js'
import { toContact, toOwnVenue, toVenue } from './to-venue.js'
import type { VenueLimits } from './venue-limits.js'

/** Two managers may change a venue at once; many in a row never do. */
const maxAttempts = 5

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

/** What a change makes of a venue: its facts, and whether they want a new poster. */
type Change = (venue: OpenedVenue) => {
  readonly facts: VenueContent['facts']
  readonly checkOutAfterMs: number | null
  readonly poster: 'same' | 'next' | 'next-revoking'
}

export function createVenueService(options: VenueServiceOptions): VenueService {
  const { outside, places, idempotency, limits } = options
  const { store, vault, clock, config, randomBytes } = outside
  const parse = ownVenueSchema.parse

  async function toNewRows(venue: NewVenue, { citizen }: CitizenCall, nowMs: number) {
    const venueCode = createPlaceCode(randomBytes)
    const { checkOutAfterMinutes, ...facts } = venue
    const made = { venueCode, content: { facts, posters: [] }, nowMs, revokesOlder: false }
    const { revision, content } = await options.makePoster(made)
    const sealed = await sealVenue(vault, venueCode, content)
    const checkOutAfterMs = toCheckOutMs(checkOutAfterMinutes)
    const times = { checkOutAfterMs, createdAt: nowMs, closedAt: null }
    const row = { venueCode, revision, ...times, version: 1, sealed }
    const staffId = createUuid(nowMs, randomBytes)
    const owner: StaffRow = {
      venueCode,
      phoneIndex: citizen.phoneIndex,
      staffId,
      role: 'owner',
      addedAt: nowMs,
      sealed: await vault.seal(staffId, { phone: citizen.phone }),
    }
    return { venue: { row, ...content }, owner }
  }

  /** Changes what is there now; whoever was faster is changed on top of. */
  async function apply(
    { venueCode, role }: StaffRow,
    change: Change,
    seal?: (changed: OwnVenue) => Promise<IdempotentAnswer>,
  ): Promise<OwnVenue> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const venue = await findVenue(outside, venueCode)
      const { row, ...content } = await toChanged(venue, change)
      const changed = toOwnVenue({ row, ...content }, role)
      if (await store.venues.changeVenue(row, await seal?.(changed))) return changed
    }
    throw new KbytError('overloaded', { retryAfterSeconds: 1 })
  }

  async function toChanged(venue: OpenedVenue, change: Change): Promise<OpenedVenue> {
    const { row, posterAddress, posters } = venue
    const { facts, checkOutAfterMs, poster } = change(venue)
    const old = { revision: row.revision, content: { facts, posterAddress, posters } }
    const { revision, content } =
      poster === 'same'
        ? old
        : await options.makePoster({
            venueCode: row.venueCode,
            content: old.content,
            nowMs: clock.now(),
            revokesOlder: poster === 'next-revoking',
          })
    const sealed = await sealVenue(vault, row.venueCode, content)
    const changed: VenueRow = {
      ...row,
      revision,
      checkOutAfterMs,
      version: row.version + 1,
      sealed,
    }
    return { row: changed, ...content }
  }

  return {
    register(sent, call) {
      const once = { principal: call.citizen.phoneIndex, status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const nowMs = clock.now()
        const venue = { ...normalizeVenue(sent), contact: normalizeContact(sent.contact) }
        await checkWard(venue.address, config, places)
        await limits.countRegistration(call.citizen.phoneIndex, nowMs)
        for (;;) {
          const rows = await toNewRows(venue, call, nowMs)
          const registered = toOwnVenue(rows.venue, 'owner')
          const answer = await seal(registered)
          // one in a million million: the code is another venue's
          if (await store.venues.saveVenue(rows.venue.row, rows.owner, answer)) return registered
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
      return apply(member, (venue) => toChange(venue, changes))
    },

    async makePoster({ venueCode, revokesOlder = false }, call) {
      // before an earlier answer is given again: whoever was removed gets none
      const member = await checkMember(store, venueCode, call, managingRoles)
      const once = { principal: call.citizen.phoneIndex, status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        await limits.countChange(call.citizen.phoneIndex, clock.now())
        const poster = revokesOlder ? 'next-revoking' : 'next'
        const change: Change = ({ row, facts }) => ({
          facts,
          checkOutAfterMs: row.checkOutAfterMs,
          poster,
        })
        return apply(member, change, seal)
      })
    },
  }
}

const toCheckOutMs = (minutes: number | undefined) =>
  minutes === undefined ? null : minutes * minuteMs

/** A poster says name, ward and direction: another one of these wants another poster. */
function toChange(
  { row, facts: old }: OpenedVenue,
  { name, kind, address, direction, contact, checkOutAfterMinutes }: VenueChanges,
): ReturnType<Change> {
  const facts = normalizeVenue({
    name: name ?? old.name,
    kind: kind ?? old.kind,
    address: address ?? old.address,
    direction: direction ?? old.direction,
    ...(contact ? { contact: normalizeContact(contact) } : toContact({ facts: old })),
  })
  const isSame =
    facts.name === old.name &&
    facts.address.wardCode === old.address.wardCode &&
    facts.direction === old.direction
  return {
    facts,
    checkOutAfterMs: toCheckOutMs(checkOutAfterMinutes) ?? row.checkOutAfterMs,
    poster: isSame ? 'same' : 'next',
  }
}
