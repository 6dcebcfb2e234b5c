import { KbytError } from '@kbyt/sdk'
import { createWorkQueue } from '../crypto/work-queue.js'
import type { Outside } from '../outside.js'
import type { AuditAnchor } from '../ports.js'
import type { AuditRow } from '../store/store.js'
import { firstPreviousHash, hashAuditRow } from './hash-audit-row.js'
import { toAuditRecordId } from './to-audit-record-id.js'

/** Two processes under one name may meet, against all advice; many times in a row they never do. */
const maxAttempts = 20
/** Above the requests that one process takes on at a time. */
const mostWaiting = 1_000

interface AuditEntry {
  readonly officerId: string | null
  readonly action: string
  readonly reason: string | null
  readonly post: string | null
  readonly subjectIndex: string | null
  readonly outcome: string
  /** Personal details, stored sealed. */
  readonly details: Readonly<Record<string, unknown>>
}

/** Owns: the append-only log, one hash chain per writing process. */
export interface AuditService {
  /** @throws {KbytError} `audit_unavailable`: whoever cannot be recorded does not look. */
  append(entry: AuditEntry): Promise<void>
}

type AuditOutside = Pick<Outside, 'store' | 'vault' | 'clock' | 'node' | 'log'>

/** `anchor` keeps each head outside the table, where whoever cuts the chain or writes it anew cannot change it. */
export function createAuditService(outside: AuditOutside, anchor?: AuditAnchor): AuditService {
  const { store, vault, clock, node, log } = outside
  // Each row holds the hash of the one before it: requests at once would only lose their turns to each other.
  const inTurn = createWorkQueue({ running: 1, waiting: mostWaiting })

  async function tryAppend({ details, ...entry }: AuditEntry): Promise<boolean> {
    const last = await store.audit.findLast(node)
    const seq = (last?.seq ?? 0) + 1
    const row: Omit<AuditRow, 'hash'> = {
      chain: node,
      seq,
      at: clock.now(),
      ...entry,
      sealed: await vault.seal(toAuditRecordId(node, seq), details),
      previousHash: last?.hash ?? firstPreviousHash,
    }
    const hash = await hashAuditRow(row)
    if (!(await store.audit.append({ ...row, hash }))) return false
    log({ level: 'info', event: 'audit_head', chain: node, seq, hash })
    await anchor?.keep({ chain: node, seq, at: row.at, hash })
    return true
  }

  return {
    async append(entry) {
      try {
        for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
          if (await inTurn(() => tryAppend(entry))) return
        }
      } catch (cause) {
        log({ level: 'error', event: 'audit_failed' })
        throw unavailable(cause)
      }
      log({ level: 'error', event: 'audit_contended' })
      throw unavailable()
    },
  }
}

const unavailable = (cause?: unknown) =>
  new KbytError('audit_unavailable', { cause, retryAfterSeconds: 5 })
