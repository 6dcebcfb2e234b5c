import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { throughTelex, toKeys } from '../packages/widgets/src/reader/keyboard.setup.js'
import { testCodes } from '../packages/widgets/src/reader/test-codes.js'
import { makeY4m } from '../scripts/make-y4m.mjs'
import { findAxeViolations } from './axe.ts'
import { type Keyboard, scanWithReader } from './hardware-reader.ts'
import { adult, child, declare, openDesk, passDoor } from './journey.ts'
import { openStage, type Stage } from './stage.ts'

// ACCEPTANCE.md, section III.1, and what an officer meets beside it.
const camera = join(import.meta.dirname, '../.cache/e2e-officer.y4m')
const phone = '0905000101'
let stage: Stage
let qrOfAdult: string
let qrOfChild: string
beforeAll(async () => {
  await makeY4m(camera, 'KBYT')
  stage = await openStage({ camera })
  const { qrs } = await declare(stage, phone, [adult, child])
  qrOfAdult = qrs[0] ?? ''
  qrOfChild = qrs[1] ?? ''
}, 60_000)
afterEach(() => stage.leave())
afterAll(() => stage.close())

const registrationOf = 'kbyt-inspection article'

it('III.1, way 1: shows the in-province registration for an ID number', async () => {
  const page = await openDesk(stage)

  await page.getByRole('tab', { name: 'KIỂM TRA KBYT TRONG TỈNH' }).waitFor()
  await page.getByLabel('Số CMND/hộ chiếu').fill(adult.idNumber)
  await page.getByRole('button', { name: 'Tra cứu' }).click()

  await page.locator(registrationOf, { hasText: adult.fullName }).waitFor()
})

it.each<Keyboard>(['us', 'telex', 'vietnamese-layout-caps-lock'])(
  'III.1, way 2: shows the same person when the reader types the QR, keyboard %s',
  async (keyboard) => {
    const page = await openDesk(stage)
    await page.getByLabel('Số CMND/hộ chiếu').focus()

    await scanWithReader(page, qrOfAdult, keyboard)

    await page.locator(registrationOf, { hasText: adult.fullName }).waitFor()
  },
)

it('garbles letters, but no QR of ours, when Telex is on', () => {
  expect(throughTelex(toKeys('tieesng'))).not.toEqual(toKeys('tieesng'))
  expect(throughTelex(toKeys(qrOfAdult))).toEqual(toKeys(qrOfAdult))
})

it('III.1: lets the officer choose among those of a phone, and finds nobody by nine zeros', async () => {
  const page = await openDesk(stage)

  await page.getByLabel('Số điện thoại').fill(phone)
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.getByRole('button', { name: adult.fullName }).waitFor()
  await page.getByRole('button', { name: child.fullName }).click()
  await page.locator(registrationOf, { hasText: child.fullName }).waitFor()
  expect(await page.locator(registrationOf).getByText('Sốt').count()).toBeGreaterThan(0)

  await page.getByLabel('Số CMND/hộ chiếu').fill('000000000')
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.getByText('Vui lòng tra cứu bằng số điện thoại hoặc mã QR').first().waitFor()
  expect(await page.locator(registrationOf).count()).toBe(0)
})

it('finds the person whose QR is held before the camera', async () => {
  await makeY4m(camera, qrOfChild)
  const page = await openDesk(stage)

  await page.getByRole('button', { name: 'Quét mã QR' }).click()
  await page.getByRole('button', { name: 'Bật máy ảnh' }).click()

  await page.locator(registrationOf, { hasText: child.fullName }).waitFor({ timeout: 20_000 })
})

it('gives a forged QR its own sentence', async () => {
  const page = await openDesk(stage)
  const forged = String(BigInt(qrOfAdult) ^ (1n << 400n)) // one bit of the signature

  await page.getByLabel('Số CMND/hộ chiếu').focus()
  await scanWithReader(page, forged)

  await page.getByText('MÃ QR GIẢ hoặc đã bị sửa đổi').first().waitFor()
  expect(await page.locator(registrationOf).count()).toBe(0)
})

it('gives a withdrawn QR its own sentence', async () => {
  const { qrs } = await declare(stage, '0905000102', [{ ...adult, idNumber: '046190004321' }])
  const owner = await stage.open('/kbyt')
  await passDoor(stage, owner, '0905000102')
  await owner.getByRole('button', { name: 'Rút tờ khai' }).click()
  await owner.getByRole('button', { name: 'Rút tờ khai' }).last().click()
  await owner.getByText('Chưa có tờ khai nào từ số điện thoại 0905 000 102').waitFor()
  const page = await openDesk(stage)

  await page.getByLabel('Số CMND/hộ chiếu').focus()
  await scanWithReader(page, qrs[0] ?? '')

  await page.getByText('Mã QR là thật nhưng tờ khai đã được rút').first().waitFor()
})

it('has no accessibility fault on the desk, in either language', async () => {
  const page = await openDesk(stage)
  const violations = [await findAxeViolations(page)]
  await page.getByLabel('Số CMND/hộ chiếu').fill(adult.idNumber)
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.locator(registrationOf).waitFor()
  violations.push(await findAxeViolations(page))
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('tab', { name: 'In-province check' }).waitFor()
  violations.push(await findAxeViolations(page))

  expect(violations.flat()).toEqual([])
})

it('gives an expired QR its own sentence', async () => {
  stage.advance(8 * 24 * 3_600_000)
  const page = await openDesk(stage)

  await page.getByLabel('Số CMND/hộ chiếu').focus()
  await scanWithReader(page, qrOfAdult)

  await page.getByText('Mã QR là thật nhưng đã hết hạn').first().waitFor()
})

it('tests a reader on a page of its own, from the desk and back', async () => {
  const page = await stage.open('/kiemtra')
  await page.getByRole('link', { name: 'Kiểm tra máy đọc' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra máy đọc' }).waitFor()
  await page.getByText('chưa quét').first().waitFor() // before, nobody hears keys
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  for (const [index, { text }] of testCodes.entries()) {
    await scanWithReader(page, text.replace(/[^\x20-\x7e]/g, ''))
    await page.getByText('đã đọc đúng').nth(index).waitFor()
  }

  await page.getByText('Máy đọc đã sẵn sàng.').first().waitFor()
  expect(asked).toEqual([])
  await page.getByRole('link', { name: 'Đến trang kiểm tra khai báo y tế' }).click()
  await page.getByLabel('Tên đăng nhập').waitFor()
})

it('looks a person up wherever the focus is on the page of the desk', async () => {
  const { qrs } = await declare(stage, '0905000103', [{ ...adult, idNumber: '046190004322' }])
  const page = await openDesk(stage)
  await page.getByRole('button', { name: 'Tiếng Việt' }).focus()

  await scanWithReader(page, qrs[0] ?? '', 'telex')

  await page.locator(registrationOf, { hasText: adult.fullName }).waitFor()
})

it('has heard no complaint of policy, script or foreign host', () => {
  expect(stage.complaints).toEqual([])
})
