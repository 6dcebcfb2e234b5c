import type { ErasedPhone } from '../store.js'
import { drop, type MemoryState } from './memory-state.js'

/** Whether an owner's venues, and who takes them over, are still as they were put together. */
export function areCurrent(
  { venues, venueStaff }: MemoryState,
  { phoneIndex, venues: left }: ErasedPhone,
): boolean {
  const staff = [...venueStaff.values()]
  const owned = staff.filter((each) => each.phoneIndex === phoneIndex && each.role === 'owner')
  if (owned.some(({ venueCode }) => !left.some(({ row }) => row.venueCode === venueCode))) {
    return false
  }
  return left.every(({ row, successorId }) => {
    const isSame = venues.get(row.venueCode)?.version === row.version - 1
    const successor = staff.find(({ staffId }) => staffId === successorId)
    return isSame && (successorId === undefined || successor?.role === 'manager')
  })
}

/** Hands an owner's venues over or closes them, and takes all other rights at venues away. */
export function leaveVenues(
  { venues, venueStaff, devices }: MemoryState,
  { phoneIndex, venues: left }: ErasedPhone,
  revokedAt: number,
): void {
  for (const { row, successorId } of left) {
    const { venueCode } = row
    venues.set(venueCode, row)
    for (const [key, member] of venueStaff) {
      if (member.staffId === successorId) venueStaff.set(key, { ...member, role: 'owner' })
    }
    if (successorId !== undefined) continue
    drop(venueStaff, (member) => member.venueCode === venueCode)
    for (const [key, device] of devices) {
      if (device.venueCode === venueCode && device.revokedAt === null) {
        devices.set(key, { ...device, revokedAt })
      }
    }
  }
  drop(venueStaff, (member) => member.phoneIndex === phoneIndex)
}
