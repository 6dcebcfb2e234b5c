import axe from 'axe-core'
import { html } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-lit'
import { createZxingJsEngine } from '../scanner/engines/zxing-js.js'
import './define.js'
import { drawQr } from './draw-qr.js'

const text = '19'.repeat(140)
const pass = {
  passId: '0123456789abcdef',
  text,
  kind: 'domestic',
  displayName: 'N.T.P. Thảo',
  issuedAt: '2021-03-03T01:00:00.000Z',
  validUntil: '2021-03-10T01:00:00.000Z',
  state: 'valid',
} as const

const widthOf5Centimetres = (96 / 2.54) * 5

afterEach(async () => {
  vi.restoreAllMocks()
  await emulate('')
})

function emulate(media: 'print' | '') {
  return cdp().send('Emulation.setEmulatedMedia', { media })
}

function setup(changes: object = {}) {
  const shown = { ...pass, ...changes }
  const screen = render(
    html`<kbyt-qr-view lang="vi" .pass=${shown} label="Nguyễn Thị Phương Thảo"></kbyt-qr-view>`,
  )
  const element = screen.container.querySelector('kbyt-qr-view')!
  return { screen, element }
}

async function decode(source: CanvasImageSource, width: number, height: number) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  context.drawImage(source, 0, 0, width, height)
  const [code] = await createZxingJsEngine().decode(context.getImageData(0, 0, width, height))
  return code?.text
}

async function toImage(svg: SVGElement) {
  const image = new Image(600, 600)
  image.src = URL.createObjectURL(
    new Blob([svg.outerHTML.replaceAll('<!---->', '')], { type: 'image/svg+xml' }),
  )
  await image.decode()
  return image
}

describe('on the screen', () => {
  it('shows a code that reads back as the pass', async () => {
    const { screen, element } = setup()
    await expect.element(screen.getByRole('img')).toBeVisible()

    const image = await toImage(element.shadowRoot!.querySelector('svg')!)

    expect(await decode(image, 600, 600)).toBe(text)
  })

  it('names the person above and says until when it is valid', async () => {
    const { screen } = setup()

    await expect.element(screen.getByText('Nguyễn Thị Phương Thảo').first()).toBeVisible()
    await expect.element(screen.getByText('Có hiệu lực đến 08:00 10/03/2021').first()).toBeVisible()
  })

  it.each([
    ['expired', /Mã QR đã hết hiệu lực từ 08:00 10\/03\/2021/],
    ['withdrawn', /Tờ khai đã được rút/],
  ])('says so when the pass is %s, and offers no printing', async (state, sentence) => {
    const { screen } = setup({ state })

    await expect.element(screen.getByText(sentence)).toBeVisible()
    expect(screen.getByRole('button', { name: /In mã QR/ }).query()).toBeNull()
  })

  it('holds a text that is too long for a QR with a sentence', async () => {
    const { screen } = setup({ text: '1'.repeat(9_000) })

    await expect.element(screen.getByText(/Chưa vẽ được mã QR/)).toBeVisible()
  })
})

describe('enlarged', () => {
  it('keeps the screen on until closed, by keyboard alone', async () => {
    const release = vi.fn(async () => undefined)
    const request = vi.spyOn(navigator.wakeLock, 'request').mockResolvedValue(
      Object.assign(new EventTarget(), {
        released: false,
        type: 'screen',
        onrelease: null,
        release,
      }) as WakeLockSentinel,
    )
    const { screen } = setup()
    const opener = screen.getByRole('button', { name: /Phóng to/ })
    await expect.element(opener).toBeVisible()
    opener.element().closest('button')?.focus()

    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await vi.waitFor(() => expect(request).toHaveBeenCalledWith('screen'))
    await userEvent.keyboard('{Escape}')

    await vi.waitFor(() => expect(release).toHaveBeenCalled())
    expect(screen.getByRole('dialog').query()).toBeNull()
  })

  it('lets the screen go when the element leaves the page', async () => {
    const release = vi.fn(async () => undefined)
    vi.spyOn(navigator.wakeLock, 'request').mockResolvedValue(
      Object.assign(new EventTarget(), {
        released: false,
        type: 'screen',
        onrelease: null,
        release,
      }) as WakeLockSentinel,
    )
    const { screen, element } = setup()
    await screen.getByRole('button', { name: /Phóng to/ }).click()
    await vi.waitFor(() => expect(navigator.wakeLock.request).toHaveBeenCalled())
    await Promise.resolve()

    element.remove()

    await vi.waitFor(() => expect(release).toHaveBeenCalled())
  })
})

describe('on paper', () => {
  it('prints the code alone, at least 5 cm wide, name above, with the note', async () => {
    vi.spyOn(window, 'print').mockReturnValue()
    const { screen } = setup()
    await screen.getByRole('button', { name: /In mã QR/ }).click()

    await emulate('print')

    const sheet = document.querySelector('[data-kbyt-print]')!.shadowRoot!
    expect(sheet.querySelector('svg')!.getBoundingClientRect().width).toBeGreaterThanOrEqual(
      widthOf5Centimetres,
    )
    expect(sheet.querySelector('h1')).toHaveTextContent('Nguyễn Thị Phương Thảo')
    expect(sheet.textContent).toContain('Ghi chú: Xin vui lòng giữ mã QR được cấp trên điện thoại')
    expect(screen.container.getBoundingClientRect().width).toBe(0)
    dispatchEvent(new Event('afterprint'))
    expect(document.querySelector('[data-kbyt-print]')).toBeNull()
  })

  it('is at least 5 cm wide when the page itself is printed', async () => {
    const { element } = setup()
    await emulate('print')

    const svg = element.shadowRoot!.querySelector('svg')!

    expect(svg.getBoundingClientRect().width).toBeGreaterThanOrEqual(widthOf5Centimetres)
  })
})

it('draws a picture that reads back as the pass', async () => {
  const name = 'Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo Hoàng Liên Sơn Trường Giang'

  const canvas = drawQr({ text, name, label: '', line: 'Có hiệu lực đến 08:00 10/03/2021' })

  expect(await decode(canvas, canvas.width, canvas.height)).toBe(text)
})

it('saves a picture named after the person', async () => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  const { screen } = setup()

  await screen.getByRole('button', { name: /Lưu ảnh/ }).click()

  await expect.element(screen.getByText('Đã lưu ảnh mã QR.')).toBeVisible()
  expect(click.mock.contexts[0]).toHaveProperty('download', 'kbyt-qr-nguyen-thi-phuong-thao.png')
})

it.each(['vi', 'en'])('has no accessibility fault in %s', async (lang) => {
  const { screen, element } = setup()
  element.lang = lang
  await expect.element(page.getByRole('img').first()).toBeVisible()

  const { violations } = await axe.run(screen.container)

  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
