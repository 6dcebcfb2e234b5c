import { describe, expect, it } from 'vitest'
import {
  loadPlacesIndex,
  loadProvince,
  loadProvinces,
  type PlaceHit,
  placesVersions,
  searchPlaces,
} from './index.js'

/** Once per version: reading the names takes a while on a busy machine. */
const indexes = new Map(
  await Promise.all(
    placesVersions.map(
      async ({ version }) => [version, (await loadPlacesIndex(version))!] as const,
    ),
  ),
)

const search = (version: string, text: string, options = {}) =>
  searchPlaces(indexes.get(version)!, text, options)

const toLine = (hit: PlaceHit | undefined) =>
  hit && [hit, ...hit.path].map((unit) => unit.name).join(', ')

const hue = 'Thành phố Huế, Tỉnh Thừa Thiên Huế'

describe('as typed in 2021', () => {
  it.each([
    // levels
    ['hue', hue],
    ['huế', hue],
    ['HUẾ', hue],
    ['tp hue', hue],
    ['tp. Huế', hue],
    ['thành phố huế', hue],
    ['tt hue', 'Tỉnh Thừa Thiên Huế'],
    ['tth', 'Tỉnh Thừa Thiên Huế'],
    ['thua thien', 'Tỉnh Thừa Thiên Huế'],
    ['phú vang', 'Huyện Phú Vang, Tỉnh Thừa Thiên Huế'],
    ['tx huong tra', 'Thị xã Hương Trà, Tỉnh Thừa Thiên Huế'],
    ['a luoi', 'Huyện A Lưới, Tỉnh Thừa Thiên Huế'],
    ['hn', 'Thành phố Hà Nội'],
    ['da nang', 'Thành phố Đà Nẵng'],
    ['đà nẵng', 'Thành phố Đà Nẵng'],
    ['sai gon', 'Thành phố Hồ Chí Minh'],
    ['sg', 'Thành phố Hồ Chí Minh'],
    ['tphcm', 'Thành phố Hồ Chí Minh'],
    ['hồ chí minh', 'Thành phố Hồ Chí Minh'],
    ['brvt', 'Tỉnh Bà Rịa - Vũng Tàu'],
    ['bmt', 'Thành phố Buôn Ma Thuột, Tỉnh Đắk Lắk'],
    ['tdm', 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương'],
    // a ward with what it lies in
    ['an cuu hue', `Phường An Cựu, ${hue}`],
    ['hue an cuu', `Phường An Cựu, ${hue}`],
    ['phường An Cựu, thành phố Huế', `Phường An Cựu, ${hue}`],
    ['p. an cuu', `Phường An Cựu, ${hue}`],
    ['P.An Cựu-TP.Huế', `Phường An Cựu, ${hue}`],
    ['12 Lê Lợi, phường Vĩnh Ninh, TP Huế, Thừa Thiên Huế', `Phường Vĩnh Ninh, ${hue}`],
    ['an cuu thua thien hue', `Phường An Cựu, ${hue}`],
    ['tay loc hue', `Phường Tây Lộc, ${hue}`],
    ['phuong duc hue', `Phường Phường Đúc, ${hue}`],
    ['tt lang co', 'Thị trấn Lăng Cô, Huyện Phú Lộc, Tỉnh Thừa Thiên Huế'],
    ['thị trấn sịa', 'Thị trấn Sịa, Huyện Quảng Điền, Tỉnh Thừa Thiên Huế'],
    ['xa phu loc nho quan', 'Xã Phú Lộc, Huyện Nho Quan, Tỉnh Ninh Bình'],
    ['hoan kiem ha noi', 'Quận Hoàn Kiếm, Thành phố Hà Nội'],
    ['q1', 'Quận 1, Thành phố Hồ Chí Minh'],
    ['q.1 tphcm', 'Quận 1, Thành phố Hồ Chí Minh'],
    ['p1 q3', 'Phường 01, Quận 3, Thành phố Hồ Chí Minh'],
    ['f12 go vap', 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh'],
    // blanks left out
    ['ancuu', `Phường An Cựu, ${hue}`],
    ['tphue', hue],
    ['phuongancuutphue', `Phường An Cựu, ${hue}`],
    ['thuathienhue', 'Tỉnh Thừa Thiên Huế'],
    ['aluoi', 'Huyện A Lưới, Tỉnh Thừa Thiên Huế'],
    ['daklak', 'Tỉnh Đắk Lắk'],
    // slips
    ['an cuu heu', `Phường An Cựu, ${hue}`],
    ['thaun loc hue', `Phường Thuận Lộc, ${hue}`],
    ['thuy beiu', `Phường Thuỷ Biều, ${hue}`],
    ['huong thuyr', 'Thị xã Hương Thủy, Tỉnh Thừa Thiên Huế'],
    ['thuathienhe', 'Tỉnh Thừa Thiên Huế'],
    ['phu qouc', 'Thành phố Phú Quốc, Tỉnh Kiên Giang'],
    ['buon me thuot', 'Thành phố Buôn Ma Thuột, Tỉnh Đắk Lắk'],
    // spelt the other way
    ['vi da', `Phường Vỹ Dạ, ${hue}`],
    ['qui nhon', 'Thành phố Quy Nhơn, Tỉnh Bình Định'],
    ['dac lac', 'Tỉnh Đắk Lắk'],
    ['thủy biều', `Phường Thuỷ Biều, ${hue}`],
    // an input method that was off
    ['An Cuwuj', `Phường An Cựu, ${hue}`],
    ['phuwowngf an cuwuj tp huees', `Phường An Cựu, ${hue}`],
    ['Hue61', hue],
    ['ddaf nawngx', 'Thành phố Đà Nẵng'],
    // still being typed
    ['an cuu hu', `Phường An Cựu, ${hue}`],
    ['thuathien', 'Tỉnh Thừa Thiên Huế'],
  ])('takes %s for %s', (text, line) => {
    expect(toLine(search('2021-03', text)[0])).toBe(line)
  })
})

describe('as typed after a change', () => {
  it.each([
    ['2021-07', 'dong ba', `Phường Đông Ba, ${hue}`],
    ['2021-07', 'gia hoi hue', `Phường Gia Hội, ${hue}`],
    ['2021-07', 'p thuan an, tp hue', `Phường Thuận An, ${hue}`],
    ['2021-07', 'hương vinh huế', `Phường Hương Vinh, ${hue}`],
    ['2025-07', 'hue', 'Thành phố Huế'],
    ['2025-07', 'tt hue', 'Thành phố Huế'],
    ['2025-07', 'thua thien hue', 'Thành phố Huế'],
    ['2025-07', 'an cuu hue', 'Phường An Cựu, Thành phố Huế'],
    ['2025-07', 'phu xuan hue', 'Phường Phú Xuân, Thành phố Huế'],
    ['2025-07', 'vy da', 'Phường Vỹ Dạ, Thành phố Huế'],
    ['2025-07', 'lang co', 'Xã Chân Mây - Lăng Cô, Thành phố Huế'],
    ['2025-07', 'a luoi 3', 'Xã A Lưới 3, Thành phố Huế'],
    ['2025-07', 'di an binh duong', 'Phường Dĩ An, Thành phố Hồ Chí Minh'],
    ['2025-07', 'phu quoc', 'Đặc khu Phú Quốc, Tỉnh An Giang'],
    // wards by their initials, since there are no districts above them
    ['2025-07', 'bmt', 'Phường Buôn Ma Thuột, Tỉnh Đắk Lắk'],
    ['2025-07', 'tdm', 'Phường Thủ Dầu Một, Thành phố Hồ Chí Minh'],
    ['2025-07', 'p. tdm', 'Phường Thủ Dầu Một, Thành phố Hồ Chí Minh'],
    ['2025-07', 'tdm hcm', 'Phường Thủ Dầu Một, Thành phố Hồ Chí Minh'],
    ['2025-07', 'bmt dak lak', 'Phường Buôn Ma Thuột, Tỉnh Đắk Lắk'],
    ['2025-07', 'thuaanj hoas hue', 'Phường Thuận Hóa, Thành phố Huế'],
  ])('in %s takes %s for %s', (version, text, line) => {
    expect(toLine(search(version, text)[0])).toBe(line)
  })
})

it('gives code, level, name and the way up of each hit', () => {
  expect(search('2021-03', 'an cuu hue')[0]).toEqual({
    level: 'ward',
    code: '19801',
    name: 'Phường An Cựu',
    path: [
      { level: 'district', code: '474', name: 'Thành phố Huế' },
      { level: 'province', code: '46', name: 'Tỉnh Thừa Thiên Huế' },
    ],
  })
})

it('puts the exact name before a beginning, and that before a slip', () => {
  const names = search('2021-03', 'tan ha', { limit: 100 }).map((hit) => hit.name)

  const [exact, beginning] = ['Xã Tân Hà', 'Xã Tân Hải'].map((name) => names.indexOf(name))
  expect([exact! >= 0, exact! < beginning!]).toEqual([true, true])
})

it('tells Huế from Huệ where the marks were typed', () => {
  expect(search('2021-03', 'đức huệ')[0]?.name).toBe('Huyện Đức Huệ')
  expect(search('2025-07', 'thuận hòa', { levels: ['ward'] })[0]?.name).toBe('Xã Thuận Hòa')
  expect(search('2025-07', 'thuận hóa', { levels: ['ward'] })[0]?.name).toBe('Phường Thuận Hóa')
})

it('keeps to the levels, the province and the number asked for', () => {
  const wards = search('2021-03', 'phu', { levels: ['ward'], provinceCode: '46', limit: 5 })

  expect(wards.length).toBe(5)
  expect(wards.every((hit) => hit.level === 'ward' && hit.path.at(-1)?.code === '46')).toBe(true)
})

it.each(['', ' ', ',.;', 'xyzxyz', '🙂', '.*', '((('])('finds nothing for %j', (text) => {
  expect(search('2021-03', text)).toEqual([])
})

it.each(['a'.repeat(100_000), 'an '.repeat(50_000), 'hue'.repeat(40_000)])(
  'takes a text however long: %#',
  (text) => {
    expect(search('2021-03', text).length).toBeLessThanOrEqual(10)
  },
)

it('reads every unit with the code and name that the lists have', async () => {
  for (const [version, { units }] of indexes) {
    const { provinces } = (await loadProvinces(version))!
    const lists = await Promise.all(
      provinces.map(async ({ code }) => (await loadProvince(version, code))!),
    )
    const wanted = lists.flatMap((province) => [
      `${province.code} ${province.name}`,
      ...[...province.districts, ...province.wards].map((unit) => `${unit.code} ${unit.name}`),
    ])
    expect(units.map((unit) => `${unit.code} ${unit.name}`).sort()).toEqual(wanted.sort())
  }
})

it('knows no version that never was', async () => {
  expect(await loadPlacesIndex('1999-01')).toBeUndefined()
})
