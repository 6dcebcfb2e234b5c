// How many machine-readable zones of synthetic ID cards are read out of photos, and how many wrongly: names,
// numbers, light, angle, sharpness and JPEG quality by a seed. Needs no build; run by:
// node --conditions=@kbyt/source --import=./packages/server/src/node/source-hooks.setup.ts bench/ekyc/zone.mjs [photos] [seed]

import { makeIdCard } from '../../packages/sdk/src/documents/mrz.setup.ts'
import { drawCard } from '../../packages/server/src/ekyc/zone/draw-card.setup.ts'
import { readZone } from '../../packages/server/src/ekyc/zone/read-zone.ts'
import { toGrayImage } from '../../packages/server/src/ekyc/zone/to-gray-image.ts'
import { decodePhoto } from '../../packages/server/src/node/ekyc/decode-photo.ts'
import { encodePhoto } from '../../packages/server/src/node/ekyc/encode-photo.setup.ts'

const [photos = 100, seed = 1] = process.argv.slice(2).map(Number)
const isTalkative = process.env.VERBOSE === '1'
let state = seed

/** Numerical Recipes' generator: the same set from the same seed, everywhere. */
function random() {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return state / 4_294_967_296
}
const between = (from, to) => from + (to - from) * random()
const pick = (list) => list[Math.floor(random() * list.length)]
const twoDigits = (from, to) => String(Math.floor(between(from, to))).padStart(2, '0')

const families = ['NGUYEN', 'TRAN', 'LE', 'PHAM', 'HOANG', 'HUYNH', 'VO', 'DANG', 'QUACH', 'MAC']
const middles = ['VAN', 'THI', 'QUOC', 'MINH', 'HOAI', 'XUAN', 'BAO', 'KIM<NGOC']
const givens = [
  'AN',
  'BINH',
  'CHAU',
  'DUNG',
  'GIANG',
  'HUONG',
  'KHOA',
  'LINH',
  'QUYNH',
  'VINH',
  'YEN',
]

function makeZone() {
  const year = twoDigits(40, 100)
  const isWoman = random() < 0.5
  const rest = String(Math.floor(random() * 1_000_000)).padStart(6, '0')
  const number = `${pick(['046', '001', '048', '079', '092'])}${isWoman ? 1 : 0}${year}${rest}`
  const day = twoDigits(1, 13) + twoDigits(1, 29)
  const name = `${pick(families)}<<${pick(middles)}<${pick(givens)}`
  const end = twoDigits(26, 50) + day
  return makeIdCard({ number, birth: year + day, sex: isWoman ? 'F' : 'M', end, name })
}

function makePose() {
  const width = pick([900, 1200, 1600])
  const turn = pick([0, 0, 0, 90, 180, 270])
  const share = between(0.55, 0.95) * (turn % 180 === 0 ? 1 : 0.7)
  return {
    width,
    height: width * 0.75,
    share,
    turn: turn + between(-12, 12),
    yaw: between(-20, 20),
    pitch: between(-20, 20),
    blur: between(0, 1.4) * (width / 1600),
    noise: between(0, 14),
    shade: between(0, 0.5),
    pattern: between(0, 30),
    lineGap: pick([4.23, 6.35]),
    random,
  }
}

const counts = { read: 0, wrong: 0 }
const spentMs = []
for (let index = 0; index < photos; index += 1) {
  const zone = makeZone()
  const pose = makePose()
  const quality = Math.round(between(40, 92))
  const photo = await encodePhoto(drawCard(zone, pose), 'jpeg', quality)
  const before = process.cpuUsage()
  const text = readZone(toGrayImage(await decodePhoto(photo)))
  const { user, system } = process.cpuUsage(before)
  spentMs.push((user + system) / 1000)
  if (text === zone) counts.read += 1
  else if (text !== undefined) counts.wrong += 1
  if (isTalkative && text !== zone) console.log({ zone, text, ...pose, quality })
}

spentMs.sort((one, other) => one - other)
console.log(`${counts.read} of ${photos} zones read, ${counts.wrong} wrongly (seed ${seed})`)
console.log(`processor a photo: median ${Math.round(spentMs[photos >> 1] ?? 0)} ms`)
