import QRCode from 'qrcode'
import type { Grey, Picture } from './frame/picture.js'
import { toPicture } from './frame/to-picture.js'

/** What happens to a code between its paper and the pixels; all lengths in pixels. */
export interface Distortion {
  /** Side of a module. */
  readonly module: number
  /** Most it is turned, in degrees, and tilted: how much nearer one edge is. */
  readonly turn?: number
  readonly tilt?: number
  /** Standard deviation of the blur of a lens out of focus. */
  readonly blur?: number
  /** Length of the way a shaking hand goes, in a direction of its own. */
  readonly motion?: number
  /** Standard deviation of the sensor's noise. */
  readonly noise?: number
  readonly dark?: number
  readonly light?: number
}

export interface SeededPicture {
  readonly text: string
  readonly version: number
  readonly picture: Picture
}

interface Modules {
  readonly size: number
  get(row: number, column: number): number
}

const quiet = 4
const [width, height] = [640, 480]
/** Samples along each side of a pixel. */
const samples = 3

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A picture of a code of so many digits, the same for the same seed: 287 are version 7, 330 are 8. */
export function drawSeeded(seed: number, digits: number, distortion: Distortion): SeededPicture {
  const random = createRandom(seed)
  const text = Array.from({ length: digits }, () => Math.floor(random() * 9) + 1).join('')
  const { modules, version } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { motion = 0, blur = 0, noise = 0 } = distortion
  let light = project(modules, distortion, random)
  if (motion) light = shake(light, motion, random() * Math.PI)
  if (blur) light = defocus(light, blur)
  const grey: Grey = { light: addNoise(light, noise, random), width, height }
  return { text, version, picture: toPicture(grey) }
}

/** Where the modules fall on the sensor. */
function project(modules: Modules, distortion: Distortion, random: () => number): Float32Array {
  const { module, turn = 0, tilt = 0, dark = 20, light = 235 } = distortion
  const across = modules.size + 2 * quiet
  const side = across * module
  const angle = ((random() * 2 - 1) * turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [left, top] = [width / 2 + (random() - 0.5) * 20, height / 2 + (random() - 0.5) * 20]
  const [nearX, nearY] = [((random() * 2 - 1) * tilt) / side, ((random() * 2 - 1) * tilt) / side]

  const look = (x: number, y: number): number => {
    const [u, v] = [cos * (x - left) + sin * (y - top), cos * (y - top) - sin * (x - left)]
    const depth = 1 + nearX * u + nearY * v
    const column = Math.floor(u / depth / module + modules.size / 2)
    const row = Math.floor(v / depth / module + modules.size / 2)
    const [least, most] = [Math.min(row, column), Math.max(row, column)]
    if (least < -quiet || most >= modules.size + quiet) return dark + (light - dark) * 0.6
    return least >= 0 && most < modules.size && modules.get(row, column) ? dark : light
  }

  return new Float32Array(width * height).map((_, at) => {
    let sum = 0
    for (let part = 0; part < samples ** 2; part++) {
      const x = (at % width) + ((part % samples) + 0.5) / samples
      const y = Math.floor(at / width) + (Math.floor(part / samples) + 0.5) / samples
      sum += look(x, y)
    }
    return sum / samples ** 2
  })
}

function shake(light: Float32Array, length: number, angle: number): Float32Array {
  const steps = Math.max(2, Math.ceil(length * 2))
  return light.map((_, at) => {
    let sum = 0
    for (let step = 0; step < steps; step++) {
      const along = (step / (steps - 1) - 0.5) * length
      const x = clamp(Math.round((at % width) + Math.cos(angle) * along), width)
      const y = clamp(Math.round(Math.floor(at / width) + Math.sin(angle) * along), height)
      sum += light[y * width + x] ?? 0
    }
    return sum / steps
  })
}

/** A Gaussian blur, along rows and then along columns. */
function defocus(light: Float32Array, deviation: number): Float32Array {
  const reach = Math.ceil(3 * deviation)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation ** 2)),
  )
  const total = weights.reduce((sum, weight) => sum + weight)
  const rows = light.map((_, at) => {
    const row = at - (at % width)
    return weigh((by) => light[row + clamp((at % width) + by, width)])
  })
  return rows.map((_, at) =>
    weigh((by) => rows[clamp(Math.floor(at / width) + by, height) * width + (at % width)]),
  )

  function weigh(get: (by: number) => number | undefined): number {
    return weights.reduce((sum, weight, at) => sum + weight * (get(at - reach) ?? 0), 0) / total
  }
}

function addNoise(
  light: Float32Array,
  deviation: number,
  random: () => number,
): Uint8ClampedArray<ArrayBuffer> {
  const noisy = new Uint8ClampedArray(light.length)
  for (let at = 0; at < noisy.length; at++) {
    const normal = deviation
      ? Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      : 0
    noisy[at] = (light[at] ?? 0) + deviation * normal
  }
  return noisy
}

const clamp = (place: number, length: number): number => Math.min(Math.max(place, 0), length - 1)
