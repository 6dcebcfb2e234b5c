import axe from 'axe-core'
import { html } from 'lit'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-lit'
import { drawQr } from '../qr-view/draw-qr.js'
import type { CameraSource } from './camera.js'
import './define.js'
import type { KbytCodeScannedEvent } from './scanner.events.js'

const text = '1234567890'.repeat(20)
const draw = (code: string) => drawQr({ text: code, name: '', label: '', line: '' })

function setup(camera: CameraSource) {
  const codes: string[] = []
  const screen = render(html`<kbyt-scanner
    lang="vi" .camera=${camera}
    @kbyt-code-scanned=${({ text: code }: KbytCodeScannedEvent) => codes.push(code)}
  ></kbyt-scanner>`)
  const element = screen.container.querySelector('kbyt-scanner')!
  const start = () => screen.getByRole('button', { name: 'Bật máy ảnh' }).click()
  return { screen, element, codes, start }
}

/** A camera that looks at a canvas. */
function showing(canvas: HTMLCanvasElement) {
  const stream = canvas.captureStream(20)
  const ticking = setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 1, 1), 50)
  stream.getVideoTracks()[0]?.addEventListener('ended', () => clearInterval(ticking))
  const getUserMedia = vi.fn(async () => stream)
  return { camera: { isSecure: true, mediaDevices: { getUserMedia } }, stream, getUserMedia }
}

const refusing = (name: string): CameraSource => ({
  isSecure: true,
  mediaDevices: { getUserMedia: () => Promise.reject(new DOMException('', name)) },
})

describe('the camera', () => {
  it('is asked for only after a tap, and says first what for', async () => {
    const { camera, getUserMedia } = showing(draw(text))
    const { screen, start } = setup(camera)
    await expect.element(screen.getByText(/Hình ảnh chỉ được xem trên thiết bị này/)).toBeVisible()
    expect(getUserMedia).not.toHaveBeenCalled()

    await start()

    await vi.waitFor(() => expect(getUserMedia).toHaveBeenCalledOnce())
  })

  it('reports a code once while it stays in the picture', async () => {
    const { camera } = showing(draw(text))
    const { start, codes, screen } = setup(camera)

    await start()

    await vi.waitFor(() => expect(codes).toEqual([text]), { timeout: 5_000 })
    await expect.element(screen.getByText('Đã đọc được mã QR.')).toBeInTheDocument()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(codes).toEqual([text])
  })

  it('is off within one task of stop', async () => {
    const { camera, stream } = showing(draw(text))
    const { start, element, screen } = setup(camera)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

    element.stop()

    expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
  })

  it('is off when stop comes before the permission', async () => {
    const { stream } = showing(draw(text))
    let allow: (stream: MediaStream) => void = () => undefined
    const permission = new Promise<MediaStream>((resolve) => {
      allow = resolve
    })
    const camera = { isSecure: true, mediaDevices: { getUserMedia: () => permission } }
    const { start, element } = setup(camera)
    await start()

    element.stop()
    allow(stream)

    await vi.waitFor(() => expect(stream.getVideoTracks()[0]?.readyState).toBe('ended'))
  })

  it('is off when the element leaves the page', async () => {
    const { camera, stream } = showing(draw(text))
    const { start, element, screen } = setup(camera)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

    element.remove()

    expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
  })

  it('that is unplugged leaves file and typing as the way on', async () => {
    const { camera, stream } = showing(draw(text))
    const { start, screen } = setup(camera)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

    stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'))

    await expect.element(screen.getByText(/Máy ảnh đã bị ngắt kết nối/)).toBeVisible()
    await expect.element(screen.getByLabelText('Chọn ảnh có mã QR')).toBeVisible()
  })
})

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

describe('a picture file', () => {
  async function toFile(canvas: HTMLCanvasElement) {
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)))
    return new File([blob], 'qr.png', { type: 'image/png' })
  }

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

it('has no accessibility fault', async () => {
  const { screen, start } = setup(refusing('NotAllowedError'))
  await start()
  await expect.element(screen.getByText(/chưa được phép/)).toBeVisible()

  const { violations } = await axe.run(screen.container)

  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
