import type { KeyCheckStore } from '../store/store.js'
import type { Vault } from '../vault.js'
import { fitsKeyCheck, makeKeyCheck } from './key-check.js'
import { KeysError } from './keys-error.js'

/**
 * Checks that a vault opens what the store holds and finds it again; a new store takes the vault as
 * its own. With other keys a server would start, find nobody, and write rows the old keys cannot read.
 *
 * @throws {KeysError} when the store was written with other keys.
 */
export async function checkKeys(vault: Vault, keyCheck: KeyCheckStore): Promise<void> {
  const kept = await keyCheck.keep(await makeKeyCheck(vault))
  if (!(await fitsKeyCheck(vault, kept))) throw new KeysError(wrongKeys)
}

export const wrongKeys =
  'The database was written with other keys than these, and nothing in it can be read without its ' +
  'own: put the directory of keys back from a backup. To begin anew without the data, give the ' +
  'server another database as well.'
