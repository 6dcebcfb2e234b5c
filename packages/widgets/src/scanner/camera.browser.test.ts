import { describe, expect, it, vi } from 'vitest'
import { draw, nextTask, seeing, setTab, setup, showing, text, until } from './scanner.setup.js'

it('is asked for only after a tap, and says first what for', async () => {
  const { camera, getUserMedia } = showing(draw(text))
  const { screen, start } = setup(camera, seeing(text).createDecoder)
  await expect.element(screen.getByText(/Hình ảnh chỉ được xem trên thiết bị này/)).toBeVisible()
  expect(getUserMedia).not.toHaveBeenCalled()

  await start()

  await until(() => expect(getUserMedia).toHaveBeenCalledOnce())
})

it('reports a code once while it stays in the picture', async () => {
  const { camera } = showing(draw(text))
  const { start, codes, screen } = setup(camera)

  await start()

  await until(() => expect(codes).toEqual([text]))
  await expect.element(screen.getByText('Đã đọc được mã QR.')).toBeInTheDocument()
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(codes).toEqual([text])
})

it('is off within one task of stop', async () => {
  const { camera, stream } = showing(draw(text))
  const { start, element, screen } = setup(camera, seeing(text).createDecoder)
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
  const getUserMedia = vi.fn(() => permission)
  const camera = { isSecure: true, mediaDevices: { getUserMedia } }
  const { start, element, screen } = setup(camera, seeing(text).createDecoder)
  await start()
  await until(() => expect(getUserMedia).toHaveBeenCalledOnce())

  element.stop()
  allow(stream)
  await nextTask()

  expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
  await expect.element(screen.getByRole('button', { name: 'Bật máy ảnh' })).toBeVisible()
})

it('is off when the element leaves the page', async () => {
  const { camera, stream } = showing(draw(text))
  const { start, element, screen } = setup(camera, seeing(text).createDecoder)
  await start()
  await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

  element.remove()

  expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
})

it('that is unplugged leaves file and typing as the way on', async () => {
  const { camera, stream } = showing(draw(text))
  const { start, screen } = setup(camera, seeing(text).createDecoder)
  await start()
  await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

  stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'))

  await expect.element(screen.getByText(/Máy ảnh đã bị ngắt kết nối/)).toBeVisible()
  await expect.element(screen.getByLabelText('Chọn ảnh có mã QR')).toBeVisible()
})

describe('while the tab is hidden', () => {
  it('is off, and on again when the tab comes back', async () => {
    const { camera, stream, getUserMedia } = showing(draw(text))
    const { start, screen } = setup(camera, seeing(text).createDecoder)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

    setTab('hidden')
    expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
    await expect.element(screen.getByText(/tạm tắt khi trang bị ẩn/)).toBeVisible()
    getUserMedia.mockResolvedValue(showing(draw(text)).stream)
    setTab('visible')

    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()
    expect(getUserMedia).toHaveBeenCalledTimes(2)
  })

  it('stays off when it was off before', async () => {
    const { camera, getUserMedia } = showing(draw(text))
    const { start, element, screen } = setup(camera, seeing(text).createDecoder)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()
    element.stop()

    setTab('hidden')
    setTab('visible')
    await nextTask()

    expect(getUserMedia).toHaveBeenCalledOnce()
  })
})

it('that is asked for and let go before it is there asks nobody', async () => {
  const { camera, getUserMedia } = showing(draw(text))
  const { element } = setup(camera, seeing(text).createDecoder)

  const started = element.start()
  element.stop()
  await started

  expect(getUserMedia).not.toHaveBeenCalled()
  expect(element.state).toEqual({ step: 'idle' })
})
