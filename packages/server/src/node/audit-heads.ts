import { open } from 'node:fs/promises'
import type { AuditAnchor, Log } from '../ports.js'

/** What a power cut may take: the heads of this long. The rows themselves are durable at once. */
const syncMs = 1_000

/** An anchor that has to be closed. */
export interface FileAnchor extends AuditAnchor {
  close(): Promise<void>
}

/**
 * Opens a file that heads of the audit log are only ever appended to, one JSON line each. A head is
 * handed to the system before its answer leaves, and forced to the disk within a second.
 */
export async function openAuditHeads(file: string, log: Log): Promise<FileAnchor> {
  const handle = await open(file, 'a', 0o600)
  // ends a line that a crash cut short, and says by a blank one that the file was opened here
  await handle.appendFile('\n\n')
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  function sync(): void {
    timer = undefined
    handle.datasync().catch(() => log({ level: 'error', event: 'audit_heads_not_synced' }))
  }

  return {
    keep({ chain, seq, at, hash }) {
      const line = `${JSON.stringify({ chain, seq, at, hash })}\n`
      const written = writing.then(() => handle.appendFile(line))
      writing = written.catch(() => {})
      timer ??= setTimeout(sync, syncMs).unref()
      return written
    },
    async close() {
      clearTimeout(timer)
      await writing
      await handle.datasync()
      await handle.close()
    },
  }
}
