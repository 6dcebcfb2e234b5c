import { createMock } from '@kbyt/mock-server'
import { createClient, requestOtp, verifyOtp, withdrawDeclaration } from '@kbyt/sdk'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type Layout, tcvn, throughTelex, toKeys, us } from '../reader/keyboard.setup.js'
import { pressKeys } from '../reader/press-keys.setup.js'
import type { ReaderKey } from '../reader/reader-key.js'
import { setUpAuthenticator, showCode } from './authenticator.setup.js'
import { setupDesk } from './desk.setup.js'

async function setup() {
  const desk = await setupDesk()
  await desk.signIn()
  await desk.startShift()
  await desk.expectFocus('id-number')
  return desk
}

/** Presses real keys, at the reader's own times: a busy machine does not make a slow typist of it. */
async function type(box: Element, keys: readonly ReaderKey[]): Promise<void> {
  ;(box as HTMLElement).focus()
  await pressKeys(keys)
}

describe('before the desk', () => {
  it('asks for name and password and says when they are wrong', async () => {
    const { screen, officer } = await setupDesk()
    await screen.getByLabelText('Tên đăng nhập').fill(officer.username)
    await screen.getByLabelText('Mật khẩu', { exact: true }).fill('sai mật khẩu')

    await screen.getByRole('button', { name: 'Đăng nhập' }).click()

    await expect
      .element(screen.getByText(/Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng/))
      .toBeVisible()
    await expect.element(screen.getByLabelText('Tên đăng nhập')).toHaveValue(officer.username)
  })

  it('asks for the code of the authenticator once the server wants one', async () => {
    const { screen, client, officer, expectFocus, signIn } = await setupDesk()
    const secret = await setUpAuthenticator(client, officer)
    await signIn()
    await expect
      .element(screen.getByText(/Nhập mã 6 chữ số trong ứng dụng xác thực để/))
      .toBeVisible()
    await expectFocus('totp-code')

    await userEvent.keyboard('{Enter}')
    const code = screen.getByLabelText('Mã xác thực')
    await expect.element(code).toHaveAttribute('aria-invalid', 'true')
    await code.fill('000 000')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText(/mã xác thực chưa đúng/)).toBeVisible()
    await expect.element(code).toHaveValue('')
    await code.fill(await showCode(secret, 1))
    await userEvent.keyboard('{Enter}')

    await expect.element(screen.getByLabelText('Chốt kiểm soát')).toBeVisible()
  })

  it('asks nobody else for a code', async () => {
    const { screen, client, officer, signIn } = await setupDesk()
    await setUpAuthenticator(client, officer)
    await signIn()
    await expect.element(screen.getByLabelText('Mã xác thực')).toBeVisible()

    await screen.getByLabelText('Tên đăng nhập').fill('another')

    await expect.poll(() => screen.getByLabelText('Mã xác thực').query()).toBeNull()
  })

  it('names the field that was left empty', async () => {
    const { screen, expectFocus } = await setupDesk()

    await screen.getByRole('button', { name: 'Đăng nhập' }).click()

    await expect.element(screen.getByText(/Nhập tên đăng nhập/)).toBeVisible()
    await expectFocus('username')
  })

  it('asks post and reason once and keeps them across a reload', async () => {
    const { screen, element } = await setup()
    await expect.element(screen.getByText('Ga Huế · Kiểm tra tại chốt kiểm soát')).toBeVisible()

    const { parentElement } = element
    element.remove()
    parentElement?.append(element)

    await expect.element(screen.getByText('Ga Huế · Kiểm tra tại chốt kiểm soát')).toBeVisible()
  })
})

