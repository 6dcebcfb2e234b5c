import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isKbytError } from '@kbyt/sdk'
import { createAuditService } from '../audit/audit.service.js'
import { openAuditHeads } from '../node/audit-heads.js'
import { auditHeadsFile } from '../node/audit-heads-file.js'
import { openVault } from '../node/open-vault.js'
import type { Settings } from '../node/settings.js'
import { toUsername } from '../officer/add-officer.js'
import { changeAccount } from '../officer/change-account.js'
import { createInvitation } from '../officer/create-invitation.js'
import type { OfficerChanges } from '../store/store.js'
import type { OfficerOrder } from './officer-orders.js'
import { openStore } from './open-store.js'
import { readArguments } from './read-arguments.js'
import { UsageError } from './usage-error.js'

/** Changes an account as an administrator would, on record in a chain of its own. */
export async function orderOfficer(
  order: OfficerOrder,
  args: readonly string[],
  settings: Settings,
): Promise<void> {
  const usage = `officers ${order} --username <name>`
  const { options } = readArguments(args, ['username'], { words: 0, usage })
  const username = toUsername(options.username)
  const { changes, said } = await prepare(order)
  const endsSessions = order !== 'enable'
  const { store, audit, vault, close } = await openOffice(settings)
  try {
    const officer = await store.officers.findOfficer(username)
    if (!officer) throw new UsageError(`there is no officer ${username}`)
    const action = `officer ${order}`
    const { officerId } = officer
    await changeAccount({ store, vault }, audit, {
      orderedBy: null,
      officerId,
      action,
      changes,
      endsSessions,
    })
    console.log(said(username))
  } catch (error) {
    throw isKbytError(error) && error.code === 'officer_last_administrator'
      ? new UsageError(`${username} is the last administrator who can sign in`, { cause: error })
      : error
  } finally {
    await close()
  }
}

async function prepare(
  order: OfficerOrder,
): Promise<{ changes: OfficerChanges; said: (username: string) => string }> {
  switch (order) {
    case 'disable':
      return {
        changes: { disabledAt: Date.now() },
        said: (username) => `Disabled ${username}; every session has ended.`,
      }
    case 'enable':
      return { changes: { disabledAt: null }, said: (username) => `Enabled ${username}.` }
    case 'reset-totp':
      return {
        changes: { totpSealed: null, totpCounter: null },
        said: (username) => `${username} signs in without a code until TOTP is set up again.`,
      }
    case 'reset-password': {
      const { token, expiresAt, kept } = await createInvitation({ clock: Date, randomBytes })
      return {
        changes: kept,
        said: (username) =>
          `${username} chooses a password with this token until ${expiresAt}:\n${token}`,
      }
    }
  }
}

async function openOffice(settings: Settings) {
  const { KBYT_DATA_DIR: dataDir, KBYT_NODE: node = hostname() } = settings
  const store = await openStore(settings)
  const log = () => {}
  const { vault } = await openVault(join(dataDir, 'keys'), store.keyCheck)
  const anchor = await openAuditHeads(join(dataDir, auditHeadsFile), log)
  const audit = createAuditService({ store, vault, clock: Date, node: `${node}-cli`, log }, anchor)
  const close = async () => {
    await anchor.close()
    await store.close()
  }
  return { store, vault, audit, close }
}
