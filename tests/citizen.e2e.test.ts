import { createClient, findDeclarations, requestOtp, verifyOtp } from '@kbyt/sdk'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { findAxeViolations } from './axe.ts'
import {
  adult,
  agree,
  child,
  declare,
  enterCode,
  fillDeclaration,
  fillHealth,
  fillPerson,
  goOn,
  lookUp,
  passDoor,
  readPasses,
  readQrs,
  spouse,
  submit,
} from './journey.ts'
import { openStage, type Stage } from './stage.ts'

// ACCEPTANCE.md, the citizen's part, one test per section of the dispatch. Step 4 (insurance
// look-up) and step 9 (health station) belong to rooms that come later.
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.leave())
afterAll(() => stage.close())

it('I.1: says on the first page that one declaration is enough, and whom each kind is for', async () => {
  const page = await stage.open('/')

  const [text] = await page.locator('main').allInnerTexts()

  expect(text).toContain(
    'Bạn chỉ cần khai báo tại đây; không cần khai lại trên Bluezone, NCOVI hay Vietnam Health Declaration.',
  )
  expect(text).toMatch(/KBYT trong tỉnh\s+Dành cho mọi người đang sinh sống, học tập và làm việc/)
  expect(text).toMatch(/KHAI BÁO VỀ HUẾ\s+Dành cho người ngoài tỉnh trước khi vào Thừa Thiên Huế/)
})

it('I.4.b: opens the form after a wrong and a right code, takes a child with nine zeros and refuses them for an adult', async () => {
  const phone = '0905000001'
  const page = await stage.open('/kbyt')

  await lookUp(page, phone)
  const code = await stage.readCode(phone)
  await enterCode(page, code === '111111' ? '222222' : '111111')
  await page.getByText('Mã xác thực chưa đúng. Còn 4 lần thử.').first().waitFor()
  await enterCode(page, code)

  await fillPerson(page, { ...adult, idNumber: '000000000' })
  await goOn(page)
  const refusal = page.getByRole('alert').getByRole('link')
  expect(await refusal.allInnerTexts()).toHaveLength(1)
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe(adult.fullName)

  await page.getByLabel('Số CCCD/CMND/hộ chiếu/BHXH').fill(adult.idNumber)
  await goOn(page)
  await page.getByRole('button', { name: 'Khai hộ người thân' }).click()
  await fillPerson(page, child)
  await goOn(page)
  await page.getByRole('heading', { name: child.fullName }).waitFor()
  expect(await page.getByRole('heading', { name: adult.fullName }).count()).toBe(1)
  expect(stage.messages.at(-1)?.text).toMatch(/\d{6}/)
})

it('I.2.a: gives one QR per person after a declaration with a symptom, and prints each at 5 cm or more', async () => {
  const { page, qrs } = await declare(stage, '0905000002', [adult, spouse, child])

  expect(new Set(qrs).size).toBe(3)
  expect(qrs.every((text) => /^[1-9]\d{200,}$/.test(text))).toBe(true)
  for (const { fullName } of [adult, spouse, child]) {
    const given = fullName.split(' ').at(-1) ?? ''
    expect(await page.locator('kbyt-qr-view', { hasText: given }).count()).toBeGreaterThan(0)
  }
  for (const { fullName } of [adult, spouse, child]) {
    expect(await measurePrint(page, fullName)).toBeGreaterThanOrEqual(5)
  }
})

it('II.1.b: shows both QRs at once in another browser, after phone and code', async () => {
  const { qrs } = await declare(stage, '0905000003', [adult, child])
  const page = await stage.open('/kbyt')

  await passDoor(stage, page, '0905000003')

  await page.locator('kbyt-qr-view').nth(1).waitFor()
  expect(await readPasses(page)).toEqual(qrs)
  expect(await findAxeViolations(page)).toEqual([])
})

it('starts an update from the last declaration, and shows the new QR afterwards', async () => {
  const phone = '0905000009'
  const { qrs } = await declare(stage, phone, [adult])
  const page = await stage.open('/kbyt')
  await passDoor(stage, page, phone)

  await page.getByRole('button', { name: 'Cập nhật tờ khai' }).click()
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe(adult.fullName)
  await goOn(page)
  await goOn(page)
  await fillHealth(page, adult)
  await goOn(page)
  await agree(page)
  await submit(page)

  const [renewed] = await readQrs(page, 1)
  expect(renewed).not.toBe(qrs[0])
  await page.reload()
  await page.locator('kbyt-lookup kbyt-qr-view').waitFor()
  expect(await readPasses(page)).toEqual([renewed])
})

