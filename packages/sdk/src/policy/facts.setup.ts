import type { Province } from '../schema/places.js'
import { createFindParents } from './create-find-parents.js'

/** What the policies of March 2021 and the tests' journeys name, as the places room has it. */
const provinces: readonly Province[] = [
  makeProvince('01', { '001': ['00001', '00004'], '019': ['00622'], '020': ['00673'] }),
  makeProvince('30', { '295': ['10891', '10936'], '290': ['10507'] }),
  makeProvince('46', { '474': ['19789'] }),
  makeProvince('48', { '492': ['20227'] }),
]

function makeProvince(code: string, wards: Readonly<Record<string, string[]>>): Province {
  const districts = Object.keys(wards).map((district) => ({ code: district, name: district }))
  return {
    version: '2021-03',
    code,
    name: code,
    districts,
    wards: districts.flatMap(({ code: districtCode }) =>
      (wards[districtCode] ?? []).map((ward) => ({ code: ward, name: ward, districtCode })),
    ),
  }
}

export const findParents = createFindParents(provinces)
/** Every ward there is, with the units above. */
export const wards = provinces.flatMap(({ code: provinceCode, wards }) =>
  wards.map(({ code: wardCode, districtCode }) => ({ provinceCode, districtCode, wardCode })),
)
