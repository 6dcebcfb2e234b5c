import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from 'zod/mini'
import type { AuditHeads } from '../audit/check-audit.js'
import type { AuditFault } from '../audit/find-audit-fault.js'
import { walkAuditRows } from '../audit/walk-audit-rows.js'
import type { AuditRow } from '../store/store.js'

const text = z.nullable(z.string())
const rowSchema = z.object({
  chain: z.string(),
  seq: z.int(),
  at: z.int(),
  officerId: text,
  action: z.string(),
  reason: text,
  post: text,
  subjectIndex: text,
  outcome: z.string(),
  sealed: text,
  previousHash: z.string(),
  hash: z.string(),
})

/** What became of the rows of one chain in a file. */
interface CheckedArchive {
  readonly chain: string
  readonly rows: number
  readonly fault: AuditFault | undefined
}

/**
 * Walks the rows that `audit cut` moved into a file, against the heads kept of them. Each chain has to
 * end with a row up to which it was cut.
 *
 * @throws when a line is no row: the file was spoilt.
 */
export async function checkArchive(file: string, heads: AuditHeads): Promise<CheckedArchive[]> {
  const chains = new Set<string>()
  for await (const { chain } of readRows(file)) chains.add(chain)
  const checked: CheckedArchive[] = []
  for (const chain of chains) {
    const known = heads.get(chain) ?? { heads: new Map(), cuts: new Set() }
    const { rows, seq, kind } = await walkAuditRows(readRows(file, chain), known)
    const wrong = kind ?? (known.cuts.has(seq - 1) ? undefined : 'cut')
    checked.push({ chain, rows, fault: wrong && { chain, seq, kind: wrong } })
  }
  return checked
}

async function* readRows(file: string, wanted?: string): AsyncGenerator<AuditRow> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const row = rowSchema.parse(JSON.parse(line))
    if (wanted === undefined || row.chain === wanted) yield row
  }
}
