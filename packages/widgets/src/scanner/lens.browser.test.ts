import { describe, expect, it, vi } from 'vitest'
import { createScanner } from './create-scanner.js'
import { draw, seeing, setup, showing, text, until } from './scanner.setup.js'

/** A phone with several lenses; `first` is what the browser gives for the back. */
function phone(first: string, labels: readonly string[]) {
  localStorage.removeItem('kbyt.scanner')
  const opened: string[] = []
  const gone = new Set<string>()
  async function getUserMedia({ video }: MediaStreamConstraints): Promise<MediaStream> {
    const { deviceId }: { deviceId?: unknown } = typeof video === 'object' ? video : {}
    const wished = (deviceId as { exact: string } | undefined)?.exact
    if (wished !== undefined && gone.has(wished)) throw new DOMException('', 'OverconstrainedError')
    const id = wished ?? first
    opened.push(wished ?? 'environment')
    return showing(draw(text), { getSettings: () => ({ deviceId: id }) }).stream
  }
  const enumerateDevices = async () =>
    labels.map((label) => ({ kind: 'videoinput', deviceId: label, label, groupId: '', toJSON }))
  const toJSON = () => ({})
  const mediaDevices = { getUserMedia: vi.fn(getUserMedia), enumerateDevices } as never
  return { camera: { isSecure: true, mediaDevices }, opened, gone }
}

const iphone = ['Front Camera', 'Back Ultra Wide Camera', 'Back Camera']

async function open(camera: Parameters<typeof setup>[0]) {
  const scanner = createScanner({ camera, createDecoder: seeing(text).createDecoder })
  await scanner.start()
  const { state } = scanner
  scanner.stop()
  return 'camera' in state ? state.camera.lensId : state
}

describe('the first time', () => {
  it('leaves the ultra-wide lens for the main one', async () => {
    const { camera, opened } = phone('Back Ultra Wide Camera', iphone)

    expect(await open(camera)).toBe('Back Camera')
    expect(opened).toEqual(['environment', 'Back Camera'])
  })

  it('takes the back as the browser gives it when that is good', async () => {
    const { camera, opened } = phone('Back Camera', iphone)

    expect(await open(camera)).toBe('Back Camera')
    expect(opened).toEqual(['environment'])
  })
})

describe('the next time', () => {
  it('opens the lens that was granted at once', async () => {
    const { camera, opened } = phone('Back Ultra Wide Camera', iphone)
    await open(camera)

    await open(camera)

    expect(opened).toEqual(['environment', 'Back Camera', 'Back Camera'])
  })

  it('asks for the back again when that lens is gone', async () => {
    const { camera, opened, gone } = phone('Back Camera', iphone)
    await open(camera)
    gone.add('Back Camera')

    await open(camera)

    expect(opened).toEqual(['environment', 'environment'])
  })

  it('does not come back to a front camera that the browser chose', async () => {
    const { camera, opened } = phone('Front Camera', iphone)
    const facing = { getSettings: () => ({ deviceId: 'Front Camera', facingMode: 'user' }) }
    camera.mediaDevices = {
      getUserMedia: async ({ video }: MediaStreamConstraints) => {
        opened.push(typeof video === 'object' && video.facingMode ? 'environment' : 'lens')
        return showing(draw(text), facing).stream
      },
    } as never
    await open(camera)

    await open(camera)

    expect(opened).toEqual(['environment', 'environment'])
  })
})

it('lets the person choose the lens, and remembers it', async () => {
  const { camera, opened } = phone('Back Camera', iphone)
  const { start, screen, element } = setup(camera, seeing(text).createDecoder)
  await start()

  await screen.getByText('Tùy chọn').click()
  await screen.getByLabelText('Máy ảnh', { exact: true }).selectOptions('Front Camera')

  await until(() => expect(element.state).toMatchObject({ camera: { lensId: 'Front Camera' } }))
  expect(opened).toEqual(['environment', 'Front Camera'])
  element.stop()
  await start()
  await until(() => expect(opened).toEqual(['environment', 'Front Camera', 'Front Camera']))
  element.stop()
})

it('goes back to the lens it had when the chosen one does not open', async () => {
  const { camera, opened, gone } = phone('Back Camera', iphone)
  gone.add('Front Camera')
  const scanner = createScanner({ camera, createDecoder: seeing(text).createDecoder })
  await scanner.start()

  await scanner.chooseLens('Front Camera')

  expect(scanner.state).toMatchObject({ step: 'scanning', camera: { lensId: 'Back Camera' } })
  expect(opened).toEqual(['environment', 'Back Camera'])
  scanner.stop()
})

it('offers no choice where there is one camera', async () => {
  const { camera } = phone('HD Webcam', ['HD Webcam'])
  const { start, screen, element } = setup(camera, seeing(text).createDecoder)
  await start()
  await expect.element(screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()

  expect(screen.getByLabelText('Máy ảnh', { exact: true }).query()).toBeNull()
  element.stop()
})
