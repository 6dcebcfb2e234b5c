import type { MissingFactCode, PolicyDecision, RiskLevel, ZoneLevel } from '../schema/policy.js'
import type { Localized } from '../schema/text.js'

/** What people read for each measure (shared/domain/policy.json); a host may say it otherwise. */
export const measureWords: Readonly<Record<PolicyDecision['measure'], Localized>> = {
  none: { vi: 'Khai báo, không cách ly', en: 'Declare only' },
  'test-only': { vi: 'Xét nghiệm', en: 'Testing' },
  'self-monitoring': { vi: 'Tự theo dõi sức khỏe', en: 'Self health monitoring' },
  'home-quarantine': { vi: 'Cách ly tại nhà / nơi lưu trú', en: 'Home quarantine' },
  'central-quarantine': { vi: 'Cách ly tập trung', en: 'Centralised quarantine' },
  'ask-officer': { vi: 'Hỏi cán bộ y tế', en: 'Ask a health officer' },
}

/** The levels of zones as people read them. */
export const zoneLevelWords: Readonly<Record<ZoneLevel, Localized>> = {
  point: { vi: 'Điểm (địa điểm phong tỏa, nơi có ca bệnh)', en: 'Point' },
  hamlet: { vi: 'Thôn/Tổ', en: 'Hamlet' },
  ward: { vi: 'Phường/Xã', en: 'Ward or commune' },
  district: { vi: 'Quận/Huyện', en: 'District (until 30 June 2025)' },
  province: { vi: 'Tỉnh/Thành phố', en: 'Province or city' },
}

/** Why a decision waits for an officer. */
export const missingFactWords: Readonly<Record<MissingFactCode, Localized>> = {
  policy_not_in_force: {
    vi: 'Chính sách không có hiệu lực tại thời điểm này',
    en: 'The policy is not in force at this time',
  },
  stays_unknown: { vi: 'Chưa rõ những nơi đã ở', en: 'The places stayed in are not known' },
  stays_too_short: {
    vi: 'Những nơi đã khai chưa đủ số ngày phải xem xét',
    en: 'The declared stays do not reach back far enough',
  },
  stay_abroad: { vi: 'Đã ở nước ngoài', en: 'Stayed abroad' },
  stay_units_differ: {
    vi: 'Nơi đã ở ghi theo đơn vị hành chính khác',
    en: 'The stay is given in other administrative units',
  },
  stay_level_unknown: {
    vi: 'Nơi đã ở chưa đủ chi tiết so với vùng nguy cơ',
    en: 'The stay is not as precise as the zone',
  },
  stay_hamlet_free_text: {
    vi: 'Thôn/Tổ ghi tự do, chưa đối chiếu được',
    en: 'The hamlet is free text and cannot be compared',
  },
  stay_points_unknown: {
    vi: 'Chưa rõ đã đến điểm có dịch nào',
    en: 'It is not known which points were visited',
  },
  stay_days_unknown: {
    vi: 'Chưa rõ những ngày đã ở',
    en: 'The days of the stay are not known',
  },
  symptoms_unknown: { vi: 'Chưa rõ dấu hiệu sức khỏe', en: 'Signs of illness are not known' },
  contacts_unknown: { vi: 'Chưa rõ tiếp xúc', en: 'Contacts are not known' },
  vehicle_unknown: { vi: 'Chưa rõ phương tiện', en: 'The means of transport is not known' },
  purpose_unknown: { vi: 'Chưa rõ mục đích', en: 'The purpose is not known' },
  vaccination_unknown: { vi: 'Chưa rõ số mũi tiêm', en: 'Vaccination is not known' },
  groups_unknown: { vi: 'Chưa rõ đối tượng', en: 'The group of people is not known' },
}

/** The four levels of resolution 128/NQ-CP (11 October 2021), for policies that use them. */
export const nationalRiskLevels: readonly RiskLevel[] = [
  { value: 'green', label: { vi: 'Cấp 1 – nguy cơ thấp (xanh)', en: 'Level 1, low (green)' } },
  {
    value: 'yellow',
    label: { vi: 'Cấp 2 – nguy cơ trung bình (vàng)', en: 'Level 2, medium (yellow)' },
  },
  { value: 'orange', label: { vi: 'Cấp 3 – nguy cơ cao (cam)', en: 'Level 3, high (orange)' } },
  { value: 'red', label: { vi: 'Cấp 4 – nguy cơ rất cao (đỏ)', en: 'Level 4, very high (red)' } },
]