it('lets who has withdrawn a declaration read that, and declare again', async () => {
  const phone = '0905000010'
  await declare(stage, phone, [adult])
  const page = await stage.open('/kbyt')
  await passDoor(stage, page, phone)

  await page.getByRole('button', { name: 'Rút tờ khai' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rút tờ khai' }).click()

  await page.getByText('Chưa có tờ khai nào từ số điện thoại').waitFor()
  await page.getByRole('button', { name: 'Khai báo y tế' }).click()
  await page.getByLabel('Họ và tên').waitFor()
})

it('ends a challenge after five wrong codes, and says so', async () => {
  const phone = '0905000004'
  const page = await stage.open('/kbyt')
  await lookUp(page, phone)
  const right = await stage.readCode(phone)
  const wrong = right === '111111' ? '222222' : '111111'

  for (const left of [4, 3, 2, 1]) {
    await enterCode(page, wrong)
    await page.getByText(`Còn ${left} lần thử.`).first().waitFor()
  }
  await enterCode(page, wrong)

  await page
    .getByText('Đã nhập sai quá số lần cho phép. Vui lòng yêu cầu mã mới.')
    .first()
    .waitFor()
})

it('refuses a code after five minutes, and takes a new one', async () => {
  const phone = '0905000005'
  const page = await stage.open('/kbyt')
  await lookUp(page, phone)
  const code = await stage.readCode(phone)
  stage.advance(5 * 60_000 + 1_000)

  await enterCode(page, code)

  await page.getByText('Mã xác thực đã hết hạn. Vui lòng yêu cầu mã mới.').first().waitFor()
  await page.getByRole('button', { name: 'Gửi lại mã' }).click()
  await enterCode(page, await stage.readCode(phone, 2))
  await page.getByLabel('Họ và tên').waitFor()
})

it('keeps a half-typed declaration when the page is reloaded', async () => {
  const page = await stage.open('/kbyt')
  await passDoor(stage, page, '0905000006')
  await fillPerson(page, adult)
  await goOn(page)
  await page.getByRole('button', { name: 'Khai hộ người thân' }).click()
  await page.getByLabel('Họ và tên').fill('Trần Nguyễn')

  await page.reload()

  await expect.poll(() => page.getByLabel('Họ và tên').inputValue()).toBe('Trần Nguyễn')
})

it('loses nothing when the server dies amid submitting, and files one declaration', async () => {
  const phone = '0905000007'
  const page = await stage.open('/kbyt')
  await passDoor(stage, page, phone)
  await fillDeclaration(page, [adult, child])
  // The first attempt arrives and its answer is lost; then the server is gone altogether.
  await page.route('**/v1/declarations', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await submit(page)
  await page.getByRole('button', { name: 'Gửi lại' }).waitFor({ timeout: 40_000 })
  await stage.stopServer()
  await page.unroute('**/v1/declarations')
  await page.getByRole('button', { name: 'Gửi lại' }).click()
  await page.getByText('Thông tin đã nhập vẫn được giữ').first().waitFor({ timeout: 40_000 })

  await stage.startServer()
  await page.getByRole('button', { name: 'Gửi lại' }).click()

  const qrs = await readQrs(page, 2)
  const client = createClient({ baseUrl: stage.portal.url })
  const { challengeId } = await requestOtp(client, { phone })
  await verifyOtp(client, { challengeId, code: await stage.readCode(phone, 2) })
  const { declarations } = await findDeclarations(client)
  expect(declarations.map(({ people }) => people.map(({ pass }) => pass.text))).toEqual([qrs])
}, 120_000)

it('has no accessibility fault on any page of the form, in either language', async () => {
  const page = await stage.open('/kbyt')
  await passDoor(stage, page, '0905000008')
  await page.getByLabel('Họ và tên').waitFor()
  const violations = [await findAxeViolations(page)]
  await fillDeclaration(page, [adult, child])
  violations.push(await findAxeViolations(page))
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Check and send' }).waitFor()
  violations.push(await findAxeViolations(page))
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await submit(page)
  await readQrs(page, 2)
  violations.push(await findAxeViolations(page))

  expect(violations.flat()).toEqual([])
})

it('has heard no complaint of policy, script or foreign host', () => {
  expect(stage.complaints).toEqual([])
})

/** Presses "In mã QR" of one person and measures the code on the printed sheet, in centimetres. */
async function measurePrint(page: Page, fullName: string): Promise<number> {
  await page.evaluate(() => {
    window.print = () => {} // the sheet stays until `afterprint`
  })
  await page.getByRole('button', { name: `In mã QR của ${fullName}` }).click()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { name: fullName }).waitFor()
  const width = await page
    .locator('[data-kbyt-print] svg')
    .evaluate((picture) => picture.getBoundingClientRect().width)
  await page.emulateMedia({ media: 'screen' })
  return (width / 96) * 2.54
}
