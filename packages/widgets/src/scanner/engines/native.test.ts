import { beforeAll, expect, it, vi } from 'vitest'
import { createNativeEngine, type DetectorClass } from './native.js'
import { drawTestCode, testText } from './test-code.js'

const corner = { x: 0, y: 0 }
const cornerPoints = [corner, corner, corner, corner]

/** A class as browsers have it, that answers like this. */
function toClass(detect: () => Promise<readonly { rawValue: string }[]>): DetectorClass {
  return class {
    async detect() {
      return (await detect()).map((code) => ({ ...code, cornerPoints }))
    }
  }
}

beforeAll(() => {
  vi.stubGlobal(
    'ImageData',
    class {
      readonly size: readonly number[]
      constructor(...size: readonly number[]) {
        this.size = size
      }
    },
  )
  return () => vi.unstubAllGlobals()
})

it('is there once it has read the built-in code', async () => {
  const engine = await createNativeEngine(toClass(async () => [{ rawValue: testText }]))

  expect(engine?.name).toBe('native')
  expect(await engine?.decode(drawTestCode())).toEqual([{ text: testText, corners: cornerPoints }])
})

it.each([
  ['has no such class', undefined],
  ['reads nothing', toClass(async () => [])],
  ['reads something else', toClass(async () => [{ rawValue: 'KBYT?' }])],
  [
    'has no service behind it',
    toClass(() => Promise.reject(new DOMException('', 'NotSupportedError'))),
  ],
  [
    'does not know the format',
    class {
      constructor() {
        throw new TypeError('qr_code')
      }
      detect = async () => []
    },
  ],
])('is not there where the browser %s', async (_, Detector) => {
  expect(await createNativeEngine(Detector)).toBeUndefined()
})

it('is not there where the service never answers', async () => {
  vi.useFakeTimers()
  const asked = createNativeEngine(toClass(() => new Promise(() => undefined)))

  await vi.advanceTimersByTimeAsync(2_000)

  expect(await asked).toBeUndefined()
  vi.useRealTimers()
})
