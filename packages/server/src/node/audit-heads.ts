import { open } from 'node:fs/promises'
import { giveToOwner } from '../give-to-owner.js'
import type { AuditAnchor, AuditHead, Log } from '../ports.js'

/** What a power cut may take: the heads of this long. The rows themselves are durable at once. */
const syncMs = 1_000

/** An anchor that has to be closed. */
export interface FileAnchor extends AuditAnchor {
  /** Keeps, on the disk at once, that a chain is cut up to this row. */
  keepCut(head: AuditHead): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a file that heads of the audit log are only ever appended to, one JSON line each. A head is
 * handed to the system before its answer leaves, and forced to the disk within a second.
 */
export async function openAuditHeads(file: string, log: Log): Promise<FileAnchor> {
  const handle = await open(file, 'a', 0o600)
  await giveToOwner(file)
  // ends a line that a crash cut short, and says by a blank one that the file was opened here
  await handle.appendFile('\n\n')
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  let waiting = ''
  let next: Promise<void> | undefined

  function sync(): void {
    timer = undefined
    handle.datasync().catch(() => log({ level: 'error', event: 'audit_heads_not_synced' }))
  }

  /** Lines that come while others are written are written together. */
  function append(line: AuditHead & { readonly isCut?: boolean }): Promise<void> {
    waiting += `${JSON.stringify(line)}\n`
    next ??= writing.then(() => {
      const lines = waiting
      waiting = ''
      next = undefined
      return handle.appendFile(lines)
    })
    writing = next.catch(() => {})
    return next
  }

  return {
    keep({ chain, seq, at, hash }) {
      timer ??= setTimeout(sync, syncMs).unref()
      return append({ chain, seq, at, hash })
    },
    async keepCut({ chain, seq, at, hash }) {
      await append({ chain, seq, at, hash, isCut: true })
      await handle.datasync()
    },
    async close() {
      clearTimeout(timer)
      await writing
      await handle.datasync()
      await handle.close()
    },
  }
}
