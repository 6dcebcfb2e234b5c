import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkAudit } from '../audit/check-audit.js'
import { findAuditCut } from '../audit/find-audit-cut.js'
import { auditHeadsFile } from '../node/audit-heads-file.js'
import { readAuditHeads } from '../node/read-audit-heads.js'
import type { Settings } from '../node/settings.js'
import type { AuditRow, AuditStore } from '../store/store.js'
import { archiveAudit } from './archive-audit.js'
import { openOffice } from './open-office.js'
import { readArguments } from './read-arguments.js'
import { UsageError } from './usage-error.js'

const usage = 'audit cut --days <days> --archive <file>'
/** A slip of the finger must not take what the last complaint is about. */
const fewestDays = 30
const dayMs = 86_400_000

/**
 * Moves the rows of this node's audit chains that are older than so many days into a file: written and
 * on the disk first, then the cut is on record and anchored beside the heads, then the rows go.
 *
 * @throws {UsageError} when the log is not as its heads say: then nothing is cut.
 */
export async function auditCut(args: readonly string[], settings: Settings): Promise<void> {
  const { options } = readArguments(args, ['days', 'archive'], { words: 0, usage })
  const before = Date.now() - readDays(options.days) * dayMs
  const office = await openOffice(settings)
  try {
    const { store, audit, anchor } = office
    const cuts = await findCuts(store.audit, join(settings.KBYT_DATA_DIR, auditHeadsFile), before)
    if (cuts.length === 0) return console.log(`No row is older than ${options.days} days.`)
    await archiveAudit(store.audit, cuts, options.archive)
    for (const cut of cuts) {
      await audit.append(toEntry(cut, options.archive))
      await anchor.keepCut(cut)
      const rows = await store.audit.cut(cut.chain, cut.seq)
      console.log(`${cut.chain}: ${rows} rows up to ${cut.seq} are in ${options.archive} alone.`)
    }
  } finally {
    await office.close()
  }
}

function readDays(text: string): number {
  const days = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (days >= fewestDays) return days
  throw new UsageError(`--days is a number from ${fewestDays} on: kbyt-server ${usage}`)
}

/** Of each chain whose heads are kept here the last row to go; other nodes cut their own. */
async function findCuts(audit: AuditStore, file: string, before: number): Promise<AuditRow[]> {
  const heads = await readAuditHeads(existsSync(file) ? [file] : [])
  const cuts: AuditRow[] = []
  for (const { chain, fault } of await checkAudit(audit, heads)) {
    if (!heads.has(chain)) {
      console.log(`${chain}: no head is kept here; cut it on the node that writes it.`)
      continue
    }
    if (fault) throw new UsageError(`${chain} is not whole: see kbyt-server audit verify`)
    const cut = await findAuditCut(audit, { chain, before })
    if (cut) cuts.push(cut)
  }
  return cuts
}

const toEntry = ({ chain, seq }: AuditRow, archive: string) => ({
  officerId: null,
  action: 'audit cut',
  reason: null,
  post: null,
  subjectIndex: null,
  outcome: 'done',
  details: { chain, seq, archive },
})
