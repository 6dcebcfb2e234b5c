import { describe, expect, it } from 'vitest'
import { makeIdCard } from '../../../../sdk/src/documents/mrz.setup.js'
import { type CardPose, drawCard } from './draw-card.setup.js'
import { readZone } from './read-zone.js'
import { toGrayImage } from './to-gray-image.js'

const small = { width: 800, height: 560, share: 0.9 }
const zone = makeIdCard({ number: '046190001234', sex: 'F', name: 'QUACH<<THI<VUONG<BOI' })
const read = (text: string, pose: CardPose = {}) =>
  readZone(toGrayImage(drawCard(text, { ...small, ...pose })))

describe('the zone of an ID card in a photo', () => {
  it.each([
    ['held straight', {}],
    ['with lines further apart, upside down', { lineGap: 6.35, turn: 176 }],
    ['tilted, unsharp and in a shadow', { turn: 8, yaw: 12, pitch: -8, blur: 0.6, shade: 0.4 }],
    ['on its side', { turn: 93, share: 0.6, width: 1000, height: 900 }],
  ])(
    'is read: %s',
    (_name, pose) => {
      expect(read(zone, pose)).toBe(zone)
    },
    20_000,
  )

  it.each([
    ['whose check digits do not agree', zone.replace('9002018', '9002028')],
    ['of another country', makeIdCard({ state: 'LAO' })],
    ['without a name', makeIdCard({ name: '' })],
  ])(
    'is not read %s',
    (_name, text) => {
      expect(read(text)).toBeUndefined()
    },
    20_000,
  )

  it('is not read where signs cannot be told apart', () => {
    expect(read(zone, { blur: 6 })).toBeUndefined()
  }, 20_000)

  it('is looked for in fewer pixels than a large photo has', () => {
    const [width, height] = [3600, 12]
    const data = new Uint8ClampedArray(4 * width * height).fill(77)
    const image = toGrayImage({ width, height, data })

    expect([image.width, image.height, new Set(image.pixels)]).toEqual([1800, 6, new Set([77])])
  })

  it.each([0, 1, 2])('is not read in a picture without one, %i pixels wide', (side) => {
    const data = new Uint8ClampedArray(4 * side * side)

    expect(readZone(toGrayImage({ width: side, height: side, data }))).toBeUndefined()
  })
})
