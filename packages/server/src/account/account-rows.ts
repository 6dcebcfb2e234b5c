import { KbytError } from '@kbyt/sdk'
import type { CitizenCall } from '../call.js'
import { withKnownPeople } from '../declaration/with-known-people.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { AccountRow } from '../store/store.js'
import type { KnowHolder } from './create-know-holder.js'
import { openAccount } from './open-account.js'

/** Finds the account of whoever calls. */
export interface AccountRows {
  /** @throws {KbytError} `account_not_found`. */
  get(call: CitizenCall): Promise<AccountRow>
  /**
   * The same, and it is used: once a day that is written down.
   *
   * @throws {KbytError} `account_not_found`.
   */
  getUsed(call: CitizenCall): Promise<AccountRow>
}

export function createAccountRows(
  { store, vault }: Pick<Outside, 'store' | 'vault'>,
  knowHolder: KnowHolder,
): AccountRows {
  async function get({ citizen }: CitizenCall): Promise<AccountRow> {
    const row = await store.accounts.findAccount(citizen.phoneIndex)
    if (!row) throw new KbytError('account_not_found')
    return row
  }

  return {
    get,
    async getUsed(call) {
      const row = await get(call)
      const { person } = await openAccount(vault, row)
      return withKnownPeople(async () => {
        const known = await knowHolder(person, row.phoneIndex)
        if (row.keptUntil > known.keptUntil - dayMs) return row
        await store.accounts.keepAccount(row.phoneIndex, known)
        return { ...row, keptUntil: known.keptUntil }
      })
    },
  }
}
