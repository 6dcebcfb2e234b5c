import type { Address } from '@kbyt/sdk/schema'

/** The area a place belongs to: its ward, or in an island district without wards the district. */
export function toAreaCode({
  wardCode,
  districtCode,
  provinceCode,
}: Pick<Address, 'wardCode' | 'districtCode' | 'provinceCode'>): string {
  return wardCode ?? districtCode ?? provinceCode
}
