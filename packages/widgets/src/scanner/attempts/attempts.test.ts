import { describe, expect, it } from 'vitest'
import type { Grey } from '../frame/picture.js'
import { type Attempt, attempts } from './attempts.js'
import { blur } from './blur.js'
import { denoise } from './denoise.js'
import { double } from './double.js'
import { halve } from './halve.js'
import { level } from './level.js'
import { mapLight } from './map-light.js'
import { sharpen } from './sharpen.js'

const toGrey = (...rows: readonly (readonly number[])[]): Grey => ({
  light: new Uint8ClampedArray(rows.flat()),
  width: rows[0]?.length ?? 0,
  height: rows.length,
})

/** Stripes of a dark and a light, `side` pixels wide each. */
function drawStripes(dark: number, light: number, side = 4): Grey {
  const row = Array.from({ length: 64 }, (_, x) => (Math.floor(x / side) % 2 ? light : dark))
  return toGrey(...Array.from({ length: 64 }, () => row))
}

const prepare = ({ stages }: Attempt, grey: Grey) =>
  stages.reduce((prepared, stage) => stage(prepared), grey)

const findSpan = ({ light }: Grey) => Math.max(...light) - Math.min(...light)

it.each(Object.entries(attempts))('%s makes a picture as much larger as it says', (_, attempt) => {
  const grey = drawStripes(60, 180)

  const { light, width, height } = prepare(attempt, grey)

  expect([width, height]).toEqual([64 * attempt.scale, 64 * attempt.scale])
  expect(light).toHaveLength(width * height)
})

it.each(Object.entries(attempts))('%s leaves the picture it is given as it was', (_, attempt) => {
  const grey = drawStripes(60, 180)
  const before = grey.light.slice()

  prepare(attempt, grey)

  expect(grey.light).toEqual(before)
})

it.each(Object.entries(attempts))('%s takes a picture of one pixel', (_, attempt) => {
  const { width, height } = prepare(attempt, toGrey([100]))

  expect([width, height]).toEqual([Math.floor(attempt.scale), Math.floor(attempt.scale)])
})

describe('each step', () => {
  it('halves to the mean of four', () => {
    expect([...halve(toGrey([0, 100, 7], [100, 200, 7], [9, 9, 9])).light]).toEqual([100])
  })

  it('doubles with means between', () => {
    expect([...double(toGrey([0, 100])).light]).toEqual([0, 50, 100, 100, 0, 50, 100, 100])
  })

  it('maps light through a curve and stays within bounds', () => {
    const curve = (light: number) => 2 * light - 0.1

    expect([...mapLight(toGrey([0, 51, 255]), curve).light]).toEqual([0, 77, 255])
  })

  it('blurs to the mean of the square around, the edge repeated', () => {
    expect([...blur(toGrey([0, 0, 90], [0, 0, 0], [0, 0, 0]), 1).light]).toEqual([
      0, 20, 40, 0, 10, 20, 0, 0, 0,
    ])
  })

  it('brings dim and bright contrast to one level', () => {
    const dim = level(drawStripes(20, 40), 12, 3)
    const pale = level(drawStripes(220, 240), 12, 3)

    expect(findSpan(dim)).toBeGreaterThanOrEqual(58)
    expect(Math.abs(findSpan(dim) - findSpan(pale))).toBeLessThanOrEqual(3)
  })

  it('gives blurred edges their steepness back', () => {
    const soft = blur(drawStripes(60, 180, 6), 3)
    const middle = (grey: Grey) => grey.light.slice(32 * 64 + 20, 32 * 64 + 44)

    const sharp = sharpen(soft, 3, 3)

    const spans = [soft, sharp].map((grey) => findSpan({ ...grey, light: middle(grey) }))
    expect(spans[1]).toBeGreaterThan(1.5 * (spans[0] ?? 0))
  })

  it('takes specks away and leaves edges', () => {
    const edge = [
      [0, 0, 200, 200],
      [0, 0, 200, 200],
      [0, 0, 200, 200],
      [0, 0, 200, 200],
    ]
    const specked = edge.map((row) => [...row])
    specked[1]?.splice(1, 1, 255)

    expect([...denoise(toGrey(...specked)).light]).toEqual(edge.flat())
  })
})
