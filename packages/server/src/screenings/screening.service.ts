import { KbytError } from '@kbyt/sdk'
import {
  defaultPageLimit,
  type OfficerRole,
  type Screening,
  type ScreeningEventName,
  type ScreeningState,
  screeningSchema,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { checkRole } from '../localities/check-role.js'
import type { FindScope } from '../localities/find-scope.js'
import { makeCaseEvent } from '../localities/make-case-event.js'
import { recordLocalityAction } from '../localities/record-locality-action.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { IdempotentAnswer, OfficerRow, ScreeningWithEvents } from '../store/store.js'
import { toNextState } from './to-next-state.js'
import { toScreening } from './to-screening.js'

const allowed: readonly OfficerRole[] = ['health-station', 'province']
/** So many officers do not record the same person in the same moment. */
const maxAttempts = 5

const positionSchema = z.object({
  severity: z.number(),
  declaredAt: z.number(),
  screeningId: z.string(),
})

interface FindInput {
  readonly area?: string | undefined
  readonly state?: ScreeningState | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

interface RecordInput {
  readonly screeningId: string
  readonly event: ScreeningEventName
  readonly note?: string | undefined
}

/** Owns: who of an area declared a symptom or a contact, and what was done about it (dispatch 391, I.2.a). */
export interface ScreeningService {
  find(
    input: FindInput,
    call: OfficerCall,
  ): Promise<{ screenings: Screening[]; nextCursor?: string }>
  /** @throws {KbytError} `not_found` alike for absent and for another area's. */
  record(input: RecordInput, call: OfficerCall): Promise<Screening>
}

export interface ScreeningServiceOptions {
  readonly outside: Outside
  readonly audit: AuditService
  readonly idempotency: IdempotencyService
  readonly limits: InspectionLimits
  readonly findScope: FindScope
}

export function createScreeningService(options: ScreeningServiceOptions): ScreeningService {
  const { outside, audit, idempotency, limits, findScope } = options
  const { store, vault, clock } = outside

  async function enter(officer: OfficerRow): Promise<void> {
    checkRole(officer, allowed)
    await limits.countLookUp(officer.officerId, clock.now())
  }

  /** The log tells hidden from absent; the officer is not told. */
  async function findSeen(screeningId: string, officer: OfficerRow): Promise<ScreeningWithEvents> {
    const scope = await findScope(officer.areas, undefined)
    const found = await store.screenings.findScreening(screeningId, scope)
    if (found) return found
    const hidden = await store.screenings.findScreening(screeningId, 'all')
    const outcome = hidden ? 'out_of_area' : 'absent'
    const details = { screeningId }
    await recordLocalityAction(audit, vault, { officer, action: 'screening', outcome, details })
    throw new KbytError('not_found')
  }

  /** Adds the event on whatever another officer recorded in between. */
  async function addEvent(
    { screeningId, event, note }: RecordInput,
    officer: OfficerRow,
    areaCode: string,
    seal: (screening: Screening) => Promise<IdempotentAnswer>,
  ): Promise<Screening> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const found = await store.screenings.findScreening(screeningId, [areaCode])
      if (!found) throw new KbytError('not_found')
      const { row, events } = found
      const added = await makeCaseEvent(outside, officer, event, note)
      const change = { from: row.state, to: toNextState(row.state, event) }
      const next = { row: { ...row, state: change.to }, events: [...events, added] }
      const screening = await toScreening(vault, next)
      const answer = await seal(screening)
      if (await store.screenings.addScreeningEvent(row, change, added, answer)) return screening
    }
    throw new KbytError('overloaded', { retryAfterSeconds: 1 })
  }

  return {
    async find({ area, state, cursor, limit = defaultPageLimit }, { officer }) {
      await enter(officer)
      const list = `screenings ${officer.officerId}`
      const after = await openCursor(vault, list, positionSchema, cursor)
      const filter = { areas: await findScope(officer.areas, area), state }
      const found = await store.screenings.findScreenings(filter, after, limit + 1)
      const page = found.slice(0, limit)
      await recordLocalityAction(audit, vault, {
        officer,
        action: 'list screenings',
        outcome: page.length > 0 ? 'found' : 'absent',
        details: { area, state, personIds: page.map(({ row }) => row.personId) },
      })
      const screenings = await Promise.all(page.map((each) => toScreening(vault, each)))
      const last = found.length > limit ? page.at(-1)?.row : undefined
      if (!last) return { screenings }
      const { severity, declaredAt, screeningId } = last
      const position = { severity, declaredAt, screeningId }
      return { screenings, nextCursor: await sealCursor(vault, list, position) }
    },

    record(input, call) {
      const { officer } = call
      const parse = (stored: unknown) => screeningSchema.parse(stored)
      const once = { principal: toOfficerPrincipal(officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        await enter(officer)
        const { row } = await findSeen(input.screeningId, officer)
        await recordLocalityAction(audit, vault, {
          officer,
          action: `screening ${input.event}`,
          outcome: 'recorded',
          subject: row.personId,
          details: { screeningId: row.screeningId },
        })
        return addEvent(input, officer, row.areaCode, seal)
      })
    },
  }
}
