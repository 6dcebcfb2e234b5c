import { describe, expect, it } from 'vitest'
import type { PartnerRow, Store } from '../store.js'
import { start, unique } from './rows.setup.js'

export function describePartners(open: () => Store): void {
  const makePartner = (name: string): PartnerRow => ({
    publishableKey: unique('kbyt_pk'),
    name,
    origins: ['https://one.vn', 'https://www.one.vn'],
    createdAt: start,
  })

  describe('partners', () => {
    it('are listed by name, each once, with their newest origins', async () => {
      const { partners } = open()
      const [an, binh] = [makePartner('An'), makePartner('Bình')]
      for (const partner of [binh, an]) await partners.savePartner(partner)

      const changed = { ...an, origins: ['https://new.vn'], createdAt: start + 1 }
      await partners.savePartner(changed)

      expect(await partners.listPartners()).toEqual([{ ...changed, createdAt: start }, binh])
      for (const { publishableKey } of [an, binh]) await partners.removePartner(publishableKey)
    })

    it('are removed once', async () => {
      const { partners } = open()
      const partner = makePartner('An')
      await partners.savePartner(partner)

      expect(await partners.removePartner(partner.publishableKey)).toBe(true)
      expect(await partners.removePartner(partner.publishableKey)).toBe(false)
      expect(await partners.listPartners()).toEqual([])
    })
  })
}