describe('a look-up', () => {
  it('finds a person by ID number and waits for the next one', async () => {
    const { screen, idBox, lookUp, expectFocus } = await setup()
    await idBox().fill('046190000001')

    await lookUp().click()

    await expect
      .element(screen.getByRole('heading', { name: 'Nguyễn Thị Phương Thảo' }))
      .toBeVisible()
    await expect.element(screen.getByText(/Tờ khai còn hiệu lực/)).toBeVisible()
    await expect
      .element(screen.getByRole('link', { name: '0905 123 456' }))
      .toHaveAttribute('href', 'tel:+84905123456')
    await expect.element(screen.getByText(/Thừa Thiên Huế$/).first()).toBeVisible()
    await expectFocus('id-number')
  })

  it('shows nobody while the next answer is on its way', async () => {
    const { screen, idBox, lookUp, mock } = await setup()
    await idBox().fill('046190000001')
    await lookUp().click()
    await expect.element(screen.getByRole('article')).toBeVisible()
    mock.faults.latency(2_000)
    await idBox().fill('012345678')

    await lookUp().click()

    await expect.element(screen.getByRole('button', { name: 'Đang tra cứu…' })).toBeVisible()
    expect(screen.getByRole('article').query()).toBeNull()
  })

  it('shows nobody beside a number that cannot be looked up', async () => {
    const { screen, idBox, lookUp } = await setup()
    await idBox().fill('046190000001')
    await lookUp().click()
    await expect.element(screen.getByRole('article')).toBeVisible()
    await screen.getByLabelText('Số điện thoại').fill('12')

    await lookUp().click()

    await expect.element(screen.getByText(/gồm 10 chữ số/)).toBeVisible()
    expect(screen.getByRole('article').query()).toBeNull()
  })

  it('lists the family of a phone and looks the chosen one up', async () => {
    const { screen, lookUp } = await setup()
    await screen.getByLabelText('Số điện thoại').fill('0905 123 456')
    await lookUp().click()

    await screen.getByRole('button', { name: /Trần Bé/ }).click()

    await expect.element(screen.getByRole('heading', { name: 'Trần Bé' })).toBeVisible()
    await expect.element(screen.getByText(/Triệu chứng: Sốt/)).toBeVisible()
    await screen.getByRole('button', { name: 'Quay lại danh sách' }).click()
    await expect.element(screen.getByRole('button', { name: /Phương Thảo/ })).toBeVisible()
  })

  it('asks for phone or QR at nine zeros and shows nobody', async () => {
    const { screen, idBox, lookUp } = await setup()
    await idBox().fill('000000000')

    await lookUp().click()

    await expect
      .element(screen.getByText(/Vui lòng tra cứu bằng số điện thoại hoặc mã QR/).first())
      .toBeVisible()
    expect(screen.getByRole('article').query()).toBeNull()
  })

  it('says what to do when nobody is found', async () => {
    const { screen, idBox, lookUp } = await setup()
    await idBox().fill('046190009999')

    await lookUp().click()

    await expect.element(screen.getByText(/Không tìm thấy tờ khai/).first()).toBeVisible()
  })

  it('keeps what was typed when the network is down', async () => {
    const { screen, idBox, lookUp, mock } = await setup()
    mock.faults.failNext('inspect', 1, 'network')
    await idBox().fill('046190000001')

    await lookUp().click()

    await expect.element(screen.getByText(/Không có kết nối mạng/).first()).toBeVisible()
    await expect.element(idBox()).toHaveValue('046190000001')
  })

  it('asks to sign in again when the session has ended, and keeps what was typed', async () => {
    const { screen, idBox, lookUp, mock, signIn } = await setup()
    await idBox().fill('046190000001')
    mock.clock.advance(13 * 3_600_000)

    await lookUp().click()

    await expect.element(screen.getByText(/Phiên làm việc đã hết hạn/)).toBeVisible()
    await signIn()
    await expect.element(idBox()).toHaveValue('046190000001')
  })
})

describe('a hardware reader in the ID box', () => {
  const layouts: Record<string, { layout: Layout; filter: typeof throughTelex }> = {
    'a US keyboard': { layout: us, filter: (keys) => [...keys] },
    Telex: { layout: us, filter: throughTelex },
    'the Vietnamese layout': { layout: tcvn, filter: (keys) => [...keys] },
  }

  it.each(Object.entries(layouts))(
    'finds the person without Tra cứu on %s',
    async (_name, { layout, filter }) => {
      const { screen, idBox, declaration } = await setup()

      await type(
        idBox().element(),
        filter(toKeys(declaration.people[0]!.pass.text, { layout, end: 'Enter' })),
      )

      await expect
        .element(screen.getByRole('heading', { name: 'Nguyễn Thị Phương Thảo' }))
        .toBeVisible()
      await expect.element(screen.getByText(/Mã QR là thật/)).toBeVisible()
      await expect.element(idBox()).toHaveValue('')
    },
  )

  it('looks up the number of an ID card', async () => {
    const { screen, idBox } = await setup()

    await type(
      idBox().element(),
      toKeys('046190000001||Nguyen Thi Phuong Thao|17051990|Nu|Hue|20032022', { end: 'Enter' }),
    )

    await expect
      .element(screen.getByRole('heading', { name: 'Nguyễn Thị Phương Thảo' }))
      .toBeVisible()
    await expect.element(idBox()).toHaveValue('046190000001')
  })

  it('says what to switch off when a scan is garbled', async () => {
    const { screen, idBox } = await setup()

    await type(idBox().element(), toKeys('qua duong nao do khong ro rang', { end: 'Enter' }))

    await expect.element(screen.getByText(/Hãy tắt bộ gõ tiếng Việt/).first()).toBeVisible()
  })

  it('has a box that takes a thousand characters', async () => {
    const { idBox } = await setup()

    await userEvent.fill(idBox(), '1'.repeat(1_200))

    await expect.element(idBox()).toHaveValue('1'.repeat(1_200))
  })
})

