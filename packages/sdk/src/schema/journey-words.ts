import type { Journey } from './journey.js'
import type { Localized } from './text.js'

/**
 * What the form of an entry declaration calls each field (shared/domain/forms.json). `{days}` stands
 * for `config.limits.lookBackDays`, `{province}` for the portal's province.
 */
export const journeyWords: Readonly<Record<keyof Journey, Localized>> = {
  travellerKind: {
    vi: 'Đối tượng',
    en: 'You are',
  },
  leftProvinceOn: {
    vi: 'Ngày rời {province}',
    en: 'Day of leaving the province',
  },
  sentBy: {
    vi: 'Cơ quan cử đi công tác',
    en: 'Organisation that sent you',
  },
  origin: {
    vi: 'Nơi đi: Tỉnh/Thành phố – Quận/Huyện – Phường/Xã – Thôn/Tổ dân phố',
    en: 'Coming from, down to the hamlet',
  },
  stays: {
    vi: 'Những nơi đã ở hoặc đã đến trong {days} ngày qua',
    en: 'Places stayed or visited in the past {days} days',
  },
  purpose: {
    vi: 'Mục đích đến/về',
    en: 'Purpose',
  },
  vehicle: {
    vi: 'Phương tiện',
    en: 'Means of transport',
  },
  vehicleNumber: {
    vi: 'Biển số xe/Số hiệu chuyến bay/Số hiệu tàu',
    en: 'Plate, flight or train number',
  },
  seat: {
    vi: 'Số ghế',
    en: 'Seat',
  },
  departureAt: {
    vi: 'Ngày, giờ khởi hành',
    en: 'Departure',
  },
  arrivalAt: {
    vi: 'Ngày, giờ dự kiến đến',
    en: 'Expected arrival',
  },
  post: {
    vi: 'Chốt kiểm soát sẽ đi qua',
    en: 'Checkpoint you will pass',
  },
  destination: {
    vi: 'Nơi đăng ký lưu trú tại {province}: Huyện/Thị xã/Thành phố – Phường/Xã/Thị trấn – Thôn/Tổ dân phố',
    en: 'Where you will stay in {province}, down to the hamlet',
  },
  destinationAddress: {
    vi: 'Địa chỉ lưu trú',
    en: 'Address of stay',
  },
  hostName: {
    vi: 'Chủ hộ/Người liên hệ tại nơi lưu trú',
    en: 'Host or contact person',
  },
  hostPhone: {
    vi: 'Số điện thoại người liên hệ',
    en: "Contact person's phone",
  },
  stayUntil: {
    vi: 'Dự kiến lưu trú đến ngày',
    en: 'Staying until',
  },
}

/** What people read for each kind of traveller; `{province}` stands for the portal's province. */
export const travellerKindWords: Readonly<Record<Journey['travellerKind'], Localized>> = {
  visitor: {
    vi: 'Người ngoài tỉnh vào {province}',
    en: 'Coming from outside the province',
  },
  returner: {
    vi: 'Người trong tỉnh quay về',
    en: 'A resident coming back',
  },
}

/** What people read for each purpose. */
export const purposeWords: Readonly<Record<Journey['purpose'], Localized>> = {
  duty: {
    vi: 'Công tác',
    en: 'Official duty',
  },
  business: {
    vi: 'Làm ăn',
    en: 'Business',
  },
  study: {
    vi: 'Học tập',
    en: 'Study',
  },
  work: {
    vi: 'Làm việc',
    en: 'Work',
  },
  'home-visit': {
    vi: 'Về nhà/Thăm người thân',
    en: 'Going home or visiting family',
  },
  other: {
    vi: 'Khác',
    en: 'Other',
  },
}

/** What people read for each way of travel. */
export const vehicleWords: Readonly<Record<Journey['vehicle'], Localized>> = {
  plane: {
    vi: 'Máy bay',
    en: 'Plane',
  },
  train: {
    vi: 'Tàu hỏa',
    en: 'Train',
  },
  coach: {
    vi: 'Xe khách',
    en: 'Coach',
  },
  boat: {
    vi: 'Tàu thuyền',
    en: 'Boat',
  },
  car: {
    vi: 'Ô tô cá nhân',
    en: 'Private car',
  },
  motorbike: {
    vi: 'Xe máy',
    en: 'Motorbike',
  },
  other: {
    vi: 'Khác',
    en: 'Other',
  },
}
