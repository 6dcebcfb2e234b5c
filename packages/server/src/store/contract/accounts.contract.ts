import { describe, expect, it } from 'vitest'
import type { AccountRow, GrantRow, Store } from '../store.js'
import { claimAnswer, day, start, unique } from './rows.setup.js'

function makeAccount(changes: Partial<AccountRow> = {}): AccountRow {
  return {
    phoneIndex: unique('phone'),
    accountId: unique('account'),
    personId: unique('person'),
    createdAt: start,
    verifiedAt: null,
    keptUntil: start + 365 * day,
    sealed: 'k1.YWNjb3VudA',
    ...changes,
  }
}

const toKnown = ({ accountId, personId, keptUntil }: AccountRow) => ({
  key: { by: 'document' as const, index: `document of ${accountId} ${personId}` },
  personId,
  keptUntil,
})

async function setup(store: Store) {
  const account = makeAccount()
  const { phoneIndex, personId } = account
  await store.accounts.addAccount(account, toKnown(account), await claimAnswer(store))
  const list = await store.declarations.claimStatusList(unique('node'))
  const makeGrant = async (deviceHash: string, slot: number): Promise<GrantRow> => {
    const grantId = unique('grant')
    const statusIndex = list * 2 ** 16 + slot
    const validUntil = start + (slot + 1) * day
    await store.declarations.claimStatusIndex(statusIndex, grantId, validUntil)
    const dates = { notBefore: start + slot * day, validUntil }
    return { phoneIndex, grantId, personId, deviceHash, statusIndex, ...dates, sealed: 'k1.and' }
  }
  const findRevoked = async () =>
    (await store.trust.findStatusLists(start)).find((each) => each.list === list)?.entries
  return { account, phoneIndex, personId, makeGrant, findRevoked, accounts: store.accounts }
}

export function describeAccounts(open: () => Store): void {
  describe('accounts', () => {
    it('are one per phone', async () => {
      const store = open()
      const account = makeAccount()
      const other = makeAccount({ phoneIndex: account.phoneIndex })

      const first = await store.accounts.addAccount(
        account,
        toKnown(account),
        await claimAnswer(store),
      )
      const second = await store.accounts.addAccount(
        other,
        toKnown(other),
        await claimAnswer(store),
      )

      expect([first, second]).toEqual([true, false])
      expect(await store.accounts.findAccount(account.phoneIndex)).toEqual(account)
    })

    it('keep the grants of one device, the earliest first', async () => {
      const { account, accounts, makeGrant, phoneIndex, personId } = await setup(open())
      const grants = [await makeGrant('a', 1), await makeGrant('a', 0)]

      await accounts.saveGrants(account, 'a', grants)

      expect(await accounts.findGrants(phoneIndex, 'a', start)).toEqual(grants.toReversed())
      expect(await accounts.findGrants(phoneIndex, 'a', start + day)).toEqual([grants[0]])
      expect(await accounts.findGrants(phoneIndex, 'b', start)).toEqual([])
      expect(await accounts.findGrantHolder(grants[0]!.grantId)).toEqual({ phoneIndex, personId })
    })

    it('revoke the grants of the device before', async () => {
      const { account, accounts, makeGrant, phoneIndex, findRevoked } = await setup(open())
      const [old, fresh] = [await makeGrant('a', 0), await makeGrant('b', 1)]
      await accounts.saveGrants(account, 'a', [old])

      await accounts.saveGrants(account, 'b', [fresh])

      expect(await accounts.findGrants(phoneIndex, 'a', start)).toEqual([])
      expect(await accounts.findGrantHolder(old.grantId)).toBeUndefined()
      expect(await findRevoked()).toEqual([{ statusIndex: old.statusIndex, status: 'revoked' }])
    })

    it('revoke all grants of who becomes somebody else, and none of who does not', async () => {
      const { account, accounts, makeGrant, phoneIndex } = await setup(open())
      const grant = await makeGrant('a', 0)
      await accounts.saveGrants(account, 'a', [grant])
      const changed = { ...account, sealed: 'k1.b3RoZXI', verifiedAt: start + 1 }

      await accounts.updateAccount(changed, toKnown(changed), false)
      const kept = await accounts.findGrants(phoneIndex, 'a', start)
      const other = { ...changed, personId: 'other' }
      await accounts.updateAccount(other, toKnown(other), true)

      expect(kept).toEqual([grant])
      expect(await accounts.findGrants(phoneIndex, 'a', start)).toEqual([])
      expect(await accounts.findAccount(phoneIndex)).toEqual({ ...changed, personId: 'other' })
    })

    it('keep no grants for an account that changed or went while they were signed', async () => {
      const { account, accounts, makeGrant, phoneIndex } = await setup(open())
      const [one, other] = [await makeGrant('a', 0), await makeGrant('a', 1)]
      await accounts.updateAccount({ ...account, sealed: 'k1.b3RoZXI' }, toKnown(account), true)

      const ofBefore = await accounts.saveGrants(account, 'a', [one])
      const ofNobody = await accounts.saveGrants({ ...account, phoneIndex: 'none' }, 'a', [other])

      expect([ofBefore, ofNobody]).toEqual([false, false])
      expect(await accounts.findGrants(phoneIndex, 'a', start)).toEqual([])
      expect(await accounts.findGrantHolder(one.grantId)).toBeUndefined()
    })
  })
}
