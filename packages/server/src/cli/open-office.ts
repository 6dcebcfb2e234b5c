import { hostname } from 'node:os'
import { join } from 'node:path'
import { createAuditService } from '../audit/audit.service.js'
import { openAuditHeads } from '../node/audit-heads.js'
import { auditHeadsFile } from '../node/audit-heads-file.js'
import { openVault } from '../node/open-vault.js'
import type { Settings } from '../node/settings.js'
import { openStore } from './open-store.js'

/** What a command needs that changes accounts: the store, and an audit chain of its own to record it in. */
export async function openOffice(settings: Settings) {
  const { KBYT_DATA_DIR: dataDir, KBYT_NODE: node = hostname() } = settings
  const store = await openStore(settings)
  const log = () => {}
  const { vault } = await openVault(join(dataDir, 'keys'), store.keyCheck).catch(async (error) => {
    await store.close()
    throw error
  })
  const anchor = await openAuditHeads(join(dataDir, auditHeadsFile), log)
  const audit = createAuditService({ store, vault, clock: Date, node: `${node}-cli`, log }, anchor)
  const close = async () => {
    await anchor.close()
    await store.close()
  }
  return { store, vault, audit, anchor, close }
}
