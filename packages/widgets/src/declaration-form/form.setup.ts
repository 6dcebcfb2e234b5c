import { createMock } from '@kbyt/mock-server'
import { createBrowserSession, createClient, requestOtp, verifyOtp } from '@kbyt/sdk'
import axe from 'axe-core'
import { expect } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import './define.js'
import type { KbytDeclarationForm } from './declaration-form.js'

interface FormOptions {
  readonly language?: 'vi' | 'en'
  readonly theme?: 'light' | 'dark'
  /** Skips phone and code. @defaultValue true */
  readonly isProven?: boolean
}

const phone = '0905 123 456'

/** A form on the real backend in this page, as a tab that holds nothing yet. */
export async function setupForm({
  language = 'vi',
  theme = 'light',
  isProven = true,
}: FormOptions = {}) {
  document.body.replaceChildren()
  sessionStorage.clear() // after the element of the test before has kept its draft
  document.documentElement.lang = language
  const baseUrl = 'http://kbyt.test'
  const mock = createMock({ baseUrl })
  const session = createBrowserSession(() => sessionStorage)
  const client = createClient({ baseUrl, fetch: mock.app.request, session })
  const prove = async () => {
    const { challengeId } = await requestOtp(client, { phone })
    await expect.poll(() => mock.inbox.messages().length).toBeGreaterThan(0)
    await verifyOtp(client, { challengeId, code: mock.inbox.lastCode(phone) })
  }
  if (isProven) await prove()
  const mount = () => mountForm(client, theme)
  return { mock, client, mount, form: mount() }
}

/** Puts a new element in the page, as a reload would. */
function mountForm(client: KbytDeclarationForm['client'], theme: string): KbytDeclarationForm {
  document.querySelector('kbyt-declaration-form')?.remove()
  const form = document.createElement('kbyt-declaration-form')
  form.client = client
  form.setAttribute('theme', theme)
  document.body.append(form)
  return form
}

export const next = () => page.getByRole('button', { name: /^(Tiếp tục|Continue)$/ })
/** Waits until the focus is there, inside whatever shadow roots. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => findFocused() ?? 'nothing').toBe(await appear(locator))
}

async function appear(locator: Locator): Promise<Element> {
  await expect.element(locator).toBeInTheDocument()
  return locator.element()
}

function findFocused(): Element | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused
}

export const field = (name: string) => page.getByLabelText(name, { exact: true })

/** Types what is needed of the declarer, by keyboard from the name on. */
export async function fillPerson({ name = 'Trần Văn An', idNumber = '046090012345' } = {}) {
  await field('Họ và tên').fill(name)
  await field('Số CCCD/CMND/hộ chiếu/BHXH').fill(idNumber)
  await field('Năm').fill('1990')
  await page.getByRole('radio', { name: 'Nam', exact: true }).click()
  await chooseWard()
  await field('Thôn/Tổ dân phố').fill('Tổ dân phố 5')
}

async function chooseWard() {
  const district = field('Quận/Huyện/Thị xã/Thành phố')
  await expect
    .element(page.getByRole('option', { name: 'Thành phố Huế', exact: true }))
    .toBeInTheDocument()
  await userEvent.selectOptions(district, 'Thành phố Huế')
  await userEvent.selectOptions(field('Phường/Xã/Thị trấn'), 'Phường Tây Lộc')
}

/** Answers a health page: no symptom, no contact, nowhere else. */
export async function answerHealth() {
  await field('Không có dấu hiệu nào').click()
  for (const no of page.getByRole('radio', { name: 'Không', exact: true }).all()) await no.click()
}

/** From an empty form to the page with all answers, consent given. */
export async function fillToCheck() {
  await fillPerson()
  await next().click()
  await next().click()
  await answerHealth()
  await next().click()
  await expect.element(page.getByRole('heading', { name: 'Kiểm tra và gửi tờ khai' })).toBeVisible()
  await page.getByRole('checkbox').first().click()
}

/** What axe finds on the page as it stands. */
export async function findBarriers(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    // The page around the element is the host's: these judge whole documents.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
