import { isKbytError, KbytError } from '@kbyt/sdk'
import { toLedgerVisit } from '@kbyt/sdk/check-in'
import type { Visit, VisitBatch, VisitReceipt } from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { ProvenCall } from '../call.js'
import type { Outside } from '../outside.js'
import type { VisitKey, VisitRow } from '../store/store.js'
import { type Door, findDoor } from './find-door.js'
import type { JudgeVisit } from './judge-visit.js'
import { type Sender, toSender } from './to-sender.js'
import type { VisitLimits } from './visit-limits.js'

/** Owns: which visits are kept, each once. Does not own: what they add up to (see the ledger of the SDK). */
export interface CheckInService {
  /**
   * Keeps what it can of a batch; the receipt says of each visit why it will never be taken.
   *
   * @throws {KbytError} `rate_limited`, `forbidden`, `audit_unavailable`: nothing was kept, send again.
   */
  record(batch: VisitBatch, call: ProvenCall): Promise<VisitReceipt>
}

export interface CheckInServiceOptions {
  readonly outside: Outside
  readonly judge: JudgeVisit
  readonly limits: VisitLimits
  readonly audit: AuditService
}

/** What became of a visit; neither row nor refusal where an earlier try was kept. */
interface Verdict {
  readonly visit: Visit
  readonly row?: VisitRow
  readonly refusedWith?: string
}

export function createCheckInService(options: CheckInServiceOptions): CheckInService {
  const { outside, judge, limits, audit } = options
  const { store, clock } = outside

  async function judgeAll(batch: VisitBatch, sender: Sender, door: Door, receivedAt: number) {
    const arrival = {
      person: '',
      sentAt: batch.sentAt,
      receivedAt: new Date(receivedAt).toISOString(),
    }
    const verdicts = batch.visits.map(async (visit): Promise<Verdict> => {
      const ledger = toLedgerVisit(visit, arrival)
      try {
        return { visit, row: await judge({ visit, ledger, receivedAt, sender, door }) }
      } catch (error) {
        if (isKbytError(error)) return { visit, refusedWith: error.code }
        throw error
      }
    })
    return forgiveKnown(await Promise.all(verdicts))
  }

  /** What was kept once stays kept, whatever its pass or poster has become since. */
  async function forgiveKnown(verdicts: readonly Verdict[]): Promise<Verdict[]> {
    const refused = verdicts.filter(({ refusedWith }) => refusedWith !== undefined)
    const known = await store.visits.findKnown(refused.map(({ visit }) => toVisitKey(visit)))
    const keys = new Set(known.map(toKeyText))
    return verdicts.map((verdict) => {
      const isKept = verdict.refusedWith !== undefined && keys.has(toKeyText(verdict.visit))
      return isKept ? { visit: verdict.visit } : verdict
    })
  }

  /** An inspector's doings are on record before their answer leaves, and before their effect. */
  async function recordOfficer(call: ProvenCall, rows: readonly VisitRow[]): Promise<void> {
    if (!('officer' in call)) return
    const { officerId, role, defaultPost, defaultReason } = call.officer
    if (role !== 'inspector') throw new KbytError('forbidden')
    await audit.append({
      officerId,
      action: 'record visits',
      reason: defaultReason,
      post: defaultPost,
      subjectIndex: null,
      outcome: `kept ${rows.length}`,
      details: { visits: rows.map(({ visitId, personId }) => ({ visitId, personId })) },
    })
  }

  return {
    async record(batch, call) {
      const receivedAt = clock.now()
      const sender = toSender(call)
      await limits.countVisits(sender, batch.visits, receivedAt)
      const door = await findDoor(store, batch, sender)
      const verdicts = await judgeAll(batch, sender, door, receivedAt)
      const rows = toRows(verdicts)
      await recordOfficer(call, rows)
      await store.visits.saveVisits(rows)
      return {
        receivedAt: new Date(receivedAt).toISOString(),
        results: verdicts.map((verdict) => toResult(verdict, door)),
      }
    },
  }
}

/** Those to keep, one for each id: of two with one id the first counts. */
function toRows(verdicts: readonly Verdict[]): VisitRow[] {
  const rows = new Map<string, VisitRow>()
  for (const { row } of verdicts) {
    if (row && !rows.has(toKeyText(row))) rows.set(toKeyText(row), row)
  }
  return [...rows.values()]
}

const toVisitKey = ({ venueCode, visitId }: VisitKey): VisitKey => ({ venueCode, visitId })
const toKeyText = ({ venueCode, visitId }: VisitKey) => `${venueCode} ${visitId}`

function toResult(
  { visit, refusedWith }: Verdict,
  { venues }: Door,
): VisitReceipt['results'][number] {
  const { visitId, venueCode, posterRevision } = visit
  const newestRevision = venues.get(venueCode)?.revision
  const isOutdated = posterRevision !== undefined && posterRevision < (newestRevision ?? 0)
  return {
    visitId,
    ...(refusedWith !== undefined && { refusedWith }),
    ...(isOutdated && newestRevision !== undefined && { newestRevision }),
  }
}
