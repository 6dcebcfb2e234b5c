import { createMock } from '@kbyt/mock-server'
import { createClient } from '@kbyt/sdk'
import { html } from 'lit'
import { expect, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-lit'
import './define.js'

const officer = {
  username: 'chot.gahue',
  password: 'chot-ga-hue-2021',
  displayName: 'Lê Văn Chốt',
  role: 'checkpoint',
  areas: ['46'],
} as const

/** The desk on the real backend in this page, with one family declared. */
export async function setupDesk({ lang = 'vi' } = {}) {
  const mock = createMock({ origin: undefined })
  await mock.app.addOfficer(officer)
  const declaration = await mock.seed([
    { fullName: 'Nguyễn Thị Phương Thảo' },
    {
      fullName: 'Trần Bé',
      bornOn: '2015',
      identityDocument: { type: 'child', number: '000000000' },
      symptoms: ['fever'],
    },
  ])
  const client = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
  const screen = render(html`<kbyt-inspection lang=${lang} .client=${client}></kbyt-inspection>`)
  const element = screen.container.querySelector('kbyt-inspection')!

  async function signIn() {
    await screen.getByLabelText('Tên đăng nhập').fill(officer.username)
    await screen.getByLabelText('Mật khẩu', { exact: true }).fill(officer.password)
    await userEvent.keyboard('{Enter}')
  }

  async function startShift() {
    await screen.getByLabelText('Chốt kiểm soát').selectOptions('ga-hue')
    await screen.getByLabelText('Lý do tra cứu').selectOptions('checkpoint')
    await screen.getByRole('button', { name: 'Bắt đầu làm việc' }).click()
  }

  /** jest-dom looks at the document's focus, which stops at the shadow root. */
  const expectFocus = (id: string) =>
    vi.waitFor(() => expect(element.shadowRoot?.activeElement?.id).toBe(id))

  const idBox = () => screen.getByLabelText('Số CMND/hộ chiếu')
  const lookUp = () => screen.getByRole('button', { name: 'Tra cứu' })
  return {
    mock,
    declaration,
    client,
    screen,
    element,
    signIn,
    startShift,
    idBox,
    lookUp,
    expectFocus,
    officer,
  }
}