describe('a bad QR', () => {
  it('names a withdrawn pass', async () => {
    const { screen, idBox, mock, declaration, lookUp } = await setup()
    const citizen = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
    mock.clock.advance(120_000)
    const { challengeId } = await requestOtp(citizen, { phone: '0905123456' })
    await verifyOtp(citizen, { challengeId, code: mock.inbox.lastCode('0905123456') })
    await withdrawDeclaration(citizen, { declarationId: declaration.declarationId })
    await idBox().fill(declaration.people[0]!.pass.text)

    await lookUp().click()

    await expect.element(screen.getByText(/tờ khai đã được rút/).first()).toBeVisible()
  })

  it('names one that another issuer has signed', async () => {
    const { screen, idBox, lookUp } = await setup()
    const [stranger] = (await createMock({ origin: undefined }).seed([{}])).people
    await idBox().fill(stranger!.pass.text)

    await lookUp().click()

    await expect
      .element(screen.getByText(/do đơn vị khác cấp hoặc khóa ký đã ngừng dùng/).first())
      .toBeVisible()
    expect(screen.getByRole('article').query()).toBeNull()
  })

  it('names an expired pass', async () => {
    const { screen, idBox, mock, declaration, lookUp, signIn, expectFocus } = await setup()
    mock.clock.advance(8 * 86_400_000)
    await idBox().fill(declaration.people[0]!.pass.text)
    await lookUp().click()
    await signIn()
    await expectFocus('id-number')

    await lookUp().click()

    await expect.element(screen.getByText(/Mã QR là thật nhưng đã hết hạn/).first()).toBeVisible()
  })

  // From the end: 64 bytes of signature, flags, the ID's ending, then the year of birth.
  const turnBit = (text: string, byte: number) => String(BigInt(text) ^ (1n << BigInt(8 * byte)))

  it.each([
    ['cut short', (text: string) => text.slice(0, 100), /Đây không phải mã QR khai báo y tế/],
    ['given another birth year', (text: string) => turnBit(text, 69), /MÃ QR GIẢ/],
    ['given another signature', (text: string) => turnBit(text, 0), /MÃ QR GIẢ/],
  ])('names one that was %s', async (_name, damage, sentence) => {
    const { screen, idBox, lookUp, declaration } = await setup()
    await idBox().fill(damage(declaration.people[0]!.pass.text))

    await lookUp().click()

    await expect.element(screen.getByText(sentence).first()).toBeVisible()
    expect(screen.getByRole('article').query()).toBeNull()
  })

  it('opens no address', async () => {
    const { screen, idBox } = await setup()

    await type(idBox().element(), toKeys('https://example.com/some/other/page', { end: 'Enter' }))

    await expect
      .element(screen.getByText(/dẫn đến một trang web khác và không được mở/).first())
      .toBeVisible()
  })
})

it('announces the result to screen readers', async () => {
  const { screen, idBox, lookUp } = await setup()
  await idBox().fill('046190000001')

  await lookUp().click()

  await expect
    .element(screen.getByRole('status').filter({ hasText: 'Đã tìm thấy Nguyễn Thị Phương Thảo.' }))
    .toBeInTheDocument()
})

it.each(['vi', 'en'])('has no accessibility fault in %s, in light and dark', async (lang) => {
  const { screen, element, idBox, lookUp } = await setup()
  await idBox().fill('046190000001')
  await lookUp().click()
  await expect.element(screen.getByRole('article')).toBeVisible()
  element.lang = lang

  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme
    await vi.waitFor(async () => {
      const { violations } = await axe.run(screen.container)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    })
  }
  document.documentElement.style.colorScheme = ''
})
