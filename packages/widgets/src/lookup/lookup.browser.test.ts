import { createMock } from '@kbyt/mock-server'
import { createClient, requestOtp, verifyOtp } from '@kbyt/sdk'
import axe from 'axe-core'
import { html } from 'lit'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-lit'
import './define.js'

const phone = '0905 123 456'

async function setup({ people = 2, isSignedIn = false } = {}) {
  const mock = createMock({ origin: undefined })
  const family = [
    { fullName: 'Nguyễn Thị Phương Thảo' },
    {
      fullName: 'Trần Bé',
      bornOn: '2015',
      identityDocument: { type: 'child' as const, number: '000000000' },
    },
  ]
  const declaration = people > 0 ? await mock.seed(family.slice(0, people)) : undefined
  mock.clock.advance(120_000)
  const client = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
  if (isSignedIn) {
    const { challengeId } = await requestOtp(client, { phone })
    await verifyOtp(client, { challengeId, code: mock.inbox.lastCode(phone) })
  }
  const found = vi.fn()
  const screen = render(
    html`<kbyt-lookup lang="vi" .client=${client} @kbyt-declarations-found=${found}></kbyt-lookup>`,
  )
  const element = screen.container.querySelector('kbyt-lookup')!
  return { mock, client, declaration, screen, element, found }
}

async function prove({ screen, mock }: Awaited<ReturnType<typeof setup>>) {
  await screen.getByLabelText('Số điện thoại di động').fill(phone)
  await screen.getByRole('button', { name: 'Tra cứu' }).click()
  const box = screen.getByLabelText('Nhập mã xác thực OTP')
  await expect.element(box).toBeVisible()
  await userEvent.fill(box, mock.inbox.lastCode(phone))
  await screen.getByRole('button', { name: 'Xác thực' }).click()
}

const qrOf = (name: string) => ({ name: `Mã QR khai báo y tế của ${name}` })

describe('a phone with a declaration', () => {
  it('shows the QR of every person right after the code', async () => {
    const context = await setup()

    await prove(context)

    await expect
      .element(context.screen.getByRole('img', qrOf('Nguyễn Thị Phương Thảo')))
      .toBeVisible()
    await expect.element(context.screen.getByRole('img', qrOf('Trần Bé'))).toBeVisible()
    expect(context.found).toHaveBeenCalledOnce()
  })

  it('skips phone and code while the session lives', async () => {
    const { screen } = await setup({ isSignedIn: true })

    await expect.element(screen.getByRole('img', qrOf('Trần Bé'))).toBeVisible()
  })

  it('shows everybody once, with their newest QR, when a family was declared in parts', async () => {
    const { screen, mock, element, found } = await setup({ isSignedIn: true })
    await mock.seed([{ fullName: 'Nguyễn Thị Phương Thảo' }])

    await element.refresh()

    await expect.poll(() => found.mock.lastCall?.[0].declarations.length).toBe(2)
    await expect.element(screen.getByRole('img', qrOf('Nguyễn Thị Phương Thảo'))).toBeVisible()
    expect(screen.getByRole('img', { name: /^Mã QR/ }).elements()).toHaveLength(2)
    await expect.element(screen.getByText('Đã tìm thấy 2 mã QR.')).toBeInTheDocument()
  })

  it('asks for an update with the declaration', async () => {
    const { screen, element, declaration } = await setup({ isSignedIn: true })
    const requested = vi.fn()
    element.addEventListener('kbyt-update-requested', (event) =>
      requested(event.declaration.declarationId),
    )

    await screen.getByRole('button', { name: 'Cập nhật tờ khai' }).click()

    expect(requested).toHaveBeenCalledWith(declaration?.declarationId)
  })

  it('withdraws only after a second word', async () => {
    const { screen, found } = await setup({ isSignedIn: true })
    await screen.getByRole('button', { name: 'Rút tờ khai' }).click()
    const dialog = screen.getByRole('dialog', { name: 'Rút tờ khai này?' })

    await dialog.getByRole('button', { name: 'Rút tờ khai' }).click()

    await expect.element(screen.getByText(/Chưa có tờ khai nào/)).toBeVisible()
    await expect.element(screen.getByText('Tờ khai đã được rút.')).toBeInTheDocument()
    expect(found.mock.lastCall?.[0].declarations).toEqual([])
  })

  it('keeps the note of the dispatch word for word', async () => {
    const { screen, element } = await setup({ isSignedIn: true })
    await expect.element(screen.getByRole('img', qrOf('Trần Bé'))).toBeVisible()

    const note =
      'Ghi chú: Xin vui lòng giữ mã QR được cấp trên điện thoại của quý vị hoặc in ra giấy (nếu không có điện thoại) để xuất trình khi qua các chốt kiểm tra y tế của tỉnh Thừa Thiên Huế cũng như khi về tại địa phương đã đăng ký lưu trú.'

    expect(element.shadowRoot?.querySelector('.notice')?.textContent).toBe(note)
  })

  it('leaves when asked to', async () => {
    const { screen, client } = await setup({ isSignedIn: true })

    await screen.getByRole('button', { name: 'Thoát' }).click()

    await expect.element(screen.getByLabelText('Số điện thoại di động')).toBeVisible()
    expect(client.session.load()).toBeUndefined()
  })

  it('leaves no draft behind either', async () => {
    const { screen } = await setup({ isSignedIn: true })
    sessionStorage.setItem('kbyt.declaration', '{}')

    await screen.getByRole('button', { name: 'Thoát' }).click()

    await expect.element(screen.getByLabelText('Số điện thoại di động')).toBeVisible()
    expect(sessionStorage.getItem('kbyt.declaration')).toBeNull()
  })
})

it('says that there is nothing and tells the page, which opens the form', async () => {
  const { screen, found } = await setup({ people: 0, isSignedIn: true })

  await expect
    .element(screen.getByText(/Chưa có tờ khai nào từ số điện thoại 0905 123 456/))
    .toBeVisible()
  expect(found.mock.lastCall?.[0].declarations).toEqual([])
})

it('offers to try again when the server cannot be reached', async () => {
  const { screen, element, mock } = await setup({ isSignedIn: true })
  await expect.element(screen.getByRole('img', qrOf('Trần Bé'))).toBeVisible()
  mock.faults.failNext('findDeclarations', 5, 'network')

  await element.refresh()

  await expect.element(screen.getByText(/Không có kết nối mạng/)).toBeVisible()
  mock.faults.failNext('findDeclarations', 0, 'network')
  await expect.element(screen.getByRole('button', { name: 'Thử lại' })).toBeVisible()
})

it.each(['vi', 'en'])('has no accessibility fault in %s', async (lang) => {
  const { screen, element } = await setup({ isSignedIn: true })
  await expect.element(screen.getByRole('img', qrOf('Trần Bé'))).toBeVisible()
  element.lang = lang

  const { violations } = await axe.run(screen.container)

  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
