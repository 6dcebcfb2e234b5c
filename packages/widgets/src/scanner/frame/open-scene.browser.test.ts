import { expect, it } from 'vitest'
import { openScene } from './open-scene.js'
import type { Scene } from './scene.js'

/** A frame of 40 × 20 pixels, its left half black and its right half white. */
async function openHalves(): Promise<Scene> {
  const canvas = new OffscreenCanvas(40, 20)
  const context = canvas.getContext('2d')
  context?.fillRect(0, 0, 20, 20)
  if (context) context.fillStyle = 'white'
  context?.fillRect(20, 0, 20, 20)
  const scene = openScene(await createImageBitmap(canvas))
  if (!('cut' in scene)) throw new Error('a bitmap has no pixels of its own')
  return scene
}

it('draws a part of a frame as small as it is looked at', async () => {
  const scene = await openHalves()

  const right = scene.cut({ left: 20, top: 4, width: 20, height: 12, shrink: 2 })
  const whole = scene.cut({ left: 0, top: 0, width: 40, height: 20, shrink: 4 })

  expect([scene.width, scene.height]).toEqual([40, 20])
  expect([right.width, right.height]).toEqual([10, 6])
  expect(new Set(right.data)).toEqual(new Set([255]))
  expect([whole.width, whole.height, whole.data[0], whole.data[4 * 9]]).toEqual([10, 5, 0, 255])
})

it('takes pixels as they are', () => {
  const pixels = new ImageData(4, 4)

  expect(openScene(pixels)).toBe(pixels)
})
