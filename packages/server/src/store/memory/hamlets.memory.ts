import type { HamletListRow, HamletStore } from '../store.js'

type Ward = Pick<HamletListRow, 'wardCode' | 'placesVersion'>

const toKey = ({ wardCode, placesVersion }: Ward) => `${wardCode} ${placesVersion}`

export function createMemoryHamlets(): HamletStore {
  const lists = new Map<string, HamletListRow>()
  return {
    async findHamlets(wardCode, placesVersion) {
      return lists.get(toKey({ wardCode, placesVersion }))
    },

    async replaceHamlets(list) {
      lists.set(toKey(list), list)
    },
  }
}
