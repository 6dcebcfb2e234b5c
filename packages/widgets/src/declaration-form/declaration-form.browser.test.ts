import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  answerHealth,
  expectFocus,
  field,
  fillPerson,
  fillToCheck,
  next,
  setupForm,
} from './form.setup.js'

const submit = () => page.getByRole('button', { name: 'Gửi tờ khai' })
const again = () => page.getByRole('button', { name: 'Gửi lại' })
const summary = () => page.getByRole('alert', { name: 'Có thông tin cần sửa' })

it('declares for oneself and a child and shows a QR for each', async () => {
  const { form } = await setupForm()
  const submitted = vi.fn()
  form.addEventListener('kbyt-declaration-submitted', submitted)
  await fillPerson()
  await next().click()
  await page.getByRole('button', { name: 'Khai hộ người thân' }).click()
  await userEvent.selectOptions(field('Quan hệ với người khai'), 'Con')
  await field('Họ và tên').fill('Trần Gia Ưu')
  await field('Số CCCD/CMND/hộ chiếu/BHXH').fill('000000000')
  await field('Năm').fill('2018')
  await page.getByRole('radio', { name: 'Nữ', exact: true }).click()
  await next().click()
  await next().click()
  await answerHealth()
  await next().click()
  await expect
    .element(page.getByRole('heading', { name: 'Sức khỏe của Trần Gia Ưu' }))
    .toBeVisible()
  await answerHealth()
  await field('Sốt').click()
  await next().click()
  await page.getByRole('checkbox').first().click()
  await submit().click()

  await expectFocus(page.getByRole('heading', { name: 'Đã gửi tờ khai' }))
  expect(form.shadowRoot?.querySelectorAll('kbyt-qr-view')).toHaveLength(2)
  const [event] = submitted.mock.calls[0] ?? []
  expect(event.declaration.people.map((each: { health: object }) => each.health)).toMatchObject([
    { symptoms: [] },
    { symptoms: ['fever'] },
  ])
})

it('can be filled in and sent by keyboard alone', async () => {
  const { mock } = await setupForm({ isProven: false })
  await expect.element(field('Số điện thoại di động')).toBeVisible()
  field('Số điện thoại di động').element().focus()
  await userEvent.keyboard('0905123456{Enter}')
  await expectFocus(field('Nhập mã xác thực OTP'))
  await expect.poll(() => mock.inbox.messages().length).toBe(1)
  await userEvent.keyboard(`${mock.inbox.lastCode('0905123456')}{Enter}`)
  await expectFocus(page.getByRole('heading', { name: 'Thông tin của Anh/Chị' }))
  await expect
    .element(page.getByRole('option', { name: 'Huyện A Lưới', exact: true }))
    .toBeInTheDocument()
  await userEvent.keyboard(
    '{Tab}Trần Văn An{Tab}046090012345{Tab}{Tab}{Tab}1990{Tab} {Tab}{Tab}{Tab}{Tab}',
  )
  // insurance, province, district
  await userEvent.keyboard('{Tab}{Tab}H{Tab}X{Tab}Thôn 1{Enter}')
  await expectFocus(page.getByRole('heading', { name: 'Người được khai báo' }))
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}')
  await expectFocus(page.getByRole('heading', { name: 'Sức khỏe của Anh/Chị' }))
  const none = field('Không có dấu hiệu nào')
  none.element().focus()
  await userEvent.keyboard(
    ' {Tab}{ArrowRight}{Tab}{ArrowRight}{Tab}{ArrowRight}{Tab}{ArrowRight}{Enter}',
  )
  await expectFocus(page.getByRole('heading', { name: 'Kiểm tra và gửi tờ khai' }))
  page.getByRole('checkbox').first().element().focus()
  await userEvent.keyboard(' {Enter}')

  await expectFocus(page.getByRole('heading', { name: 'Đã gửi tờ khai' }))
})

it('says what is missing in a summary that leads to each field', async () => {
  await setupForm()
  await next().click()

  await expectFocus(summary())
  await page.getByRole('link', { name: 'Chọn giới tính' }).click()
  await expectFocus(page.getByRole('radio', { name: 'Nam', exact: true }))
  await page.getByRole('link', { name: 'Nhập họ và tên' }).click()
  await expectFocus(field('Họ và tên'))
  await expect.element(field('Họ và tên')).toHaveAccessibleDescription(/Nhập họ và tên/)
})

it('refuses nine zeros for an adult at the field and keeps what was typed', async () => {
  await setupForm()
  await fillPerson({ idNumber: '000000000' })
  await next().click()

  const box = field('Số CCCD/CMND/hộ chiếu/BHXH')
  await expect
    .element(box)
    .toHaveAccessibleDescription(/Chín số 0 chỉ dùng cho trẻ em dưới 16 tuổi/)
  await expect.element(box).toHaveValue('000000000')
  await expect.element(field('Thôn/Tổ dân phố')).toHaveValue('Tổ dân phố 5')
})

