import type { MemoryState } from './memory-state.js'

/** From now on the status lists say that this code is worth nothing. */
export function revokeSlot({ statusSlots }: MemoryState, statusIndex: number): void {
  const slot = statusSlots.get(statusIndex)
  if (slot) statusSlots.set(statusIndex, { ...slot, status: 'revoked' })
}
