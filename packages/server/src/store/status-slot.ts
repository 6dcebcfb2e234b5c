/** Slots of one status list. */
export const listSize = 2 ** 16

/** Cuts a status index into its list and its slot there: index = list × 2^16 + slot. */
export function toStatusSlot(statusIndex: number): { list: number; slot: number } {
  return { list: Math.floor(statusIndex / listSize), slot: statusIndex % listSize }
}
