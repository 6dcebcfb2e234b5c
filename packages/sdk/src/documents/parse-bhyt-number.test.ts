import { expect, it } from 'vitest'
import { bhytBenefitLevels, bhytObjects, cccdProvinces, parseBhytNumber } from './index.js'

it.each([
  'TE1464612345678',
  'te1 46 4612345678',
  'TE-1-46-46.1234.5678',
  'ＴＥ１４６４６１２３４５６７８',
])('takes %s apart', (text) => {
  expect(parseBhytNumber(text)).toEqual({
    insuranceNumber: 'TE1464612345678',
    bhxhNumber: '4612345678',
    entitlement: { objectCode: 'TE', benefitLevel: 1, provinceCode: '46' },
  })
})

it('reads the ten digits of a newer card, which may begin with 0', () => {
  expect(parseBhytNumber('0120 878 811')).toEqual({
    insuranceNumber: '0120878811',
    bhxhNumber: '0120878811',
    entitlement: undefined,
  })
})

it('takes an object code and a province that no list has', () => {
  const { entitlement } = parseBhytNumber('ZZ4971234567890')

  expect(entitlement).toEqual({ objectCode: 'ZZ', benefitLevel: 4, provinceCode: '97' })
  expect(bhytObjects.get('ZZ')).toBeUndefined()
})

it('has words for what it shows', () => {
  const { entitlement } = parseBhytNumber('TE1464612345678')

  expect(bhytObjects.get(entitlement!.objectCode)).toEqual({
    group: 'Nhóm ngân sách nhà nước đóng',
    name: 'Trẻ em dưới 6 tuổi',
  })
  expect(bhytBenefitLevels[entitlement!.benefitLevel].vi).toBe('100%')
  expect(cccdProvinces.get(`0${entitlement!.provinceCode}`)).toBe('Tỉnh Thừa Thiên Huế')
  expect(bhytObjects.size).toBe(44)
})

it.each([
  ['nothing', ''],
  ['14 characters', 'TE146461234567'],
  ['16 characters', 'TE14646123456789'],
  ['level 0', 'TE0464612345678'],
  ['level 6', 'TE6464612345678'],
  ['what UniKey makes of TE in VNI', 'TÊ4601234567'],
  ['9 digits', '461234567'],
  ['11 digits', '46123456789'],
  ['letters', 'TE146461234567X'],
])('refuses %s', (_, text) => {
  expect(() => parseBhytNumber(text)).toThrow(
    expect.objectContaining({ code: 'document_malformed' }),
  )
})
