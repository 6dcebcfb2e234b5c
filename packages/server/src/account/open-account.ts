import { consentSchema, type NewAccount, personSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AccountRow } from '../store/store.js'
import type { Vault } from '../vault.js'

const sealedSchema = z.object({ person: personSchema, consents: z.array(consentSchema) })

/** What an account says, in the clear. */
export async function openAccount(
  vault: Vault,
  { accountId, sealed }: Pick<AccountRow, 'accountId' | 'sealed'>,
): Promise<NewAccount> {
  return sealedSchema.parse(await vault.open(accountId, sealed))
}
