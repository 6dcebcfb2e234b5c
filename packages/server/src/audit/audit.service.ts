import { isKbytError, KbytError } from '@kbyt/sdk'
import { createBatcher } from '../crypto/create-batcher.js'
import type { Outside } from '../outside.js'
import type { AuditAnchor } from '../ports.js'
import type { AuditRow } from '../store/store.js'
import { firstPreviousHash, hashAuditRow } from './hash-audit-row.js'
import { toAuditRecordId } from './to-audit-record-id.js'

/** Two processes under one name may meet, against all advice; many times in a row they never do. */
const maxAttempts = 20
/** Above the requests that one process takes on at a time. */
const mostWaiting = 1_000
const mostTogether = 50

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

/** The row that the next one of a chain follows. */
type Head = Pick<AuditRow, 'seq' | 'hash'>

const noHead: Head = { seq: 0, hash: firstPreviousHash }

/** `anchor` keeps heads outside the table, where whoever cuts the chain or writes it anew cannot change them. */
export function createAuditService(outside: AuditOutside, anchor?: AuditAnchor): AuditService {
  const { store, vault, clock, node, log } = outside
  // Undefined while only the database knows it: at first, and when another process was faster.
  let head: Head | undefined

  async function toRow({ details, ...entry }: AuditEntry, previous: Head): Promise<AuditRow> {
    const seq = previous.seq + 1
    const sealed = await vault.seal(toAuditRecordId(node, seq), details)
    const at = clock.now()
    const row = { chain: node, seq, at, ...entry, sealed, previousHash: previous.hash }
    return { ...row, hash: await hashAuditRow(row, vault.digest) }
  }

  async function tryAppend(entries: readonly AuditEntry[]): Promise<boolean> {
    let last = head ?? (await store.audit.findLast(node)) ?? noHead
    head = undefined
    const rows: AuditRow[] = []
    for (const entry of entries) {
      const row = await toRow(entry, last)
      rows.push(row)
      last = row
    }
    if (!(await store.audit.append(rows))) return false
    head = last
    await anchorHead(rows.at(-1))
    return true
  }

  async function anchorHead(row: AuditRow | undefined): Promise<void> {
    if (!row) return
    const { chain, seq, at, hash } = row
    log({ level: 'info', event: 'audit_head', chain, seq, hash })
    await anchor?.keep({ chain, seq, at, hash })
  }

  async function appendAll(entries: readonly AuditEntry[]): Promise<void> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      if (await tryAppend(entries)) return
    }
    log({ level: 'error', event: 'audit_contended' })
    throw unavailable()
  }

  // Each row holds the hash of the one before it: what comes while one is written is written next, together.
  const append = createBatcher({ together: mostTogether, waiting: mostWaiting }, appendAll)

  return {
    append: (entry) =>
      append(entry).catch((cause) => {
        if (isKbytError(cause) && cause.code === 'audit_unavailable') throw cause
        log({ level: 'error', event: 'audit_failed' })
        throw unavailable(cause)
      }),
  }
}

const unavailable = (cause?: unknown) =>
  new KbytError('audit_unavailable', { cause, retryAfterSeconds: 5 })
