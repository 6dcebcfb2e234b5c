import type { Localized } from '@kbyt/sdk/schema'
import type { NamedArrival } from './name-arrival.js'
import {
  documentWords,
  genderWords,
  purposeWords,
  relationWords,
  stateWords,
  travellerWords,
  vehicleWords,
} from './words.js'

/** One fact of an arrival: a column of the CSV, an item of the FHIR questionnaire. */
export interface ExportField {
  /** Stable: the item's `linkId`. */
  readonly linkId: string
  readonly label: Localized
  /** `number` is of a document or phone: digits that no program may take for a figure. */
  readonly type: 'text' | 'number' | 'date' | 'instant'
  /** Undefined where the declaration says nothing. */
  readonly read: (named: NamedArrival) => string | undefined
}

type Read = ExportField['read']

function field(
  linkId: string,
  vi: string,
  en: string,
  read: Read,
  type: ExportField['type'] = 'text',
): ExportField {
  return { linkId, label: { vi, en }, type, read }
}

/** The word for a code; a code that this version does not know stays as it is. */
const word = (words: Readonly<Record<string, Localized>>, code: string) => words[code]?.vi ?? code

const personFields: ExportField[] = [
  field('person.full-name', 'Họ và tên', 'Full name', ({ arrival }) => arrival.person.fullName),
  field('person.document-type', 'Loại giấy tờ', 'Document', ({ arrival }) =>
    word(documentWords, arrival.person.identityDocument.type),
  ),
  field(
    'person.document-number',
    'Số giấy tờ',
    'Document number',
    ({ arrival }) => arrival.person.identityDocument.number,
    'number',
  ),
  field('person.born-on', 'Ngày/Năm sinh', 'Born', ({ arrival }) => arrival.person.bornOn, 'date'),
  field('person.gender', 'Giới tính', 'Gender', ({ arrival }) =>
    word(genderWords, arrival.person.gender),
  ),
  field('person.nationality', 'Quốc tịch', 'Nationality', ({ arrival }) => {
    return arrival.person.nationality
  }),
  field('person.phone', 'Số điện thoại', 'Phone', ({ arrival }) => arrival.person.phone, 'number'),
  field('person.address', 'Nơi ở hiện nay', 'Current address', ({ address }) => address),
  field('person.relation', 'Quan hệ với người khai', 'Relation to the declarer', ({ arrival }) =>
    word(relationWords, arrival.relation),
  ),
  field(
    'declarer.phone',
    'Điện thoại người khai',
    "Declarer's phone",
    ({ arrival }) => arrival.declarerPhone,
    'number',
  ),
]

const journeyFields: ExportField[] = [
  field('journey.traveller-kind', 'Đối tượng', 'Traveller', ({ arrival: { journey } }) =>
    word(travellerWords, journey.travellerKind),
  ),
  field('journey.purpose', 'Mục đích đến/về', 'Purpose', ({ arrival: { journey } }) =>
    word(purposeWords, journey.purpose),
  ),
  field('journey.origin', 'Nơi đi', 'Coming from', ({ origin }) => origin),
  field('journey.stays', 'Nơi đã ở trong 14 ngày', 'Stays of the past 14 days', (named) =>
    listStays(named),
  ),
  field('journey.vehicle', 'Phương tiện', 'Means of transport', ({ arrival: { journey } }) =>
    word(vehicleWords, journey.vehicle),
  ),
  field('journey.vehicle-number', 'Số hiệu/Biển số', 'Vehicle number', ({ arrival }) => {
    return arrival.journey.vehicleNumber
  }),
  field('journey.seat', 'Số ghế', 'Seat', ({ arrival }) => arrival.journey.seat),
  field(
    'journey.departure-at',
    'Khởi hành',
    'Departure',
    ({ arrival }) => arrival.journey.departureAt,
    'instant',
  ),
  field(
    'journey.arrival-at',
    'Dự kiến đến',
    'Expected arrival',
    ({ arrival }) => arrival.arrivalAt,
    'instant',
  ),
]

const destinationFields: ExportField[] = [
  field('destination.place', 'Nơi đăng ký lưu trú', 'Where to', ({ destination }) => destination),
  field('destination.address', 'Địa chỉ lưu trú', 'Address of stay', ({ arrival }) => {
    return arrival.journey.destinationAddress
  }),
  field('destination.host-name', 'Chủ hộ/Người liên hệ', 'Host', ({ arrival }) => {
    return arrival.journey.hostName
  }),
  field(
    'destination.host-phone',
    'Điện thoại liên hệ',
    "Host's phone",
    ({ arrival }) => arrival.journey.hostPhone,
    'number',
  ),
  field(
    'destination.stay-until',
    'Lưu trú đến ngày',
    'Staying until',
    ({ arrival }) => arrival.journey.stayUntil,
    'date',
  ),
  field('arrival.state', 'Tình trạng', 'State', ({ arrival }) => word(stateWords, arrival.state)),
  field(
    'arrival.passed-at',
    'Qua chốt',
    'Passed a post',
    (named) => named.arrival.passedAt,
    'instant',
  ),
  field(
    'arrival.declared-at',
    'Khai lúc',
    'Declared',
    (named) => named.arrival.declaredAt,
    'instant',
  ),
]

/** Everything an exported arrival says, in the order of the columns. */
export const exportFields: readonly ExportField[] = [
  ...personFields,
  ...journeyFields,
  ...destinationFields,
]

function listStays({ arrival, stays }: NamedArrival): string | undefined {
  const lines = arrival.journey.stays.map(
    ({ from, to }, index) => `${stays[index]} (${from} – ${to})`,
  )
  return lines.length === 0 ? undefined : lines.join('; ')
}
