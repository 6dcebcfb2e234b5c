import { randomBytes } from 'node:crypto'
import { isKbytError } from '@kbyt/sdk'
import type { Settings } from '../node/settings.js'
import { toUsername } from '../officer/add-officer.js'
import { changeAccount } from '../officer/change-account.js'
import { createInvitation } from '../officer/create-invitation.js'
import type { OfficerChanges } from '../store/store.js'
import type { OfficerOrder } from './officer-orders.js'
import { openOffice } from './open-office.js'
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