it('warns of an ID number that contradicts year and gender, and goes on', async () => {
  await setupForm()
  await fillPerson({ idNumber: '046190012346' })

  await expect.element(page.getByText(/Giới tính không khớp với số CCCD/)).toBeVisible()
  await next().click()
  await expect.element(page.getByRole('heading', { name: 'Người được khai báo' })).toBeVisible()
})

it('fills a person in from the QR of an ID card that a reader types', async () => {
  await setupForm()
  const box = field('Số CCCD/CMND/hộ chiếu/BHXH')
  await box.fill('046190012346||Trần Thị Bích|15081990|Nữ|Tổ 5, Phường Tây Lộc, Huế|20032022')
  box.element().focus()
  await userEvent.keyboard('{Enter}')

  await expect.element(box).toHaveValue('046190012346')
  await expect.element(field('Họ và tên')).toHaveValue('Trần Thị Bích')
  await expect.element(field('Tháng')).toHaveValue('08')
  await expect.element(page.getByRole('radio', { name: 'Nữ', exact: true })).toBeChecked()
})

it('takes a thousand characters in the ID box', async () => {
  await setupForm()
  const box = field('Số CCCD/CMND/hộ chiếu/BHXH')

  await box.fill('7'.repeat(1_000))

  await expect.element(box).toHaveValue('7'.repeat(1_000))
})

it('removes a relative and brings them back', async () => {
  await setupForm()
  await fillPerson()
  await next().click()
  await page.getByRole('button', { name: 'Khai hộ người thân' }).click()
  await field('Họ và tên').fill('Lê Thị Bé')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('button', { name: 'Xóa Lê Thị Bé' }).click()
  await expect.element(page.getByRole('heading', { name: 'Lê Thị Bé' })).not.toBeInTheDocument()

  await page.getByRole('button', { name: 'Hoàn tác' }).click()

  await expect.element(page.getByRole('heading', { name: 'Lê Thị Bé' })).toBeVisible()
})

it('lets no symptom stand beside "none of these"', async () => {
  await setupForm()
  await fillPerson()
  await next().click()
  await next().click()
  await field('Ho').click()

  await field('Không có dấu hiệu nào').click()
  await expect.element(field('Ho')).not.toBeChecked()
  await field('Sốt').click()
  await expect.element(field('Không có dấu hiệu nào')).not.toBeChecked()
})

it('ticks no consent beforehand and asks for it', async () => {
  await setupForm()
  await fillToCheck()
  for (const box of page.getByRole('checkbox').all())
    if (box.element() instanceof HTMLInputElement && (box.element() as HTMLInputElement).checked)
      await box.click()
  await submit().click()

  await expect.element(page.getByRole('link', { name: /Cần đồng ý nội dung này/ })).toBeVisible()
})

it('finds the draft again after a reload, and deletes it when asked', async () => {
  const { mount } = await setupForm()
  await fillPerson()
  await next().click()
  await next().click()
  await field('Sốt').click()

  mount()

  await expect.element(page.getByText('Đã khôi phục bản khai đang điền dở.')).toBeVisible()
  await expect.element(field('Sốt')).toBeChecked()
  await page.getByRole('button', { name: 'Xóa bản nháp' }).click()
  await expectFocus(page.getByRole('alert'))
  await page.getByRole('button', { name: 'Xóa tất cả' }).click()
  await expect.element(field('Họ và tên')).toHaveValue('')
})

it('says so when the browser keeps no draft', async () => {
  await setupForm()
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await field('Họ và tên').fill('Trần Văn An')

  await expect.element(page.getByText(/Trình duyệt không cho lưu bản nháp/)).toBeVisible()
  setItem.mockRestore()
})

it('sends the same body again after a lost answer and a reload, and makes one declaration', async () => {
  const { mock, client, mount } = await setupForm()
  await fillToCheck()
  mock.faults.failNext('submitDeclaration', 10, 'lost-reply')
  await submit().click()
  await expect.element(again(), { timeout: 40_000 }).toBeVisible()
  mock.faults.clear()
  mount()

  await again().click()

  await expect.element(page.getByRole('heading', { name: 'Đã gửi tờ khai' })).toBeVisible()
  const { findDeclarations } = await import('@kbyt/sdk')
  expect((await findDeclarations(client, {})).declarations).toHaveLength(1)
  expect(sessionStorage.getItem('kbyt.declaration')).toBeNull()
})

it('asks for a new code when the session is over and keeps the draft', async () => {
  const { mock, client } = await setupForm()
  await fillToCheck()
  mock.clock.advance(31 * 60_000)
  await submit().click()
  await expect.element(page.getByText(/Phiên làm việc đã hết hạn/)).toBeVisible()
  await field('Số điện thoại di động').fill('0905123456')
  await userEvent.keyboard('{Enter}')
  await expect.element(field('Nhập mã xác thực OTP')).toBeVisible()
  await expect.poll(() => mock.inbox.messages().length).toBe(2)
  await field('Nhập mã xác thực OTP').fill(mock.inbox.lastCode('0905123456'))
  await userEvent.keyboard('{Enter}')
  await again().click()

  await expect.element(page.getByRole('heading', { name: 'Đã gửi tờ khai' })).toBeVisible()
  expect(client.session.load()).toBeDefined()
})

