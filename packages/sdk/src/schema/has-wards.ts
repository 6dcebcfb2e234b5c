import type { Province } from './places.js'

/**
 * Whether an address in this district names a ward too. Five island districts (Hoàng Sa, Cồn Cỏ,
 * Lý Sơn, Bạch Long Vĩ, Côn Đảo) are governed without wards; since 1 July 2025 there are no
 * districts, and every address has a ward.
 */
export function hasWards(
  { districts, wards }: Province,
  districtCode: string | undefined,
): boolean {
  const isKnown = districts.some(({ code }) => code === districtCode)
  return !isKnown || wards.some((ward) => ward.districtCode === districtCode)
}
