import type { Config } from './config.js'
import type { DeclaredPerson, DomesticDeclaration, EntryDeclaration } from './declaration.js'
import type { Journey } from './journey.js'

const words = { vi: 'Một', en: 'One' }

export const config: Config = {
  issuer: 'kbyt.test',
  portalName: words,
  smsSender: 'DTTM_TTHUE',
  provinceCode: '46',
  placesVersion: '2021-03',
  forms: [{ kind: 'domestic' }],
  posts: [{ code: 'ga-hue', kind: 'station', name: words }],
  consents: [
    { purpose: 'disease-control', version: '1', isRequired: true, text: words },
    { purpose: 'newsletter', version: '2', isRequired: false, text: words },
  ],
  symptoms: [{ value: 'fever', label: words }],
  contacts: [
    { value: 'case', label: words },
    { value: 'abroad', label: words },
  ],
  conditions: [{ value: 'asthma', label: words }],
  inspectionReasons: [{ value: 'checkpoint', label: words }],
  limits: { maxPeople: 3, lookBackDays: 14 },
  passDays: { domestic: 7, entry: 14 },
}

export const thao: DeclaredPerson = {
  relation: 'self',
  person: {
    fullName: 'Nguyễn Thị Phương Thảo',
    identityDocument: { type: 'cccd', number: '046190001234' },
    bornOn: '1990-05-20',
    gender: 'female',
    nationality: 'VN',
    address: { placesVersion: '2021-03', provinceCode: '46', wardCode: '19789', hamlet: 'Tổ 4' },
  },
  health: { symptoms: [], contacts: { case: false, abroad: false } },
  recentPlaces: [],
}

export const declaration: DomesticDeclaration = {
  kind: 'domestic',
  people: [thao],
  consents: [{ purpose: 'disease-control', version: '1', language: 'vi' }],
}

/** From Hà Nội by the night train, two days ahead of noon of 3 March 2021. */
export const journey: Journey = {
  travellerKind: 'returner',
  origin: {
    placesVersion: '2021-03',
    provinceCode: '01',
    districtCode: '001',
    wardCode: '00001',
    hamlet: 'Tổ 12',
  },
  stays: [
    {
      placesVersion: '2021-03',
      provinceCode: '01',
      districtCode: '001',
      wardCode: '00001',
      hamlet: 'Tổ 12',
      from: '2021-02-20',
      to: '2021-03-04',
    },
  ],
  purpose: 'home-visit',
  vehicle: 'train',
  vehicleNumber: 'SE1',
  departureAt: '2021-03-04T22:00:00+07:00',
  arrivalAt: '2021-03-05T11:30:00+07:00',
  destination: {
    placesVersion: '2021-03',
    provinceCode: '46',
    wardCode: '19789',
    hamlet: 'Tổ 4',
  },
  destinationAddress: '12 Nguyễn Huệ',
}

export const entry: EntryDeclaration = { ...declaration, kind: 'entry', journey }
