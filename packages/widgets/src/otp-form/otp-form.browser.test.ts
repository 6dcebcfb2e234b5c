import { createMock } from '@kbyt/mock-server'
import { createClient } from '@kbyt/sdk'
import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import './define.js'

const phone = '0905 123 456'
const phoneBox = () => page.getByLabelText('Số điện thoại di động')
const codeBox = () => page.getByLabelText('Nhập mã xác thực OTP')
const press = (name: string) => page.getByRole('button', { name }).click()

async function setup() {
  document.body.replaceChildren()
  sessionStorage.clear()
  document.documentElement.lang = 'vi'
  const baseUrl = 'http://kbyt.test'
  const mock = createMock({ baseUrl })
  const client = createClient({ baseUrl, fetch: mock.app.request })
  const mount = () => {
    document.querySelector('kbyt-otp-form')?.remove()
    const form = document.createElement('kbyt-otp-form')
    form.client = client
    document.body.append(form)
    return form
  }
  return { mock, client, mount, form: mount() }
}

async function setupCode() {
  const context = await setup()
  await phoneBox().fill(phone)
  await press('Gửi mã')
  await expect.element(codeBox()).toBeVisible()
  await expect.poll(() => context.mock.inbox.messages().length).toBe(1)
  return context
}

it('opens a session with a code pasted with a blank in it', async () => {
  const { mock, client, form } = await setupCode()
  const verified = vi.fn()
  form.addEventListener('kbyt-otp-verified', verified)
  const code = mock.inbox.lastCode(phone)

  await codeBox().fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await press('Xác thực')

  await expect.poll(() => verified.mock.calls.length).toBe(1)
  expect(client.session.load()?.phone).toBe('+84905123456')
})

it('refuses a number that is no mobile one before anything is sent', async () => {
  const { mock } = await setup()
  await phoneBox().fill('0234 382 2222')

  await press('Gửi mã')

  await expect
    .element(phoneBox())
    .toHaveAccessibleDescription(/không phải di động Việt Nam|10 chữ số/)
  expect(mock.inbox.messages()).toHaveLength(0)
})

it('says how many tries are left, then that a new code is needed', async () => {
  const { mock } = await setupCode()
  const wrong = mock.inbox.lastCode(phone) === '000000' ? '111111' : '000000'
  await codeBox().fill(wrong)
  await press('Xác thực')
  await expect.element(codeBox()).toHaveAccessibleDescription(/Còn 4 lần thử/)
  for (let tries = 0; tries < 4; tries++) {
    await codeBox().fill(wrong)
    await press('Xác thực')
    await expect.element(codeBox()).toHaveValue('')
  }

  await expect.element(page.getByText(/Đã nhập sai quá số lần cho phép/)).toBeVisible()
  await press('Gửi lại mã')
  await expect.poll(() => mock.inbox.messages().length).toBe(2)
})

it('counts a short code as no try', async () => {
  await setupCode()
  await codeBox().fill('12')

  await press('Xác thực')

  await expect.element(codeBox()).toHaveAccessibleDescription(/Nhập đủ 6 chữ số/)
})

it('says that a code has expired', async () => {
  const { mock } = await setupCode()
  const code = mock.inbox.lastCode(phone)
  mock.clock.advance(5 * 60_000 + 1)
  await codeBox().fill(code)

  await press('Xác thực')

  await expect.element(page.getByText(/Mã xác thực đã hết hạn/)).toBeVisible()
})

it('counts down to the resend and lets the number be changed', async () => {
  await setupCode()

  await expect.element(page.getByText(/Có thể gửi lại sau \d+ giây/)).toBeVisible()
  await press('Đổi số điện thoại')
  await expect.element(phoneBox()).toHaveValue(phone)
})

it('keeps waiting for the code when the page was reloaded behind the SMS', async () => {
  const { mock, client, mount } = await setupCode()

  mount()
  await codeBox().fill(mock.inbox.lastCode(phone))
  await userEvent.keyboard('{Enter}')

  await expect.poll(() => client.session.load()).toBeDefined()
})

it('keeps the typed number when there is no network', async () => {
  const { mock } = await setup()
  mock.faults.failNext('requestOtp', 9, 'network')
  await phoneBox().fill(phone)

  await press('Gửi mã')

  await expect.element(page.getByText(/Không có kết nối mạng/), { timeout: 30_000 }).toBeVisible()
  await expect.element(phoneBox()).toHaveValue(phone)
})
