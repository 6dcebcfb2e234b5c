import { KbytError } from '@kbyt/sdk'
import {
  defaultPageLimit,
  type OfficerRole,
  type OwnPoint,
  ownPointSchema,
  type Point,
  toPlainText,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { normalizeLines } from '../declaration/normalize-lines.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createPlaceCode } from '../identifiers.js'
import { isInArea } from '../inspection/is-in-area.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { Places } from '../ports.js'
import type { OfficerRow, PointRow } from '../store/store.js'
import { checkWard } from '../venue/check-ward.js'
import { openPoint, type PointContent, sealPoint } from './point-content.js'

/** A point's name stands on an official poster: those who govern the area set it up. */
const rolesThatSetUp: readonly OfficerRole[] = ['ward', 'province', 'administrator']

const placeSchema = z.object({ createdAt: z.number(), pointCode: z.string() })

interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Owns: declaration points. Does not own: what is declared there (a declaration keeps the code it came with). */
export interface PointService {
  /** @throws {KbytError} `forbidden` for another role or area, `input_invalid`, `audit_unavailable`. */
  create(point: PointContent, call: OfficerCall): Promise<OwnPoint>
  /** @throws {KbytError} `forbidden`, `input_invalid` for a cursor that is none. */
  find(
    page: Page,
    call: OfficerCall,
  ): Promise<{ points: OwnPoint[]; nextCursor?: string | undefined }>
  /** @throws {KbytError} `not_found`, also for a closed one. */
  get(pointCode: string): Promise<Point>
  /** @throws {KbytError} `not_found` alike for none, a closed one and one outside the area; `forbidden`, `audit_unavailable`. */
  close(pointCode: string, call: OfficerCall): Promise<void>
}

export interface PointServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
  readonly findHost: () => string
}

export function createPointService(options: PointServiceOptions): PointService {
  const { outside, places, idempotency, audit, findHost } = options
  const { store, vault, clock, config, randomBytes } = outside

  async function record(action: string, pointCode: string, { officer }: OfficerCall) {
    const { officerId, defaultPost, defaultReason } = officer
    await audit.append({
      officerId,
      action,
      reason: defaultReason,
      post: defaultPost,
      subjectIndex: await vault.index('subject', pointCode),
      outcome: 'done',
      details: { pointCode },
    })
  }

  const toPosters = (pointCode: string) => ({
    domestic: `https://${findHost()}/kbyt?diem=${pointCode}`,
    entry: `https://${findHost()}/khaibao?diem=${pointCode}`,
  })

  async function toOwnPoint(row: PointRow): Promise<OwnPoint> {
    const { pointCode, createdAt } = row
    const content = await openPoint(vault, row)
    const posters = toPosters(pointCode)
    return { pointCode, ...content, createdAt: new Date(createdAt).toISOString(), posters }
  }

  async function toRow(content: PointContent, { officerId }: OfficerRow): Promise<PointRow> {
    const pointCode = createPlaceCode(randomBytes)
    const { wardCode, districtCode = null, provinceCode } = content.address
    return {
      pointCode,
      wardCode,
      districtCode,
      provinceCode,
      createdBy: officerId,
      createdAt: clock.now(),
      closedAt: null,
      sealed: await sealPoint(vault, pointCode, content),
    }
  }

  return {
    create({ name, address }, call) {
      const { officer } = call
      const once = {
        principal: toOfficerPrincipal(officer),
        status: 201,
        parse: ownPointSchema.parse,
      }
      return idempotency.runOnce(call, once, async (seal) => {
        checkRole(officer)
        await checkWard(address, config, places)
        if (!isInArea(officer.areas, address, config)) throw new KbytError('forbidden')
        const content = {
          name: toPlainText(name),
          address: normalizeLines(address, ['hamlet', 'street']),
        }
        for (;;) {
          const row = await toRow(content, officer)
          const point = await toOwnPoint(row)
          await record('create point', row.pointCode, call)
          // one in a million million: the code is another point's
          if (await store.points.savePoint(row, await seal(point))) return point
        }
      })
    },

    async find({ cursor, limit = defaultPageLimit }, { officer }) {
      checkRole(officer)
      const list = `points ${officer.officerId}`
      const place = await openCursor(vault, list, placeSchema, cursor)
      const found = await store.points.findPoints(officer.areas, place, limit + 1)
      const page = found.slice(0, limit)
      const points = await Promise.all(page.map(toOwnPoint))
      const last = page.at(-1)
      if (!last || found.length === page.length) return { points }
      const { createdAt, pointCode } = last
      return { points, nextCursor: await sealCursor(vault, list, { createdAt, pointCode }) }
    },

    async get(pointCode) {
      const row = await store.points.findPoint(pointCode)
      if (!row || row.closedAt !== null) throw new KbytError('not_found')
      return { pointCode, ...(await openPoint(vault, row)) }
    },

    async close(pointCode, call) {
      checkRole(call.officer)
      const row = await store.points.findPoint(pointCode)
      const place = row && (await openPoint(vault, row)).address
      if (!place || !isInArea(call.officer.areas, place, config)) throw new KbytError('not_found')
      await record('close point', pointCode, call)
      const isClosed = await store.points.closePoint(pointCode, clock.now())
      if (!isClosed) throw new KbytError('not_found')
    },
  }
}

/** @throws {KbytError} `forbidden`. */
function checkRole({ role }: OfficerRow): void {
  if (!rolesThatSetUp.includes(role)) throw new KbytError('forbidden')
}