it('leads to the field the server refuses', async () => {
  const { mock, client, form } = await setupForm()
  await fillToCheck()
  const issues = [{ path: 'people.0.person.address.wardCode', code: 'place_unknown' }]
  form.client = {
    ...client,
    fetch: (input, init) =>
      new Request(input, init).method === 'POST'
        ? Response.json(
            { type: 'about:blank', title: 'x', status: 400, code: 'input_invalid', issues },
            { status: 400, headers: { 'content-type': 'application/problem+json' } },
          )
        : mock.app.request(input, init),
  }
  await submit().click()

  await expect.element(page.getByRole('heading', { name: 'Thông tin của Anh/Chị' })).toBeVisible()
  await expectFocus(summary())
  await expect
    .element(field('Phường/Xã/Thị trấn'))
    .toHaveAccessibleDescription(/Địa danh không có trong danh mục/)
})

it('says which service it lacks instead of staying empty', async () => {
  document.body.replaceChildren(document.createElement('kbyt-declaration-form'))

  await expect.element(page.getByText(/thuộc tính api/)).toBeVisible()
})

it('starts from an earlier declaration and asks health and consent anew', async () => {
  const { mock, form } = await setupForm()
  const people = [{ fullName: 'Trần Văn An', bornOn: '1990-08-15' }, { fullName: 'Trần Thị Bé' }]

  form.initial = await mock.seed(people)

  await expect.element(field('Họ và tên')).toHaveValue('Trần Văn An')
  await expect.element(field('Tháng')).toHaveValue('08')
  await next().click()
  await expect.element(page.getByRole('heading', { name: 'Trần Thị Bé' })).toBeVisible()
  await next().click()
  await expect.element(field('Không có dấu hiệu nào')).not.toBeChecked()
})

it('does not show one phone what was typed under another', async () => {
  const { client, mount } = await setupForm()
  await field('Họ và tên').fill('Trần Văn An')
  const session = client.session.load()
  if (session) client.session.save({ ...session, phone: '+84912345678' })

  mount()

  await expect.element(field('Họ và tên')).toHaveValue('')
  expect(sessionStorage.getItem('kbyt.declaration')).not.toContain('Trần Văn An')
})

it('starts from the earlier declaration where somebody else has left a draft in the tab', async () => {
  const { mock, client, mount } = await setupForm()
  await field('Họ và tên').fill('Trần Văn An')
  const session = client.session.load()
  if (session) client.session.save({ ...session, phone: '+84912345678' })

  const initial = await mock.seed([{ fullName: 'Lê Thị Bình' }])
  mount().initial = initial

  await expect.element(field('Họ và tên')).toHaveValue('Lê Thị Bình')
})

it('starts empty when another declaration is asked for after an update', async () => {
  const { mock, client, form } = await setupForm()
  form.initial = await mock.seed([{ fullName: 'Trần Văn An', bornOn: '1990-08-15' }])
  await expect.element(field('Họ và tên')).toHaveValue('Trần Văn An')
  await next().click()
  await next().click()
  await answerHealth()
  await next().click()
  await page.getByRole('checkbox').first().click()
  await submit().click()
  await page.getByRole('button', { name: 'Lập tờ khai khác' }).click()

  await expect.element(field('Họ và tên')).toHaveValue('')
  expect(client.session.load()).toBeDefined()
})

it('begins at its heading when the page gives it the focus, however late that is shown', async () => {
  const { mount } = await setupForm()

  mount().focus()

  await expectFocus(page.getByRole('heading', { name: 'Thông tin của Anh/Chị' }))
})

it('leaves nothing behind for the next person at a shared machine', async () => {
  const { client, form } = await setupForm()
  const ended = vi.fn()
  form.addEventListener('kbyt-session-ended', ended)
  await field('Họ và tên').fill('Trần Văn An')
  await page.getByRole('button', { name: 'Thoát', exact: true }).click()
  await page.getByRole('button', { name: 'Thoát và xóa' }).click()

  await expect.element(field('Số điện thoại di động')).toHaveValue('')
  expect(client.session.load()).toBeUndefined()
  expect(sessionStorage.getItem('kbyt.declaration')).toBeNull()
  expect(ended).toHaveBeenCalledOnce()
})

it('keeps what was typed when leaving is thought over', async () => {
  const { client } = await setupForm()
  await field('Họ và tên').fill('Trần Văn An')
  await page.getByRole('button', { name: 'Thoát', exact: true }).click()
  await expectFocus(page.getByRole('alert'))
  await page.getByRole('button', { name: 'Ở lại' }).click()

  await expectFocus(page.getByRole('button', { name: 'Thoát', exact: true }))
  await expect.element(field('Họ và tên')).toHaveValue('Trần Văn An')
  expect(client.session.load()).toBeDefined()
})
