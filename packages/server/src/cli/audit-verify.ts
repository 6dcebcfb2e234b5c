import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type AuditHeads, type CheckedChain, checkAudit } from '../audit/check-audit.js'
import type { AuditFault } from '../audit/find-audit-fault.js'
import { auditHeadsFile } from '../node/audit-heads-file.js'
import { readAuditHeads } from '../node/read-audit-heads.js'
import type { Settings } from '../node/settings.js'
import { checkArchive } from './check-archive.js'
import { openStore } from './open-store.js'
import { UsageError } from './usage-error.js'

const said: Record<AuditFault['kind'], string> = {
  missing: 'is missing',
  moved: 'does not follow the row before it',
  changed: 'is not what was written',
  rewritten: 'is another one than its anchored head: the chain was written anew',
  cut: 'and whatever followed is missing: the tail was cut off',
}

/**
 * Walks the audit log, or the archives that are named, against the heads kept outside it, and names the
 * first bad row of each chain. The process ends with 1 when there is one, or a chain without any head.
 */
export async function auditVerify(args: readonly string[], settings: Settings): Promise<void> {
  const { files, archives, isWithout } = readOptions(args, settings)
  const heads = isWithout ? new Map() : await readAuditHeads(files)
  for (const archive of archives) await reportArchive(archive, heads)
  if (archives.length > 0) return
  const store = await openStore(settings)
  try {
    for (const checked of await checkAudit(store.audit, heads)) report(checked, isWithout)
  } finally {
    await store.close()
  }
}

function report(checked: CheckedChain, isWithout: boolean): void {
  const { chain, firstSeq, rows, heads, uncovered, fault } = checked
  const from = firstSeq > 1 ? ` from ${firstSeq} on` : ''
  // a server that writes just now, or died before it kept a head; else somebody wrote to the table
  const bare = uncovered === undefined ? '' : ` No head covers row ${uncovered} and what follows.`
  const isUnknown = heads === 0 && !isWithout
  if (fault) console.error(`${chain}: row ${fault.seq} ${said[fault.kind]}.`)
  else if (isUnknown)
    console.error(`${chain}: ${rows} rows${from} hold together, but no head is kept.`)
  else {
    console.log(
      `${chain}: ${rows} rows${from} are as they were written; ${heads} heads agree.${bare}`,
    )
  }
  if (fault || isUnknown) process.exitCode = 1
}

async function reportArchive(archive: string, heads: AuditHeads): Promise<void> {
  for (const { chain, rows, fault } of await checkArchive(archive, heads)) {
    if (fault) console.error(`${archive}: ${chain}: row ${fault.seq} ${said[fault.kind]}.`)
    else console.log(`${archive}: ${chain}: ${rows} rows are as they were written.`)
    if (fault) process.exitCode = 1
  }
}

function readOptions(args: readonly string[], settings: Settings) {
  const options = {
    heads: { type: 'string', multiple: true },
    archive: { type: 'string', multiple: true },
    'without-heads': { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    const own = join(settings.KBYT_DATA_DIR, auditHeadsFile)
    const files = values.heads ?? (existsSync(own) ? [own] : [])
    const { archive: archives = [] } = values
    return { files, archives, isWithout: values['without-heads'] === true }
  } catch (cause) {
    throw new UsageError('See kbyt-server audit verify --help', { cause })
  }
}
