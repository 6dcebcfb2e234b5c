import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { draw, refusing, seeing, setup, showing, text, toFile, until } from './scanner.setup.js'

const noApi = { isSecure: true, mediaDevices: undefined }

it.each([
  ['denied', refusing('NotAllowedError'), /chưa được phép dùng máy ảnh/],
  ['busy', refusing('NotReadableError'), /chương trình khác sử dụng/],
  ['absent', refusing('NotFoundError'), /Không tìm thấy máy ảnh/],
  ['without an API', noApi, /Không tìm thấy máy ảnh/],
  ['on an insecure page', { ...noApi, isSecure: false }, /https/],
  ['in an app without one', { ...noApi, inAppBrowser: 'Zalo' }, /Ứng dụng Zalo không cho/],
  [
    'refused by an app',
    { ...refusing('NotAllowedError'), inAppBrowser: 'TikTok' },
    /Ứng dụng TikTok/,
  ],
  ['in an iframe without it', { ...refusing(''), isBarred: true }, /nằm trong một trang khác/],
])('says what to do when the camera is %s', async (_name, camera, sentence) => {
  const { screen, start } = setup(camera)

  await start()

  await expect.element(screen.getByText(sentence)).toBeVisible()
  expect(screen.getByText(sentence).element()).toHaveAttribute('role', 'alert')
  await expect.element(screen.getByLabelText('Chọn ảnh có mã QR')).toBeVisible()
  await expect.element(screen.getByLabelText(/dãy số của mã QR/)).toBeVisible()
})

it('asks again when the person tries again', async () => {
  const { camera, getUserMedia } = showing(draw(text))
  getUserMedia.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'))
  const { screen, start, element } = setup(camera)
  await start()

  await screen.getByRole('button', { name: 'Thử lại máy ảnh' }).click()

  await until(() => expect(element.state.step).toBe('scanning'))
  element.stop()
})

it('says in an app, before the camera is asked for, that a browser is the way', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const { screen } = setup({ ...noApi, inAppBrowser: 'Zalo' })
  await expect.element(screen.getByText(/đang mở trong Zalo/)).toBeVisible()

  await screen.getByRole('button', { name: 'Chép địa chỉ trang' }).click()

  await expect.element(screen.getByText(/Đã chép địa chỉ/)).toBeVisible()
  expect(writeText).toHaveBeenCalledWith(location.href)
  writeText.mockRestore()
})

it('tells each change of its state', async () => {
  const { camera } = showing(draw(text))
  const { element, start } = setup(camera)
  const steps: string[] = []
  element.addEventListener('kbyt-scanner-changed', ({ state }) => steps.push(state.step))

  await start()
  await until(() => expect(steps).toEqual(['asking', 'scanning']))
  element.pause()
  element.resume()
  element.stop()

  expect(steps).toEqual(['asking', 'scanning', 'paused', 'scanning', 'idle'])
})

describe('the box to type into', () => {
  it('gives what was typed, and what it is', async () => {
    const { screen, element } = setup(refusing('NotFoundError'))
    const seen = vi.fn()
    element.addEventListener('kbyt-code-scanned', ({ text: typed, recognized, origin }) =>
      seen(typed, recognized.kind, origin),
    )
    const box = screen.getByLabelText(/dãy số của mã QR/)

    await box.fill(' 046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022 ')
    await userEvent.keyboard('{Enter}')

    expect(seen).toHaveBeenCalledWith(
      '046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022',
      'cccd',
      'typed',
    )
    await expect.element(box).toHaveValue('')
  })

  it('says that nothing was typed, and takes the focus', async () => {
    const { screen, codes, element } = setup(refusing('NotFoundError'))

    await screen.getByRole('button', { name: 'Dùng số này' }).click()

    const box = screen.getByLabelText(/dãy số của mã QR/)
    await expect.element(screen.getByText(/Vui lòng nhập số giấy tờ/)).toBeVisible()
    expect(element.shadowRoot!.activeElement).toBe(box.element())
    expect(box.element()).toHaveAccessibleDescription(/Vui lòng nhập/)
    expect(codes).toEqual([])
  })
})

describe('a picture file', () => {
  it('is read at full size', async () => {
    const photo = Object.assign(document.createElement('canvas'), { width: 3_000, height: 2_000 })
    const context = photo.getContext('2d')!
    context.fillStyle = '#ddd'
    context.fillRect(0, 0, 3_000, 2_000)
    context.drawImage(draw(text), 2_000, 1_200, 300, 330)
    const { screen, codes } = setup(refusing('NotFoundError'))

    await userEvent.upload(screen.getByLabelText('Chọn ảnh có mã QR'), await toFile(photo))

    await until(() => expect(codes).toEqual([text]))
  })

  const blank = Object.assign(document.createElement('canvas'), { width: 300, height: 300 })
  it.each([
    ['without a code', () => toFile(blank), /Không tìm thấy mã QR trong ảnh/],
    [
      'that is none',
      () => new File(['none'], 'a.heic', { type: 'image/heic' }),
      /không mở được tệp/,
    ],
    ['that is a PDF', () => new File(['%PDF-1.7'], 'a.png', { type: 'image/png' }), /tệp PDF/],
  ])('%s gets a sentence', async (_name, make, sentence) => {
    const { screen, codes } = setup(refusing('NotFoundError'))

    await userEvent.upload(screen.getByLabelText('Chọn ảnh có mã QR'), await make())

    await expect.element(screen.getByText(sentence)).toBeVisible()
    expect(codes).toEqual([])
  })
})

it('reads a picture that is dropped on it, and lets the browser open none', async () => {
  const { screen, codes } = setup(refusing('NotFoundError'))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(await toFile(draw(text)))
  const init = { dataTransfer, bubbles: true, cancelable: true, composed: true }
  const events = ['dragover', 'drop'].map((type) => new DragEvent(type, init))

  for (const event of events)
    screen
      .getByText(/Hoặc kéo ảnh vào đây/)
      .element()
      .dispatchEvent(event)

  await until(() => expect(codes).toEqual([text]))
  expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true])
})

describe('a picture that is pasted', () => {
  const paste = (file: File) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(file)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
    return event
  }

  it('is read by the first scanner that shows', async () => {
    const hidden = setup(refusing('NotFoundError'))
    hidden.element.hidden = true
    const first = setup(refusing('NotFoundError'))
    const second = setup(refusing('NotFoundError'))

    const { defaultPrevented } = paste(await toFile(draw(text)))

    await until(() => expect(first.codes).toEqual([text]))
    expect([hidden.codes, second.codes, defaultPrevented]).toEqual([[], [], true])
  })

  it('is left alone when it is text', async () => {
    setup(refusing('NotFoundError'))
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })

    document.body.dispatchEvent(event)

    expect(event.defaultPrevented).toBe(false)
  })
})

it.each([
  ['vi', 'light'],
  ['vi', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('has no accessibility fault in %s, %s', async (lang, scheme) => {
  const { camera } = showing(draw(text))
  const { screen, element, codes, start } = setup(camera, seeing(text).createDecoder)
  element.setAttribute('theme', scheme)
  await start()
  await until(() => expect(codes).toEqual([text]))
  element.lang = lang
  await element.updateComplete
  const scanning = await axe.run(screen.container)
  element.stop()
  await element.updateComplete
  const idle = await axe.run(screen.container)

  const faults = [...scanning.violations, ...idle.violations]
  expect(faults.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
