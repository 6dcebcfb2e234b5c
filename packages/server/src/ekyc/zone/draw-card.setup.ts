import { isInk } from './draw-sign.setup.js'

/** How the back of a synthetic card lies before a camera. Angles in degrees. */
export interface CardPose {
  /** Pixels of the photo. @defaultValue 1600 × 1200 */
  readonly width?: number
  readonly height?: number
  /** The card's share of the photo's width. @defaultValue 0.8 */
  readonly share?: number
  /** In the plane. */
  readonly turn?: number
  /** Away from the camera, to a side and upwards. */
  readonly yaw?: number
  readonly pitch?: number
  /** How unsharp, in pixels. */
  readonly blur?: number
  /** Of the sensor, in steps of 256. */
  readonly noise?: number
  /** How much darker one corner is than the other. */
  readonly shade?: number
  /** How dark the printed pattern under the text is, in steps of 256. */
  readonly pattern?: number
  /** From line to line, in millimetres. @defaultValue 4.23 */
  readonly lineGap?: number
  readonly random?: () => number
}

const card = { width: 85.6, height: 54 }
const step = 2.54
const distance = 260

/** A photo of a card with this zone, and other text above it: four bytes a pixel. */
export function drawCard(zone: string, pose: CardPose = {}) {
  const { width = 1600, height = 1200, random = () => 0.5 } = pose
  const toCard = createToCard({ ...pose, width, height })
  const paint = createPaint(zone, pose)
  const light = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const sum = paint(toCard(x + 0.25, y + 0.4)) + paint(toCard(x + 0.75, y + 0.6))
      const shade = 1 - (pose.shade ?? 0) * (x / width + y / height - 0.5)
      light[y * width + x] = (sum / 2) * shade
    }
  const seen = blur(light, { width, height, radius: pose.blur ?? 0 })
  const data = new Uint8ClampedArray(4 * width * height).fill(255)
  for (const [at, value] of seen.entries())
    data.fill(value + (random() + random() - 1) * 2 * (pose.noise ?? 0), 4 * at, 4 * at + 3)
  return { width, height, data }
}

/** From a point of the photo to the card's millimetres, through a camera before its middle. */
function createToCard({ turn = 0, yaw = 0, pitch = 0, share = 0.8, ...photo }: CardPose) {
  const { width = 0, height = 0 } = photo
  const [a, b, c] = [turn, yaw, pitch].map((angle) => (angle * Math.PI) / 180) as [
    number,
    number,
    number,
  ]
  const focal = (share * width * distance) / card.width
  const right = {
    x: Math.cos(a) * Math.cos(b),
    y: Math.sin(a) * Math.cos(c),
    z: Math.cos(a) * Math.sin(b) + Math.sin(a) * Math.sin(c),
  }
  const down = {
    x: -Math.sin(a) * Math.cos(b),
    y: Math.cos(a) * Math.cos(c),
    z: -Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.sin(c),
  }
  return (x: number, y: number) => {
    const p = (x - width / 2) / focal
    const q = (y - height / 2) / focal
    // where the ray meets the card: two lines in two unknowns
    const [e, f, g, h] = [
      right.x - p * right.z,
      down.x - p * down.z,
      right.y - q * right.z,
      down.y - q * down.z,
    ]
    const determinant = e * h - f * g
    return {
      x: (distance * (p * h - q * f)) / determinant + card.width / 2,
      y: (distance * (q * e - p * g)) / determinant + card.height / 2,
    }
  }
}

const otherText = [
  'DAC DIEM NHAN DANG',
  'SEO CHAM C 1CM DUOI SAU MAT TRAI',
  'NGAY THANG NAM 01 02 2021',
  'CUC TRUONG CUC CANH SAT',
  'QUAN LY HANH CHINH VE TRAT TU XA HOI',
]

const grains = 1024
const waves = Float32Array.from({ length: grains }, (_, at) =>
  Math.sin((2 * Math.PI * at) / grains),
)
/** Sine, quick enough for millions of pixels. */
const wave = (turn: number) => waves[(turn * (grains / (2 * Math.PI))) & (grains - 1)]!

/** How light the card is at a point of it, or the table beside it. */
function createPaint(zone: string, { lineGap = 4.23, pattern = 12 }: CardPose) {
  const lines = zone.split('\n')
  const first = card.height - 6.45 - 2 * lineGap
  const start = (card.width - 29 * step) / 2
  const signAt = (
    text: readonly string[],
    at: { x: number; y: number; size: number; gap: number },
  ) => {
    const line = Math.round(at.y / at.gap)
    const column = Math.round(at.x / at.size)
    const sign = text[line]?.[column]
    return sign !== undefined && sign !== ' '
      ? isInk(sign, at.x / at.size - column, (at.y - line * at.gap) / at.size)
      : false
  }
  return ({ x, y }: { x: number; y: number }): number => {
    if (x < 0 || y < 0 || x > card.width || y > card.height)
      return 110 + 25 * wave(x * 1.7) * wave(y * 0.9 + x)
    const isText =
      y > first - 3
        ? signAt(lines, { x: x - start, y: y - first, size: step, gap: lineGap })
        : signAt(otherText, { x: x - 24, y: y - 5, size: 1.5, gap: 3.2 })
    if (isText) return 40
    if (x > 6 && x < 18 && y > 10 && y < 20) return 130 + 40 * wave(x * 9)
    return 205 + pattern * wave(2.3 * x + 3 * wave(0.7 * y)) * wave(1.9 * y)
  }
}

/** Three boxes make nearly a bell. */
function blur(
  light: Float32Array,
  { width, height, radius }: { width: number; height: number; radius: number },
) {
  let seen = light
  for (let turn = 0; turn < 3 && radius > 0; turn += 1)
    for (const [stride, count, other, length] of [
      [1, height, width, width],
      [width, width, 1, height],
    ] as const)
      seen = blurLines(seen, { stride, count, other, length, radius })
  return seen
}

function blurLines(
  light: Float32Array,
  {
    stride,
    count,
    other,
    length,
    radius,
  }: Record<'stride' | 'count' | 'other' | 'length' | 'radius', number>,
) {
  const to = new Float32Array(light.length)
  const reach = Math.ceil(radius)
  const edge = 1 - (reach - radius)
  for (let line = 0; line < count; line += 1)
    for (let place = 0; place < length; place += 1) {
      let sum = 0
      for (let off = -reach; off <= reach; off += 1) {
        const from = Math.min(length - 1, Math.max(0, place + off))
        sum += light[line * other + from * stride]! * (Math.abs(off) === reach ? edge : 1)
      }
      to[line * other + place * stride] = sum / (2 * reach - 1 + 2 * edge)
    }
  return to
}
