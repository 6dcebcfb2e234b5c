import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  draw,
  nextTask,
  seeing,
  setup,
  showing,
  type TrackFake,
  text,
  until,
} from './scanner.setup.js'

/** A scanner whose camera can do what `capabilities` says, and is on. */
async function open(capabilities: object, track: Partial<TrackFake> = {}) {
  const applyConstraints = vi.fn(async (_constraints: MediaTrackConstraints) => undefined)
  const getCapabilities = () => capabilities
  const { camera } = showing(draw(text), { getCapabilities, applyConstraints, ...track })
  const page = setup(camera, seeing(text).createDecoder)
  await page.start()
  await expect.element(page.screen.getByRole('button', { name: 'Tắt máy ảnh' })).toBeVisible()
  const applied = () => applyConstraints.mock.calls.map(([{ advanced }]) => advanced?.[0])
  return { ...page, applied }
}

describe('the light', () => {
  it('is offered where the camera has one, and switched on and off', async () => {
    const { screen, applied } = await open({ torch: true })

    await screen.getByRole('button', { name: 'Bật đèn' }).click()
    await screen.getByRole('button', { name: 'Tắt đèn' }).click()

    await expect.element(screen.getByRole('button', { name: 'Bật đèn' })).toBeVisible()
    expect(applied()).toEqual([{ torch: true }, { torch: false }])
  })

  it('stays off when the camera refuses', async () => {
    const { screen } = await open(
      { torch: true },
      { applyConstraints: () => Promise.reject(new Error('no light')) },
    )

    await screen.getByRole('button', { name: 'Bật đèn' }).click()
    await nextTask()

    await expect.element(screen.getByRole('button', { name: 'Bật đèn' })).toBeVisible()
  })

  it('is not offered where there is none', async () => {
    const { screen } = await open({})

    expect(screen.getByRole('button', { name: 'Bật đèn' }).query()).toBeNull()
  })
})

describe('the zoom', () => {
  const capabilities = { zoom: { min: 1, max: 5, step: 0.5 } }
  const track = { getSettings: () => ({ zoom: 1 }) }

  it('follows the slider', async () => {
    const { screen, applied } = await open(capabilities, track)
    const slider = screen.getByRole('slider', { name: 'Phóng to' })

    await slider.fill('2.5')

    await expect.element(slider).toHaveAttribute('aria-valuetext', '2.5 lần')
    expect(applied().at(-1)).toEqual({ zoom: 2.5 })
  })

  it('follows two fingers on the picture, and the page does not', async () => {
    const { element, applied } = await open(capabilities, track)
    const picture = element.shadowRoot!.querySelector('.viewfinder')!

    const events = [
      touch(picture, 'touchstart', [100, 200]),
      touch(picture, 'touchmove', [50, 250]),
    ]
    await nextTask()

    expect(applied()).toEqual([{ zoom: 2 }])
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true])
  })

  it('stays within what the camera can, and leaves one finger to the page', async () => {
    const { element, applied } = await open(capabilities, track)
    const picture = element.shadowRoot!.querySelector('.viewfinder')!

    const scroll = touch(picture, 'touchmove', [100])
    touch(picture, 'touchstart', [100, 101])
    touch(picture, 'touchmove', [0, 300])
    await nextTask()

    expect(scroll.defaultPrevented).toBe(false)
    expect(applied()).toEqual([{ zoom: 5 }])
  })

  it('is not offered where there is none, and the page keeps its pinch', async () => {
    const { screen, element } = await open({})
    const picture = element.shadowRoot!.querySelector('.viewfinder')!

    const pinch = touch(picture, 'touchmove', [100, 200])

    expect(screen.getByRole('slider').query()).toBeNull()
    expect(pinch.defaultPrevented).toBe(false)
  })
})

function touch(target: Element, type: string, xs: readonly number[]): TouchEvent {
  const touches = xs.map((clientX, identifier) => new Touch({ target, identifier, clientX }))
  const event = new TouchEvent(type, { touches, bubbles: true, cancelable: true, composed: true })
  target.dispatchEvent(event)
  return event
}

it('rests and goes on by one button, which keeps the focus', async () => {
  const { screen, element } = await open({})

  await screen.getByRole('button', { name: 'Tạm dừng' }).click()
  await expect.element(screen.getByText(/Đang tạm dừng/)).toBeVisible()
  expect(element.shadowRoot!.activeElement?.textContent).toBe('Quét tiếp')
  await userEvent.keyboard('{Enter}')

  await until(() => expect(element.state.step).toBe('scanning'))
})

describe('the signal', () => {
  it('vibrates when a code is read', async () => {
    const vibrate = vi.spyOn(navigator, 'vibrate').mockReturnValue(true)

    const { codes } = await open({})

    await until(() => expect(codes).toEqual([text]))
    expect(vibrate).toHaveBeenCalledOnce()
    vibrate.mockRestore()
  })

  it('sounds, made on the spot', async () => {
    const start = vi.spyOn(OscillatorNode.prototype, 'start')

    const { codes } = await open({})

    await until(() => expect(codes).toEqual([text]))
    await until(() => expect(start).toHaveBeenCalledOnce())
    start.mockRestore()
  })

  it('is switched off, and stays off on this device', async () => {
    const { screen, element } = await open({})
    await screen.getByText('Tùy chọn').click()

    await screen.getByLabelText('Kêu bíp khi đọc được mã').click()
    await screen.getByLabelText('Rung khi đọc được mã').click()

    expect(JSON.parse(localStorage.getItem('kbyt.scanner') ?? '')).toMatchObject({
      isSilent: true,
      isStill: true,
    })
    element.stop()
    await element.start()
    await screen.getByText('Tùy chọn').click()
    await expect.element(screen.getByLabelText('Kêu bíp khi đọc được mã')).not.toBeChecked()
    element.stop()
  })
})
