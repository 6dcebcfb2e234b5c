import axe from 'axe-core'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { draw, refusing, seeing, setup, showing, toFile, until } from './scanner.setup.js'

const card = '046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022'
const address = 'https://example.com/hoi-thao'

/** A scanner before a card and an address, on. */
async function open() {
  const { camera } = showing(draw('before the camera'))
  const page = setup(camera, seeing(card, address).createDecoder)
  await page.start()
  const heading = page.screen.getByRole('heading', { name: /Có 2 mã QR/ })
  await expect.element(heading).toBeVisible()
  return page
}

it('offers two codes by what they are, and picks none by itself', async () => {
  const { screen, codes, element } = await open()

  const names = screen.getByRole('list').getByRole('button').elements()

  expect(names.map((button) => button.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
    '1 Thẻ căn cước công dân …2346',
    '2 Địa chỉ trang web https://example.com/hoi-thao',
  ])
  expect([codes, element.state.step]).toEqual([[], 'choosing'])
  expect(element.shadowRoot!.querySelector('[role=status]')?.textContent).toContain('Có 2 mã QR')
  expect((await axe.run(screen.container)).violations).toEqual([])
  element.stop()
})

it('outlines both in the picture, and takes the one that is touched', async () => {
  const { codes, element } = await open()
  const outlines = element.shadowRoot!.querySelectorAll<SVGGElement>('.outlines .offered')
  expect(outlines).toHaveLength(2)

  outlines[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true }))

  await until(() => expect(codes).toEqual([address]))
  expect(element.state.step).toBe('scanning')
  element.stop()
})

it('takes the focus of who pressed a button to the first code, for the keyboard', async () => {
  const { codes, element } = await open()
  await until(() => expect(toFocused(element)).toContain('Thẻ căn cước công dân'))

  await userEvent.keyboard('{Tab}{Enter}')

  await until(() => expect(codes).toEqual([address]))
  expect(toFocused(element)).toBe('Tạm dừng')
  element.stop()
})

const toFocused = ({ shadowRoot }: Element) => shadowRoot?.activeElement?.textContent?.trim()

it('goes on without a choice, and does not ask again for what stays in the picture', async () => {
  const { screen, codes, element } = await open()

  await screen.getByRole('button', { name: 'Không chọn mã nào' }).click()
  await new Promise((resolve) => setTimeout(resolve, 500))

  expect([codes, element.state.step]).toEqual([[], 'scanning'])
  element.stop()
})

it('forgets the choice when the camera goes off', async () => {
  const { screen, codes, element } = await open()

  element.stop()

  await expect.element(screen.getByRole('button', { name: 'Bật máy ảnh' })).toBeVisible()
  expect(codes).toEqual([])
})

it('offers two codes of one picture file', async () => {
  const { screen, codes } = setup(refusing('NotFoundError'), seeing(card, address).createDecoder)

  await userEvent.upload(screen.getByLabelText('Chọn ảnh có mã QR'), await toFile(draw('two')))
  await screen.getByRole('list').getByRole('button').first().click()

  await until(() => expect(codes).toEqual([card]))
})
