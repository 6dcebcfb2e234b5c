import type { InputIssue } from '@kbyt/sdk'
import { type Address, hasWards, type Province } from '@kbyt/sdk/schema'

/** The part of an address or a place that names units. */
export type Units = Pick<Address, 'provinceCode' | 'districtCode' | 'wardCode'>

/** Whether a ward is named where there are wards, and lies in its district of this province. */
export function checkUnits(
  { wardCode, districtCode }: Units,
  province: Province | undefined,
  path: string,
): InputIssue[] {
  if (!province) return [{ path: `${path}.provinceCode`, code: 'place_unknown' }]
  if (wardCode === undefined) {
    return hasWards(province, districtCode) ? [{ path: `${path}.wardCode`, code: 'required' }] : []
  }
  const ward = province.wards.find(({ code }) => code === wardCode)
  if (!ward) return [{ path: `${path}.wardCode`, code: 'place_unknown' }]
  if (ward.districtCode === districtCode) return []
  const code = districtCode === undefined ? 'district_required' : 'place_unknown'
  return [{ path: `${path}.districtCode`, code }]
}
