import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { draw, setup, showing, text } from './scanner.setup.js'

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

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
  const { start, element, screen } = setup(camera)
  await start()

  element.stop()
  allow(stream)
  await nextTask()

  expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
  await expect.element(screen.getByRole('button', { name: 'Bật máy ảnh' })).toBeVisible()
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

describe('while the tab is hidden', () => {
  /** Tells the page whether it is seen; the browser does after the test. */
  function setTab(state: DocumentVisibilityState) {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    onTestFinished(() => void Reflect.deleteProperty(document, 'visibilityState'))
    document.dispatchEvent(new Event('visibilitychange'))
  }

  it('is off, and on again when the tab comes back', async () => {
    const { camera, stream, getUserMedia } = showing(draw(text))
    const { start, screen } = setup(camera)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

    setTab('hidden')
    expect(stream.getVideoTracks()[0]?.readyState).toBe('ended')
    await expect.element(screen.getByRole('button', { name: 'Bật máy ảnh' })).toBeVisible()
    getUserMedia.mockResolvedValue(showing(draw(text)).stream)
    setTab('visible')

    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()
    expect(getUserMedia).toHaveBeenCalledTimes(2)
  })

  it('stays off when it was off before', async () => {
    const { camera, getUserMedia } = showing(draw(text))
    const { start, element, screen } = setup(camera)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()
    element.stop()

    setTab('hidden')
    setTab('visible')
    await nextTask()

    expect(getUserMedia).toHaveBeenCalledOnce()
  })
})

describe('the light', () => {
  /** A camera with a light of its own. */
  function lit(applyConstraints: (constraints: MediaTrackConstraints) => Promise<void>) {
    const shown = showing(draw(text))
    const getCapabilities = () => ({ torch: true })
    Object.assign(shown.stream.getVideoTracks()[0]!, { getCapabilities, applyConstraints })
    return shown.camera
  }

  it('is offered where the camera has one, and switched on and off', async () => {
    const applyConstraints = vi.fn(async () => undefined)
    const { start, screen } = setup(lit(applyConstraints))
    await start()

    await screen.getByRole('button', { name: 'Bật đèn' }).click()
    await screen.getByRole('button', { name: 'Tắt đèn' }).click()

    await expect.element(screen.getByRole('button', { name: 'Bật đèn' })).toBeVisible()
    expect(applyConstraints.mock.calls).toEqual([
      [{ advanced: [{ torch: true }] }],
      [{ advanced: [{ torch: false }] }],
    ])
  })

  it('stays off when the camera refuses', async () => {
    const { start, screen } = setup(lit(() => Promise.reject(new Error('no light'))))
    await start()

    await screen.getByRole('button', { name: 'Bật đèn' }).click()
    await nextTask()

    await expect.element(screen.getByRole('button', { name: 'Bật đèn' })).toBeVisible()
  })

  it('is not offered where there is none', async () => {
    const { start, screen } = setup(showing(draw(text)).camera)
    await start()
    await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

    expect(screen.getByRole('button', { name: 'Bật đèn' }).query()).toBeNull()
  })
})
