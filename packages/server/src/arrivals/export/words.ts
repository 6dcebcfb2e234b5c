import type {
  ArrivalState,
  DocumentType,
  Gender,
  Journey,
  Localized,
  Relation,
} from '@kbyt/sdk/schema'

const say = (vi: string, en: string): Localized => ({ vi, en })

// What a clerk reads in the exported file; wording of shared/domain/forms.json.

export const stateWords: Record<ArrivalState, Localized> = {
  expected: say('Chưa đến', 'Expected'),
  passed: say('Đã qua chốt', 'Passed a post'),
  met: say('Đã gặp', 'Met'),
  ordered: say('Đã có quyết định', 'Under an order'),
  'not-found': say('Không tìm thấy', 'Not found'),
  cancelled: say('Đã rút tờ khai', 'Withdrawn'),
}

export const documentWords: Record<DocumentType, Localized> = {
  cccd: say('CCCD', 'Citizen ID card'),
  cmnd: say('CMND', 'ID card'),
  passport: say('Hộ chiếu', 'Passport'),
  bhxh: say('BHXH', 'Social insurance'),
  child: say('Trẻ em chưa có giấy tờ', 'Child without papers'),
}

export const genderWords: Record<Gender, Localized> = {
  male: say('Nam', 'Male'),
  female: say('Nữ', 'Female'),
  other: say('Khác', 'Other'),
}

export const relationWords: Record<Relation, Localized> = {
  self: say('Người khai', 'The declarer'),
  child: say('Con', 'Child'),
  parent: say('Cha/Mẹ', 'Parent'),
  spouse: say('Vợ/Chồng', 'Spouse'),
  sibling: say('Anh/Chị/Em', 'Sibling'),
  grandparent: say('Ông/Bà', 'Grandparent'),
  other: say('Khác', 'Other'),
}

export const travellerWords: Record<Journey['travellerKind'], Localized> = {
  visitor: say('Người ngoài tỉnh', 'Coming from outside the province'),
  returner: say('Người trong tỉnh quay về', 'A resident coming back'),
}

export const purposeWords: Record<Journey['purpose'], Localized> = {
  duty: say('Công tác', 'Official duty'),
  business: say('Làm ăn', 'Business'),
  study: say('Học tập', 'Study'),
  work: say('Làm việc', 'Work'),
  'home-visit': say('Về nhà/Thăm người thân', 'Going home or visiting family'),
  other: say('Khác', 'Other'),
}

export const vehicleWords: Record<Journey['vehicle'], Localized> = {
  plane: say('Máy bay', 'Plane'),
  train: say('Tàu hỏa', 'Train'),
  coach: say('Xe khách', 'Coach'),
  boat: say('Tàu thuyền', 'Boat'),
  car: say('Ô tô cá nhân', 'Private car'),
  motorbike: say('Xe máy', 'Motorbike'),
  other: say('Khác', 'Other'),
}
