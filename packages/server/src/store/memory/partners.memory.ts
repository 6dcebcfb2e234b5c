import type { PartnerRow, PartnerStore } from '../store.js'

export function createMemoryPartners(): PartnerStore {
  const partners = new Map<string, PartnerRow>()
  return {
    async listPartners() {
      return [...partners.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },

    async savePartner(partner) {
      const { createdAt } = partners.get(partner.publishableKey) ?? partner
      partners.set(partner.publishableKey, { ...partner, createdAt })
    },

    async removePartner(publishableKey) {
      return partners.delete(publishableKey)
    },
  }
}
