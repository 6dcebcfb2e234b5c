import { KbytError } from '@kbyt/sdk'
import type { AuditService } from '../audit/audit.service.js'
import type { Call, OfficerCall } from '../call.js'
import type { Outside } from '../outside.js'
import { LostClaim } from '../store/lost-claim.js'
import type { IdempotencyKey, IdempotentAnswer } from '../store/store.js'

const keptMs = 24 * 3_600_000
/** After this long a claim whose process died may be taken over. */
const lockMs = 15_000

/** Seals an answer, for the store to keep in the same step as the effect it tells of. */
type SealAnswer = (output: unknown) => Promise<IdempotentAnswer>

interface OnceOptions<Output> {
  /** Who asks: an index of the phone or officer, so that a new session finds its old answers. */
  readonly principal: string
  readonly status: number
  /** Checks a stored answer. */
  readonly parse: (stored: unknown) => Output
}

/** Owns: one effect and one answer per Idempotency-Key and principal, for 24 hours. */
export interface IdempotencyService {
  /**
   * Does the work once; `work` has the store keep the answer it seals. Later calls get that answer; an
   * officer who reads one again is on record again.
   *
   * @throws {KbytError} `idempotency_in_progress`, `idempotency_key_reused`, `audit_unavailable`, and
   * whatever `work` throws.
   */
  runOnce<Output>(
    call: Call | OfficerCall,
    options: OnceOptions<Output>,
    work: (seal: SealAnswer) => Promise<Output>,
  ): Promise<Output>
}

export function createIdempotencyService(
  { store, vault, clock }: Outside,
  audit: AuditService,
): IdempotencyService {
  async function recordAgain(call: Call | OfficerCall): Promise<void> {
    if (!('officer' in call)) return
    await audit.append({
      officerId: call.officer.officerId,
      action: 'answer again',
      reason: null,
      post: null,
      subjectIndex: null,
      outcome: 'found',
      details: { requestId: call.requestId },
    })
  }

  return {
    async runOnce(call, { principal, status, parse }, work) {
      if (!call.idempotency) throw new TypeError('this endpoint takes no Idempotency-Key')
      const id: IdempotencyKey = { principal, key: call.idempotency.key }
      const recordId = `${principal} ${id.key}`
      const nowMs = clock.now()
      const { requestHash } = call.idempotency
      const claim = await store.idempotency.claim(
        id,
        requestHash,
        nowMs,
        nowMs + lockMs,
        nowMs + keptMs,
      )
      if (claim.state === 'running') throw inProgress()
      if (claim.state === 'other-body') throw new KbytError('idempotency_key_reused')
      if (claim.state === 'done') {
        await recordAgain(call)
        const stored = await vault.open(recordId, claim.sealed)
        checkAnswer(stored, parse)
        return stored
      }

      try {
        return await work(async (output) => ({
          ...id,
          status,
          sealed: await vault.seal(recordId, output),
        }))
      } catch (error) {
        // another process took the claim over meanwhile: its answer is the answer
        if (error instanceof LostClaim) throw inProgress()
        await store.idempotency.release(id)
        throw error
      }
    },
  }
}

/** The answer leaves as it was kept, to the order of its members: `parse` would give a copy in its own. */
function checkAnswer<Output>(
  stored: unknown,
  parse: (stored: unknown) => Output,
): asserts stored is Output {
  parse(stored)
}

const inProgress = () => new KbytError('idempotency_in_progress', { retryAfterSeconds: 1 })
