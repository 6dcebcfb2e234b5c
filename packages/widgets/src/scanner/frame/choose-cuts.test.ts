import { expect, it } from 'vitest'
import { chooseCuts } from './choose-cuts.js'
import { cutPicture } from './cut-picture.js'
import type { Picture } from './picture.js'

const large = { width: 4_000, height: 3_000 }

it('looks at a frame that fits as it is, whatever its turn', () => {
  const size = { width: 1_280, height: 720 }

  const cuts = [0, 1].map((turn) => chooseCuts(size, { effort: 'frame', turn, maxSide: 1_280 }))

  const whole = { left: 0, top: 0, width: 1_280, height: 720, shrink: 1 }
  expect(cuts).toEqual([[whole], [whole]])
})

it('looks at a larger frame in turn whole and at its middle in full', () => {
  const size = { width: 1_920, height: 1_080 }

  const cuts = [0, 1, 2].map((turn) => chooseCuts(size, { effort: 'frame', turn, maxSide: 1_280 }))

  expect(cuts.flat().map(({ shrink }) => shrink)).toEqual([2, 1, 2])
  expect(cuts[1]).toEqual([{ left: 320, top: 0, width: 1_280, height: 1_080, shrink: 1 }])
})

it('looks at a file whole, then at every part in full, so that no code of a quarter is cut', () => {
  const [whole, ...parts] = chooseCuts(large, { effort: 'file', turn: 0, maxSide: 1_280 })

  expect(whole).toMatchObject({ ...large, shrink: 4 })
  for (const x of [0, 500, 1_111, 2_345, 3_690])
    for (const y of [0, 640, 1_500, 2_690]) {
      const holds = parts.some(
        (part) =>
          part.left <= x &&
          part.top <= y &&
          x + 310 <= part.left + part.width &&
          y + 310 <= part.top + part.height,
      )
      expect(holds).toBe(true)
    }
  expect(parts.every(({ left, width }) => left >= 0 && left + width <= 4_000)).toBe(true)
})

/** Each pixel's red says where it is. */
function number(width: number, height: number): Picture {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let at = 0; at < width * height; at++) data[4 * at] = at
  return { data, width, height }
}

const toReds = ({ data }: Picture) => [...data].filter((_, at) => at % 4 === 0)

it('hands a whole picture on without a copy', () => {
  const picture = number(4, 4)

  expect(cutPicture(picture, { left: 0, top: 0, width: 4, height: 4, shrink: 1 })).toBe(picture)
})

it('cuts a part out', () => {
  const part = cutPicture(number(4, 4), { left: 1, top: 2, width: 2, height: 2, shrink: 1 })

  expect([part.width, part.height, ...toReds(part)]).toEqual([2, 2, 9, 10, 13, 14])
})

it('makes a part smaller by the mean, and drops what fills no pixel', () => {
  const part = cutPicture(number(5, 5), { left: 0, top: 0, width: 5, height: 5, shrink: 2 })

  expect([part.width, part.height, ...toReds(part)]).toEqual([2, 2, 3, 5, 13, 15])
})
