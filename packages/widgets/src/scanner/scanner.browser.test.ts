import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { draw, refusing, setup, showing, text } from './scanner.setup.js'

it.each([
  ['denied', refusing('NotAllowedError'), /chưa được phép dùng máy ảnh/],
  ['busy', refusing('NotReadableError'), /chương trình khác sử dụng/],
  ['absent', refusing('NotFoundError'), /không có máy ảnh/],
  ['without an API', { isSecure: true, mediaDevices: undefined }, /không có máy ảnh/],
  ['on an insecure page', { isSecure: false, mediaDevices: undefined }, /https/],
])('says what to do when the camera is %s', async (_name, camera, sentence) => {
  const { screen, start } = setup(camera)

  await start()

  await expect.element(screen.getByText(sentence)).toBeVisible()
  await expect.element(screen.getByLabelText('Chọn ảnh có mã QR')).toBeVisible()
})

async function toFile(canvas: HTMLCanvasElement) {
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)))
  return new File([blob], 'qr.png', { type: 'image/png' })
}

describe('a picture file', () => {
  it('is read at full size', async () => {
    const photo = Object.assign(document.createElement('canvas'), { width: 3_000, height: 2_000 })
    const context = photo.getContext('2d')!
    context.fillStyle = '#ddd'
    context.fillRect(0, 0, 3_000, 2_000)
    context.drawImage(draw(text), 2_000, 1_200, 300, 330)
    const { screen, codes } = setup(refusing('NotFoundError'))

    await userEvent.upload(screen.getByLabelText('Chọn ảnh có mã QR'), await toFile(photo))

    await vi.waitFor(() => expect(codes).toEqual([text]), { timeout: 8_000 })
  })

  it('without a code gets a sentence', async () => {
    const { screen } = setup(refusing('NotFoundError'))
    const file = new File(['no picture'], 'qr.png', { type: 'image/png' })

    await userEvent.upload(screen.getByLabelText('Chọn ảnh có mã QR'), file)

    await expect.element(screen.getByText(/Không tìm thấy mã QR trong ảnh/)).toBeVisible()
  })
})

it('reads a picture that is dropped on it, and lets the browser open none', async () => {
  const { screen, codes } = setup(refusing('NotFoundError'))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(await toFile(draw(text)))
  const init = { dataTransfer, bubbles: true, cancelable: true, composed: true }
  const events = ['dragover', 'drop'].map((type) => new DragEvent(type, init))

  for (const event of events)
    screen.getByText('Hoặc kéo ảnh vào đây.').element().dispatchEvent(event)

  await vi.waitFor(() => expect(codes).toEqual([text]), { timeout: 8_000 })
  expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true])
})

it.each([
  ['vi', 'light'],
  ['vi', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('has no accessibility fault in %s, %s', async (lang, scheme) => {
  const { camera } = showing(draw(text))
  const { screen, element, codes, start } = setup(camera)
  element.setAttribute('theme', scheme)
  await start()
  await vi.waitFor(() => expect(codes).toEqual([text]), { timeout: 5_000 })
  element.lang = lang
  await element.updateComplete
  const scanning = await axe.run(screen.container)
  element.stop()
  await element.updateComplete
  const idle = await axe.run(screen.container)

  const faults = [...scanning.violations, ...idle.violations]
  expect(faults.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
