import { expect, it } from 'vitest'
import { loadProvince, searchUnits } from './index.js'

async function search(text: string) {
  const hue = await loadProvince('2021-03', '46')
  return searchUnits(hue!.wards, text).map((ward) => ward.name)
}

it.each([
  ['Tây Lộc', 'Phường Tây Lộc'],
  ['tay loc', 'Phường Tây Lộc'],
  ['TAY LOC', 'Phường Tây Lộc'],
  ['lộc tây', 'Phường Tây Lộc'],
  ['phuong tay l', 'Phường Tây Lộc'],
  ['thuỷ biều', 'Phường Thuỷ Biều'],
  ['thủy biều', 'Phường Thuỷ Biều'],
  ['vi da', undefined],
  ['vy dạ', 'Phường Vỹ Dạ'],
  ['dien huong', 'Xã Điền Hương'],
])('finds by %s first %s', async (text, name) => {
  expect((await search(text))[0]).toBe(name)
})

it.each([
  ['thaun loc', 'Phường Thuận Lộc'],
  ['thuann hoa', 'Phường Thuận Hòa'],
  ['thuan lanh', undefined],
  ['phuonh duc', 'Phường Phường Đúc'],
])('forgives one slip in a long word: %s', async (text, name) => {
  expect((await search(text))[0]).toBe(name)
})

it('puts an exact word before a beginning and a slip', async () => {
  const units = ['Xã Phú Lộc', 'Xã Phúc', 'Xã Phu'].map((name) => ({ code: name, name }))

  expect(searchUnits(units, 'phuc').map((unit) => unit.name)).toEqual([
    'Xã Phúc',
    'Xã Phú Lộc',
    'Xã Phu',
  ])
  expect(searchUnits(units, 'phu').map((unit) => unit.name)).toEqual([
    'Xã Phú Lộc',
    'Xã Phu',
    'Xã Phúc',
  ])
})

it('finds all units, in their order, for an empty text', async () => {
  expect((await search(' ')).length).toBe(145)
})

it.each(['.*', '%', '\\', '(((', '🙂'])('takes %s literally or not at all', async (text) => {
  expect(await search(text)).toBeDefined()
})

it('searches a ward list in a blink, whatever is typed', async () => {
  const hue = await loadProvince('2021-03', '46')
  const spent = process.cpuUsage()

  const found = searchUnits(hue!.wards, 'a'.repeat(100_000))

  expect(found).toEqual([])
  expect(process.cpuUsage(spent).user / 1_000).toBeLessThan(500)
})
