import { describe, expect, it } from 'vitest'
import type { AccountRow, CardPhotosRow, Store } from '../store.js'
import { claimAnswer, day, minute, start, unique } from './rows.setup.js'

const makePhotos = (
  { phoneIndex }: AccountRow,
  changes: Partial<CardPhotosRow> = {},
): CardPhotosRow => ({
  phoneIndex,
  photosId: unique('photos'),
  takenAt: start,
  keptUntil: start + 30 * day,
  sealed: 'k1.cGhvdG9z',
  ...changes,
})

async function setup(store: Store) {
  const phoneIndex = unique('phone')
  const [accountId, personId] = [unique('account'), unique('person')]
  const keptUntil = start + 365 * day
  const times = { createdAt: start, verifiedAt: start, keptUntil }
  const account: AccountRow = { phoneIndex, accountId, personId, ...times, sealed: 'k1.YQ' }
  const key = { by: 'document' as const, index: unique('document') }
  const known = { key, personId, keptUntil }
  await store.accounts.addAccount(account, known, await claimAnswer(store))
  return { account, known, phoneIndex, cardPhotos: store.cardPhotos }
}

export function describeCardPhotos(open: () => Store): void {
  describe('photos of ID cards', () => {
    it('are one set per account, the newest', async () => {
      const { account, phoneIndex, cardPhotos } = await setup(open())
      const newest = makePhotos(account, { takenAt: start + day, sealed: 'k1.bmV3' })

      expect(await cardPhotos.save(makePhotos(account), account)).toBe(true)
      expect(await cardPhotos.save(newest, account)).toBe(true)
      expect(await cardPhotos.find(phoneIndex, start)).toEqual(newest)
    })

    it('are not kept where the account is gone, or another by now', async () => {
      const { account, phoneIndex, cardPhotos } = await setup(open())
      const other = { ...account, phoneIndex: unique('phone') }

      expect(await cardPhotos.save(makePhotos(other), other)).toBe(false)
      expect(await cardPhotos.save(makePhotos(account), { ...account, sealed: 'k1.eA' })).toBe(
        false,
      )
      expect(await cardPhotos.find(phoneIndex, start)).toBeUndefined()
    })

    it('end on their day, whether they were purged or not', async () => {
      const { account, phoneIndex, cardPhotos } = await setup(open())
      await cardPhotos.save(makePhotos(account), account)

      expect(await cardPhotos.find(phoneIndex, start + 30 * day - 1)).toBeDefined()
      expect(await cardPhotos.find(phoneIndex, start + 30 * day)).toBeUndefined()
    })

    it('are deleted when their days are over, not before', async () => {
      const store = open()
      const { account, phoneIndex, cardPhotos } = await setup(store)
      const photos = makePhotos(account, { keptUntil: start + minute })
      await cardPhotos.save(photos, account)
      const isThere = async () => (await cardPhotos.find(phoneIndex, start)) !== undefined

      await store.purge(photos.keptUntil - 1)
      const before = await isThere()
      await store.purge(photos.keptUntil)

      expect([before, await isThere()]).toEqual([true, false])
    })

    it('go when the account becomes somebody else’s, and stay when it does not', async () => {
      const store = open()
      const { account, known, phoneIndex, cardPhotos } = await setup(store)
      await cardPhotos.save(makePhotos(account), account)

      await store.accounts.updateAccount(account, known, false)
      const before = await cardPhotos.find(phoneIndex, start)
      await store.accounts.updateAccount(account, known, true)

      expect(before).toBeDefined()
      expect(await cardPhotos.find(phoneIndex, start)).toBeUndefined()
    })
  })
}
