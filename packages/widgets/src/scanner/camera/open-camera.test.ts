import { expect, it, onTestFinished, vi } from 'vitest'
import type { CameraSource } from './camera-source.js'
import { openCamera } from './open-camera.js'

/** A camera that answers with an error after a while. */
function refusing(name: string, afterMs = 0, source: Partial<CameraSource> = {}): CameraSource {
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(afterMs)
  onTestFinished(() => clock.mockRestore())
  const mediaDevices = { getUserMedia: () => Promise.reject(new DOMException('', name)) }
  return { isSecure: true, mediaDevices, ...source }
}

it.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'absent'],
  ['OverconstrainedError', 'absent'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
])('takes %s for %s', async (name, problem) => {
  expect(await openCamera(refusing(name))).toBe(problem)
})

it('blames an app whose own browser has no camera, whatever the error', async () => {
  const inAppBrowser = 'Zalo'

  expect(await openCamera(refusing('NotReadableError', 0, { inAppBrowser }))).toBe('in-app')
  expect(await openCamera({ isSecure: true, mediaDevices: undefined, inAppBrowser })).toBe('in-app')
})

it.each([
  [20, 'barred'],
  [2_000, 'denied'],
])(
  'takes a refusal after %i ms in a foreign frame that tells nothing for %s',
  async (ms, problem) => {
    const source = refusing('NotAllowedError', ms, { isMaybeBarred: true })

    expect(await openCamera(source)).toBe(problem)
  },
)

it('does not ask where the page around keeps the camera back', async () => {
  const getUserMedia = vi.fn()
  const source = { isSecure: true, isBarred: true, mediaDevices: { getUserMedia } }

  expect(await openCamera(source)).toBe('barred')
  expect(getUserMedia).not.toHaveBeenCalled()
})
