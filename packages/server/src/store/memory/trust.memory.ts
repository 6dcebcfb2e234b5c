import type { StatusListEntry } from '@kbyt/sdk/qr/sign'
import { toStatusSlot } from '../status-slot.js'
import type { BundleRow, StatusListRow, TrustStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

type Slot = [statusIndex: number, slot: { readonly status: StatusListEntry['status'] }]

export function createMemoryTrust({ statusSlots }: MemoryState): TrustStore {
  let newest: BundleRow | undefined
  return {
    async findStatusLists(nowMs) {
      const inDate = [...statusSlots].filter(([, { validUntil }]) => validUntil > nowMs)
      const lists = new Set(inDate.map(([statusIndex]) => toStatusSlot(statusIndex).list))
      return [...lists]
        .toSorted((a, b) => a - b)
        .map((list): StatusListRow => ({ list, entries: toEntries(inDate, list) }))
    },

    async findBundle() {
      return newest
    },

    async replaceBundle(bundle, fromCounter) {
      if ((newest?.counter ?? 0) !== fromCounter) return false
      newest = bundle
      return true
    },
  }
}

function toEntries(slots: readonly Slot[], list: number): StatusListRow['entries'] {
  return slots.flatMap(([statusIndex, { status }]) =>
    toStatusSlot(statusIndex).list === list && status !== 'valid' ? [{ statusIndex, status }] : [],
  )
}
