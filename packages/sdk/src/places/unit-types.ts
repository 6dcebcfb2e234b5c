/** How large a unit is; there are no districts since 1 July 2025. */
export type PlaceLevel = 'province' | 'district' | 'ward'

/** The letters of the generated search text: level and type of a unit (scripts/places/print-search.mjs). */
export const unitTypes = {
  T: { level: 'province', name: 'Tỉnh', words: 'tinh' },
  M: { level: 'province', name: 'Thành phố', words: 'thanh pho' },
  Q: { level: 'district', name: 'Quận', words: 'quan' },
  H: { level: 'district', name: 'Huyện', words: 'huyen' },
  S: { level: 'district', name: 'Thị xã', words: 'thi xa' },
  C: { level: 'district', name: 'Thành phố', words: 'thanh pho' },
  P: { level: 'ward', name: 'Phường', words: 'phuong' },
  X: { level: 'ward', name: 'Xã', words: 'xa' },
  B: { level: 'ward', name: 'Thị trấn', words: 'thi tran' },
  K: { level: 'ward', name: 'Đặc khu', words: 'dac khu' },
} as const satisfies Record<string, { level: PlaceLevel; name: string; words: string }>

export type UnitLetter = keyof typeof unitTypes
export type TypeWords = (typeof unitTypes)[UnitLetter]['words']

/** What people write for a type, beside its words. `f` is how Sài Gòn writes "phường". */
export const typeAbbreviations: ReadonlyMap<string, TypeWords> = new Map([
  ['t', 'tinh'],
  ['tp', 'thanh pho'],
  ['q', 'quan'],
  ['h', 'huyen'],
  ['tx', 'thi xa'],
  ['p', 'phuong'],
  ['f', 'phuong'],
  ['x', 'xa'],
  ['tt', 'thi tran'],
  ['dk', 'dac khu'],
])

export const typeWords: ReadonlyMap<string, TypeWords> = new Map(
  Object.values(unitTypes).map(({ words }) => [words, words]),
)
