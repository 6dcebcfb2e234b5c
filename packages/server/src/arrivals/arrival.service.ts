import { isKbytError, KbytError } from '@kbyt/sdk'
import {
  type Arrival,
  type ArrivalEventName,
  type ArrivalReport,
  type ArrivalSearch,
  arrivalSchema,
  defaultPageLimit,
  type OfficerRole,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { checkRole } from '../localities/check-role.js'
import type { FindScope } from '../localities/find-scope.js'
import { isInScope } from '../localities/is-in-scope.js'
import { recordLocalityAction } from '../localities/record-locality-action.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { ArrivalWithEvents, OfficerRow } from '../store/store.js'
import type { RecordArrivalEvent } from './record-arrival-event.js'
import type { ResolveReport } from './resolve-report.js'
import { toArrival } from './to-arrival.js'
import type { ToArrivalFilter } from './to-arrival-filter.js'

/** The ward and hamlet authority, and the province over all of them. */
export const rolesOfArrivals: readonly OfficerRole[] = ['ward', 'province']

const positionSchema = z.object({ arrivalAt: z.number(), arrivalId: z.string() })

interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Owns: who comes to an officer's areas, and what was done about it. Does not own: how an arrival begins and ends (see store/arrival-succession). */
export interface ArrivalService {
  find(
    search: ArrivalSearch & Page,
    call: OfficerCall,
  ): Promise<{ arrivals: Arrival[]; nextCursor?: string }>
  /** @throws {KbytError} `not_found` alike for absent and for another area's. */
  record(
    input: { arrivalId: string; event: ArrivalEventName; note?: string | undefined },
    call: OfficerCall,
  ): Promise<Arrival>
  /** @throws {KbytError} `arrival_elsewhere` alike for unknown and for registered elsewhere; a `qr_…` code. */
  report(input: { report: ArrivalReport }, call: OfficerCall): Promise<Arrival>
}

export interface ArrivalServiceOptions {
  readonly outside: Outside
  readonly audit: AuditService
  readonly idempotency: IdempotencyService
  readonly limits: InspectionLimits
  readonly findScope: FindScope
  readonly toFilter: ToArrivalFilter
  readonly resolveReport: ResolveReport
  readonly recordEvent: RecordArrivalEvent
}

export function createArrivalService(options: ArrivalServiceOptions): ArrivalService {
  const { outside, audit, idempotency, limits, findScope, toFilter } = options
  const { store, vault, clock } = outside
  const parse = (stored: unknown) => arrivalSchema.parse(stored)

  async function enter(officer: OfficerRow): Promise<void> {
    checkRole(officer, rolesOfArrivals)
    await limits.countLookUp(officer.officerId, clock.now())
  }

  const log = (
    officer: OfficerRow,
    action: string,
    outcome: string,
    details: Record<string, unknown>,
    subject?: string,
  ) =>
    recordLocalityAction(audit, vault, {
      officer,
      action,
      outcome,
      details,
      ...(subject === undefined ? {} : { subject }),
    })

  /** The log tells hidden from absent; the officer is not told. */
  async function findSeen(arrivalId: string, officer: OfficerRow): Promise<ArrivalWithEvents> {
    const scope = await findScope(officer.areas, undefined)
    const found = await store.arrivals.findArrival(arrivalId, scope)
    if (found) return found
    const hidden = await store.arrivals.findArrival(arrivalId, 'all')
    await log(officer, 'arrival', hidden ? 'out_of_area' : 'absent', { arrivalId })
    throw new KbytError('not_found')
  }

  /** Of the people who may be meant the one who is expected here. */
  async function findExpected(
    personIds: readonly string[],
    officer: OfficerRow,
  ): Promise<{ here: ArrivalWithEvents | undefined; isElsewhere: boolean }> {
    const scope = await findScope(officer.areas, undefined)
    const all = await Promise.all(
      personIds.map((personId) => store.arrivals.findArrivalOfPerson(personId)),
    )
    const standing = all.flatMap((each) => (each && each.row.state !== 'cancelled' ? [each] : []))
    const here = standing.find(({ row }) => isInScope(scope, row.areaCode))
    return { here, isElsewhere: here === undefined && standing.length > 0 }
  }

  return {
    async find({ cursor, limit = defaultPageLimit, ...search }, { officer }) {
      await enter(officer)
      const list = `arrivals ${officer.officerId}`
      const after = await openCursor(vault, list, positionSchema, cursor)
      const filter = await toFilter(search, officer)
      const found = await store.arrivals.findArrivals(filter, after, limit + 1)
      const page = found.slice(0, limit)
      const personIds = page.map(({ row }) => row.personId)
      const outcome = page.length > 0 ? 'found' : 'absent'
      await log(officer, 'list arrivals', outcome, { search, personIds })
      const arrivals = await Promise.all(page.map((each) => toArrival(vault, each)))
      const last = found.length > limit ? page.at(-1)?.row : undefined
      if (!last) return { arrivals }
      const { arrivalAt, arrivalId } = last
      return { arrivals, nextCursor: await sealCursor(vault, list, { arrivalAt, arrivalId }) }
    },

    record({ arrivalId, event, note }, call) {
      const { officer } = call
      const once = { principal: toOfficerPrincipal(officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        await enter(officer)
        const { row } = await findSeen(arrivalId, officer)
        await log(officer, `arrival ${event}`, 'recorded', { arrivalId }, row.personId)
        const find = () => store.arrivals.findArrival(arrivalId, [row.areaCode])
        return options.recordEvent({ officer, event, note, seal, find })
      })
    },

    report({ report }, call) {
      const { officer } = call
      const once = { principal: toOfficerPrincipal(officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        await enter(officer)
        const action = `report arrival ${report.by}`
        const personIds = await options
          .resolveReport(report, officer.officerId)
          .catch(async (error) => {
            if (isKbytError(error)) await log(officer, action, error.code, { report })
            throw error
          })
        const { here, isElsewhere } = await findExpected(personIds, officer)
        if (!here) {
          await log(officer, action, isElsewhere ? 'out_of_area' : 'absent', { report })
          throw new KbytError('arrival_elsewhere')
        }
        const { arrivalId, areaCode, personId } = here.row
        await log(officer, action, 'recorded', { arrivalId }, personId)
        const find = () => store.arrivals.findArrival(arrivalId, [areaCode])
        return options.recordEvent({ officer, event: 'met', note: undefined, seal, find })
      })
    },
  }
}
