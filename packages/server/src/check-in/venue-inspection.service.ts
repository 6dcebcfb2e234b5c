import { isKbytError, KbytError } from '@kbyt/sdk'
import {
  defaultPageLimit,
  maxTracingMs,
  type OfficerRole,
  type VenueInspection,
  type VenueInspectionRequest,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { createUuid } from '../identifiers.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { isInArea } from '../inspection/is-in-area.js'
import { checkOfficerDefaults } from '../officer/check-officer-defaults.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { OfficerRow } from '../store/store.js'
import { findPastVenue } from '../venue/find-venue.js'
import type { OpenedVenue } from '../venue/open-venue.js'
import { toCheckOut, toContact, toVenue } from '../venue/to-venue.js'
import { findPresences } from './find-presences.js'
import { toPresencePlace } from './to-presence-place.js'
import { toTracedPresence } from './to-traced-presence.js'

/** Inspectors of a venue scan, administrators grant roles; neither traces. */
const rolesThatTrace: readonly OfficerRole[] = [
  'checkpoint',
  'clinic',
  'ward',
  'health-station',
  'province',
]

/** The window is in the cursor: the second page is of the same question. */
const placeSchema = z.object({ from: z.number(), to: z.number(), after: z.string() })

/** Owns: kiểm tra địa điểm. A venue's shard is asked alone, which makes tracing a look-up of one venue. */
export interface VenueInspectionService {
  /** @throws {KbytError} `not_found` alike for no venue and one outside the officer's areas, `forbidden`, `input_invalid`, `rate_limited`, `audit_unavailable`. */
  inspect(request: VenueInspectionRequest, call: OfficerCall): Promise<VenueInspection>
}

export interface VenueInspectionServiceOptions {
  readonly outside: Outside
  readonly limits: InspectionLimits
  readonly audit: AuditService
}

export function createVenueInspectionService(
  options: VenueInspectionServiceOptions,
): VenueInspectionService {
  const { outside, limits, audit } = options
  const { vault, clock, config, randomBytes } = outside

  async function record(request: VenueInspectionRequest, officer: OfficerRow, looked: LookedAt) {
    const { venueCode, reason, post } = request
    const { outcome, inspectionId, personIds } = looked
    await audit.append({
      officerId: officer.officerId,
      action: 'inspect venue',
      reason,
      post,
      subjectIndex: await vault.index('subject', venueCode),
      outcome,
      details: { inspectionId, personIds },
    })
  }

  /** The log tells absent from out of area; the officer is not told. */
  async function findInArea(venueCode: string, { areas }: OfficerRow) {
    const venue = await findPastVenue(outside, venueCode).catch((error) => {
      if (isKbytError(error) && error.code === 'not_found') return undefined
      throw error
    })
    if (!venue) return { venue, outcome: 'absent' }
    if (!isInArea(areas, venue.facts.address, config)) {
      return { venue: undefined, outcome: 'out_of_area' }
    }
    return { venue, outcome: 'found' }
  }

  async function findPage(request: VenueInspectionRequest, venue: OpenedVenue, nowMs: number) {
    const { venueCode, cursor, limit = defaultPageLimit } = request
    const list = `venue inspection ${venueCode}`
    const place = await openCursor(vault, list, placeSchema, cursor)
    const window = place ?? toWindow(request, nowMs)
    const all = await findPresences(outside, venue, window)
    const rest = all.filter(({ presence }) => toPresencePlace(presence) > (place?.after ?? ''))
    const page = rest.slice(0, limit)
    const presences = await Promise.all(page.map((found) => toTracedPresence(vault, found)))
    const last = page.at(-1)
    const { from, to } = window
    const times = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
    if (!last || rest.length === page.length) return { ...times, presences }
    const next = { from, to, after: toPresencePlace(last.presence) }
    return { ...times, presences, nextCursor: await sealCursor(vault, list, next) }
  }

  return {
    async inspect(request, { officer }) {
      if (!rolesThatTrace.includes(officer.role)) throw new KbytError('forbidden')
      const nowMs = clock.now()
      checkOfficerDefaults(request, config)
      await limits.countLookUp(officer.officerId, nowMs)
      const inspectionId = createUuid(nowMs, randomBytes)
      const { venue, outcome } = await findInArea(request.venueCode, officer)
      const page = venue && (await findPage(request, venue, nowMs))
      const personIds = page?.presences.map(({ personId }) => personId) ?? []
      await record(request, officer, { outcome, inspectionId, personIds })
      if (!venue || !page) throw new KbytError('not_found')
      return {
        inspectionId,
        inspectedAt: new Date(nowMs).toISOString(),
        venue: { ...toVenue(venue), ...toContact(venue), ...toCheckOut(venue) },
        ...page,
      }
    },
  }
}

interface LookedAt {
  readonly outcome: string
  readonly inspectionId: string
  readonly personIds: readonly string[]
}

/** @throws {KbytError} `input_invalid` unless `from` is before `to`, and by a day at most. */
function toWindow({ from, to }: VenueInspectionRequest, nowMs: number) {
  const end = to === undefined ? nowMs : Date.parse(to)
  const start = from === undefined ? end - maxTracingMs : Date.parse(from)
  if (start < end && end - start <= maxTracingMs) return { from: start, to: end }
  const code = start < end ? 'date_outside_window' : 'date_order'
  throw new KbytError('input_invalid', { issues: [{ path: 'to', code }] })
}
