import type { Config, EntryDeclaration, Journey, Province } from '@kbyt/sdk/schema'
import { makeDeclaration, makeDeclared } from './backend.setup.js'
import { defaultConfig } from './portal/default-config.js'
import type { Places } from './ports.js'

const version = '2021-03'
const provinces: Province[] = [
  {
    version,
    code: '01',
    name: 'Thành phố Hà Nội',
    districts: [{ code: '001', name: 'Quận Ba Đình' }],
    wards: [{ code: '00001', name: 'Phường Phúc Xá', districtCode: '001' }],
  },
  {
    version,
    code: '46',
    name: 'Tỉnh Thừa Thiên Huế',
    districts: [{ code: '474', name: 'Thành phố Huế' }],
    wards: [{ code: '19777', name: 'Phường Vỹ Dạ', districtCode: '474' }],
  },
]
export const places: Places = {
  findProvinces: async () => ({ version, validFrom: '2021-03-01', provinces }),
  findProvince: async (_, code) => provinces.find((province) => province.code === code),
}
export const config: Config = { ...defaultConfig, forms: [{ kind: 'domestic' }, { kind: 'entry' }] }

export const origin = {
  placesVersion: version,
  provinceCode: '01',
  districtCode: '001',
  wardCode: '00001',
  hamlet: 'Tổ 12',
}
export const stay = { ...origin, from: '2021-02-20', to: '2021-03-03' }
export const journey: Journey = {
  travellerKind: 'visitor',
  origin,
  stays: [stay],
  purpose: 'work',
  vehicle: 'train',
  vehicleNumber: 'SE1',
  departureAt: '2021-03-04T22:00:00+07:00',
  arrivalAt: '2021-03-05T11:30:00+07:00',
  post: 'ga-hue',
  destination: {
    placesVersion: version,
    provinceCode: '46',
    districtCode: '474',
    wardCode: '19777',
    hamlet: 'Tổ 5',
  },
  destinationAddress: '12 Nguyễn Huệ',
}

export const hanoian = makeDeclared({
  address: { placesVersion: version, provinceCode: '01', districtCode: '001', wardCode: '00001' },
})

/** From Hà Nội to Huế, by train. */
export function makeEntry(changes: Partial<Journey> = {}, people = [hanoian]): EntryDeclaration {
  return { ...makeDeclaration(...people), kind: 'entry', journey: { ...journey, ...changes } }
}
