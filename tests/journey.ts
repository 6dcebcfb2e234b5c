import type { Page } from 'playwright'
import type { Stage } from './stage.ts'

/** Somebody to declare, as typed. */
export interface Someone {
  readonly fullName: string
  readonly idNumber: string
  readonly year: string
  readonly gender: 'Nam' | 'Nữ'
  /** Of a relative. */
  readonly relation?: string
  /** Label of a symptom; none otherwise. */
  readonly symptom?: string
}

export const adult: Someone = {
  fullName: 'Nguyễn Thị Phương Thảo',
  idNumber: '046190001234',
  year: '1990',
  gender: 'Nữ',
}
export const spouse: Someone = {
  fullName: 'Trần Văn Ấn',
  idNumber: '046088005678',
  year: '1988',
  gender: 'Nam',
  relation: 'Vợ/Chồng',
}
export const child: Someone = {
  fullName: 'Trần Nguyễn Bảo Ngọc',
  idNumber: '000000000',
  year: '2019',
  gender: 'Nữ',
  relation: 'Con',
  symptom: 'Sốt',
}

export async function lookUp(page: Page, phone: string): Promise<void> {
  await page.getByLabel('Số điện thoại di động').fill(phone)
  await page.getByRole('button', { name: 'Tra cứu' }).click()
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Nhập mã xác thực OTP').fill(code)
  await page.getByRole('button', { name: 'Xác thực' }).click()
}

/** Through the door of `/kbyt` with the code that came by SMS. */
export async function passDoor(
  { readCode, messages }: Stage,
  page: Page,
  phone: string,
): Promise<void> {
  const before = messages.filter(({ to }) => to.endsWith(phone.slice(1))).length
  await lookUp(page, phone)
  await enterCode(page, await readCode(phone, before + 1))
}

export const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()

export async function fillPerson(page: Page, someone: Someone): Promise<void> {
  if (someone.relation) {
    await page.getByLabel('Quan hệ với người khai').selectOption(someone.relation)
  }
  await page.getByLabel('Họ và tên').fill(someone.fullName)
  await page.getByLabel('Số CCCD/CMND/hộ chiếu/BHXH').fill(someone.idNumber)
  await page.getByLabel('Năm', { exact: true }).fill(someone.year)
  await page.getByRole('radio', { name: someone.gender, exact: true }).check()
  if (!someone.relation) await fillAddress(page)
  else await page.getByRole('checkbox', { name: 'Cùng địa chỉ với người khai' }).check()
}

async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Quận/Huyện/Thị xã/Thành phố').selectOption('Thành phố Huế')
  await page.getByLabel('Phường/Xã/Thị trấn').selectOption('Phường Vỹ Dạ')
  await page.getByLabel('Thôn/Tổ dân phố').fill('Tổ 5')
}

export async function fillHealth(page: Page, { symptom }: Someone): Promise<void> {
  const symptoms = symptom ?? 'Không có dấu hiệu nào'
  await page.getByRole('checkbox', { name: symptoms, exact: true }).check()
  for (const answer of await page.getByRole('radio', { name: 'Không', exact: true }).all()) {
    await answer.check()
  }
}

/** The whole form up to the check page, from the first person's page on. */
export async function fillDeclaration(page: Page, people: readonly Someone[]): Promise<void> {
  for (const [index, someone] of people.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Khai hộ người thân' }).click()
    await fillPerson(page, someone)
    await goOn(page)
  }
  await goOn(page)
  for (const someone of people) {
    await fillHealth(page, someone)
    await goOn(page)
  }
  await agree(page)
}

/** Ticks the consent without which no declaration is taken. */
export const agree = (page: Page) =>
  page.getByRole('checkbox', { name: /Sở Thông tin và Truyền thông/ }).check()

export const submit = (page: Page) => page.getByRole('button', { name: 'Gửi tờ khai' }).click()

/** The text of each QR on the page, in order. */
export const readPasses = (page: Page) =>
  page
    .locator('kbyt-qr-view')
    .evaluateAll((views) => views.map((view) => String(Reflect.get(view, 'pass')?.text)))

/** The same once a declaration was filed for `count` people. */
export async function readQrs(page: Page, count: number): Promise<string[]> {
  await page.getByRole('heading', { name: 'Đã gửi tờ khai' }).waitFor()
  await page
    .locator('kbyt-qr-view')
    .nth(count - 1)
    .waitFor()
  return readPasses(page)
}

/** Declares for these people through `/kbyt` and returns the page with the QRs. */
export async function declare(stage: Stage, phone: string, people: readonly Someone[]) {
  const page = await stage.open('/kbyt')
  await passDoor(stage, page, phone)
  await fillDeclaration(page, people)
  await submit(page)
  return { page, qrs: await readQrs(page, people.length) }
}

/** Signs the demo officer in on `/kiemtra` and chooses post and reason if that was not done before. */
export async function openDesk(stage: Stage): Promise<Page> {
  const page = await stage.open('/kiemtra')
  const { username, password } = stage.portal.officer
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  const idBox = page.getByLabel('Số CMND/hộ chiếu')
  const post = page.getByLabel('Chốt kiểm soát')
  await idBox.or(post).first().waitFor()
  if (await post.isVisible()) {
    await post.selectOption('Ga Huế')
    await page.getByLabel('Lý do tra cứu').selectOption('Kiểm tra tại chốt kiểm soát')
    await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click()
  }
  await idBox.waitFor()
  return page
}
