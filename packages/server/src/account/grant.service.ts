import { KbytError } from '@kbyt/sdk'
import type { GrantList, GrantRequest } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { CitizenCall } from '../call.js'
import { checkLimit, dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { AccountRow, GrantRow } from '../store/store.js'
import type { AccountRows } from './account-rows.js'
import { type IssueGrants, toDeviceHash } from './issue-grants.js'
import { openAccount } from './open-account.js'

const sealedGrantSchema = z.object({ jws: z.string() })
/** Changing the phone is rare; passing an account from hand to hand is not. */
const devicesPerDay = 5
/** An account changes once while a device asks; many times in a row it never does. */
const maxAttempts = 5

/** Owns: what the device of an account's holder may draw as *Mã QR của tôi*. */
export interface GrantService {
  /** @throws {KbytError} `account_not_found`, `rate_limited`: too many devices in a day. */
  get(request: GrantRequest, call: CitizenCall): Promise<GrantList>
}

export function createGrantService(
  { store, vault, clock }: Outside,
  rows: AccountRows,
  issueGrants: IssueGrants,
): GrantService {
  async function countDevice(phoneIndex: string, nowMs: number): Promise<void> {
    const changes = await store.limits.hit(`account:devices:${phoneIndex}`, dayMs, nowMs)
    checkLimit(changes, devicesPerDay, 'rate_limited', nowMs)
  }

  /** What the device holds with what was missing; undefined when the account has changed meanwhile. */
  async function fillUp(account: AccountRow, devicePublicKey: string, nowMs: number) {
    const deviceHash = await toDeviceHash(devicePublicKey)
    const held = await store.accounts.findGrants(account.phoneIndex, deviceHash, nowMs)
    const { person } = await openAccount(vault, account)
    const after = held.at(-1)?.validUntil ?? 0
    const added = await issueGrants({ account, person, devicePublicKey, after }, nowMs)
    const isSaved = await store.accounts.saveGrants(account, deviceHash, added)
    return isSaved ? [...held, ...added] : undefined
  }

  const openGrant = async ({ grantId, sealed }: GrantRow) =>
    sealedGrantSchema.parse(await vault.open(grantId, sealed)).jws

  const toGrantList = async (grants: readonly GrantRow[], nowMs: number): Promise<GrantList> => ({
    grants: await Promise.all(grants.map(openGrant)),
    validUntil: new Date(grants.at(-1)?.validUntil ?? nowMs).toISOString(),
  })

  return {
    get: async ({ devicePublicKey }, call) => {
      const { phoneIndex } = await rows.getUsed(call)
      const nowMs = clock.now()
      const deviceHash = await toDeviceHash(devicePublicKey)
      const known = await store.accounts.findGrants(phoneIndex, deviceHash, nowMs)
      if (known.length === 0) await countDevice(phoneIndex, nowMs)
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        const grants = await fillUp(await rows.get(call), devicePublicKey, nowMs)
        if (grants) return toGrantList(grants, nowMs)
      }
      throw new KbytError('overloaded', { retryAfterSeconds: 1 })
    },
  }
}
