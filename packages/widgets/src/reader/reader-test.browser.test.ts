import axe from 'axe-core'
import { html } from 'lit'
import { expect, it, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-lit'
import './define.js'
import { capsLock, tcvn, throughTelex, toKeys } from './keyboard.setup.js'
import { pressKeys } from './press-keys.setup.js'
import type { KbytReaderTestedEvent } from './reader-test.events.js'
import { testCodes } from './test-codes.js'

/** As a reader types it: without the letters that no keyboard has. */
const [pass = '', card = '', bhyt = ''] = testCodes.map(({ text }) =>
  text.replace(/[^\x20-\x7e]/g, ''),
)

function setup({ lang = 'vi', prefix = '' } = {}) {
  const events: object[] = []
  const screen = render(html`<kbyt-reader-test
    lang=${lang} scan-prefix=${prefix}
    @kbyt-reader-tested=${({ code, isRead, isReady }: KbytReaderTestedEvent) => events.push({ code, isRead, isReady })}
  ></kbyt-reader-test>`)
  const element = screen.container.querySelector('kbyt-reader-test')!
  const scan = (text: string) => pressKeys(toKeys(text, { paceMs: 4, end: 'Enter' }))
  return { screen, element, events, scan }
}

it('calls a reader ready that has read all three codes', async () => {
  const { screen, events, scan } = setup()

  await scan(pass)
  await expect.element(screen.getByText('Mã 1 đã được đọc đúng.').first()).toBeVisible()
  await expect.element(screen.getByText('Còn 2 mã. Hãy quét mã 2.').first()).toBeVisible()
  await scan(card)
  await expect.element(screen.getByText('Mã 2 đã được đọc đúng.').first()).toBeVisible()
  await scan(bhyt)

  await expect.element(screen.getByText('Máy đọc đã sẵn sàng.').first()).toBeVisible()
  expect(events).toEqual([
    { code: 'pass', isRead: true, isReady: false },
    { code: 'cccd', isRead: true, isReady: false },
    { code: 'bhyt', isRead: true, isReady: true },
  ])
})

it('shows what the reader sent', async () => {
  const { screen } = setup()

  await pressKeys(toKeys(`]Q1${pass}`, { paceMs: 4, end: 'Tab' }))

  const title = screen.getByText('Máy đọc đã gửi')
  await expect.element(title).toBeVisible()
  const facts = [...title.element().parentElement!.querySelectorAll('dl > div')].map(
    ({ children: [name, value] }) => `${name?.textContent}: ${value?.textContent}`,
  )
  expect(facts).toEqual([
    'Số ký tự: 288',
    'Tốc độ: 4 mili giây mỗi ký tự',
    'Gửi trước mã: ]Q1',
    'Gửi sau mã: không gì',
    'Phím kết thúc: Tab',
    'Kiểu bàn phím của máy tính: Tiếng Anh (US)',
    'Bộ gõ tiếng Việt: không thấy',
    'Caps Lock: đang tắt',
    'Chữ số gửi bằng: hàng phím số',
  ])
})

it('says what Telex has changed and to switch it off', async () => {
  const { screen } = setup()

  await pressKeys(throughTelex(toKeys(bhyt, { paceMs: 4, end: 'Enter' })))

  await expect.element(screen.getByText(/Tắt bộ gõ tiếng Việt .* kiểu Telex/)).toBeVisible()
  await expect.element(screen.getByText('Ký tự đã đổi trên máy này')).toBeVisible()
})

it('names the layout and Caps Lock by keys alone', async () => {
  const { screen } = setup()

  await pressKeys(toKeys(pass, { paceMs: 4, layout: tcvn, end: 'Enter' }))
  await expect.element(screen.getByText(/Chuyển bàn phím của máy tính từ Tiếng Việt/)).toBeVisible()
  await pressKeys(toKeys(bhyt, { paceMs: 4, layout: capsLock, end: 'Enter' }))

  await expect.element(screen.getByText('Mã 3 đã được đọc đúng.').first()).toBeVisible()
})

it('takes the prefix off that it is told of, and asks to remove another', async () => {
  const { screen, scan } = setup({ prefix: '~' })
  await scan(`~${pass}`)
  await expect.element(screen.getByText('Mã 1 đã được đọc đúng.').first()).toBeVisible()

  await scan(`#${pass}`)

  await expect.element(screen.getByText(/Bỏ ký tự máy đọc gửi trước mã/)).toBeVisible()
})

it('shows nothing of a code that is no test code', async () => {
  const { screen, element, events, scan } = setup()

  await scan('https://example.vn/046190012346/Tran-Thi-Bich-Ngoc')

  await expect.element(screen.getByText(/Máy đọc gửi một mã khác/).first()).toBeVisible()
  expect(element.shadowRoot?.textContent).not.toContain('046190012346')
  expect(events).toEqual([])
})

it('tells a device that inserts the text to press keys instead', async () => {
  const { screen } = setup()
  const box = screen.getByLabelText('Quét mà trang không thấy gì?')
  await box.click()

  await cdp().send('Input.insertText', { text: pass })

  await expect
    .element(screen.getByText(/Trong phần cài đặt máy đọc, chọn gửi bằng phím/))
    .toBeVisible()
  await expect.element(box).toHaveValue('')
})

it('begins anew', async () => {
  const { screen, scan } = setup()
  await scan(card)
  await expect.element(screen.getByText('đã đọc đúng')).toBeVisible()

  await screen.getByRole('button', { name: 'Bắt đầu lại' }).click()

  await expect.poll(() => screen.getByText('đã đọc đúng').query()).toBeNull()
})

it('prints the codes alone, with how to set a reader', async () => {
  const { screen } = setup()
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})

  await screen.getByRole('button', { name: 'In tờ mã thử' }).click()
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' })

  expect(print).toHaveBeenCalledOnce()
  await expect.element(screen.getByRole('heading', { name: 'Mã thử máy đọc' })).toBeVisible()
  expect(screen.getByRole('img').all()).toHaveLength(3)
  expect(screen.getByRole('button').query()).toBeNull()
  await cdp().send('Emulation.setEmulatedMedia', { media: '' })
})

it('is walked through by keyboard', async () => {
  const { screen, element } = setup()

  await userEvent.keyboard('{Tab}{Tab}{Enter}')

  await expect.element(screen.getByRole('img', { name: /thử số 2/ })).toBeVisible()
  expect(element.shadowRoot?.activeElement?.getAttribute('aria-pressed')).toBe('true')
})

it.each(['vi', 'en'])('has no accessibility fault in %s, in light and dark', async (lang) => {
  const { screen, scan } = setup({ lang })
  await scan(card)
  await scan(`#${bhyt}`)
  await expect.poll(() => screen.getByRole('heading').all().length).toBeGreaterThan(2)

  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme
    await vi.waitFor(async () => {
      const { violations } = await axe.run(screen.container)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }, 10_000)
  }
  document.documentElement.style.colorScheme = ''
})
