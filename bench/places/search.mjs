// How fast and how well searchPlaces finds, against two search libraries over the same 11,371 units, and
// what the text it is built from weighs. "Slowest" is the query with the highest median: on a busy
// machine the maximum is the machine's. Needs a build; run by: node bench/places/search.mjs

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { loadPlacesIndex, placesVersions, searchPlaces } from '@kbyt/sdk/places'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'

const rounds = 40
const version = '2021-03'

/** What is typed, and the code of the unit meant. */
const queries = /** @type {const} */ ([
  ['hue', '474'],
  ['tp hue', '474'],
  ['tt hue', '46'],
  ['an cuu hue', '19801'],
  ['phường An Cựu, thành phố Huế', '19801'],
  ['p. an cuu', '19801'],
  ['ancuu', '19801'],
  ['an cuu heu', '19801'],
  ['An Cuwuj', '19801'],
  ['phuongancuutphue', '19801'],
  ['vi da', '19777'],
  ['tay loc hue', '19750'],
  ['thaun loc hue', '19753'],
  ['thuy beiu', '19807'],
  ['tt lang co', '20110'],
  ['phu vang', '478'],
  ['aluoi', '481'],
  ['tx huong tra', '480'],
  ['q1 tphcm', '760'],
  ['p12 go vap', '26881'],
  ['hoan kiem ha noi', '002'],
  ['sai gon', '79'],
  ['da nang', '48'],
  ['daklak', '66'],
  ['qui nhon', '540'],
  ['phu qouc', '911'],
  ['bmt', '643'],
])

/** @param {string} text */
const fold = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/** @param {() => unknown} act */
function measure(act) {
  const before = performance.now()
  act()
  return performance.now() - before
}

/** @param {readonly number[]} times @param {number} share */
const find = (times, share) =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0

/** @param {number} time */
const toMs = (time) => `${time.toFixed(2)} ms`

const started = performance.now()
const index = await loadPlacesIndex(version)
if (!index) throw new Error(`no version ${version}`)
const { units } = index
console.log(`searchPlaces  built in ${(performance.now() - started).toFixed(0)} ms`)

/** @type {(at: number) => string} */
const toPath = (at) => {
  const unit = units[at]
  return unit ? `${unit.name} ${toPath(unit.parent)}` : ''
}
const documents = units.map(({ code, name }, id) => ({
  id,
  code,
  name: fold(name),
  path: fold(toPath(id)),
}))

const mini = new MiniSearch({ fields: ['name', 'path'], storeFields: ['code'] })
mini.addAll(documents)
const fuse = new Fuse(documents, { keys: ['name', 'path'], ignoreLocation: true })
const miniOptions = { fuzzy: 0.2, prefix: true, combineWith: 'AND', boost: { name: 3 } }

/** @type {Record<string, (text: string) => string | undefined>} */
const searches = {
  searchPlaces: (text) => searchPlaces(index, text)[0]?.code,
  'minisearch 7': (text) => mini.search(fold(text), miniOptions)[0]?.code,
  'fuse.js 7': (text) => fuse.search(fold(text), { limit: 10 })[0]?.item.code,
}

for (const [name, search] of Object.entries(searches)) {
  const repeats = name.startsWith('fuse') ? 3 : rounds
  const times = queries.map(([text]) => {
    const own = Array.from({ length: repeats }, () => measure(() => search(text)))
    // the first calls warm up
    return own.slice(repeats / 4)
  })
  const all = times.flat()
  const slowest = Math.max(...times.map((own) => find(own, 0.5)))
  const wrong = queries.filter(([text, code]) => search(text) !== code)
  const right = queries.length - wrong.length
  console.log(
    name.padEnd(13),
    `p50 ${toMs(find(all, 0.5))}, p95 ${toMs(find(all, 0.95))}, max ${toMs(find(all, 1))},`,
    `slowest ${toMs(slowest)}, first hit right for ${right} of ${queries.length}`,
  )
  if (wrong.length > 0) console.log(`  not first: ${wrong.map(([text]) => text).join('; ')}`)
}

for (const { version: each } of placesVersions) {
  const file = new URL(`../../packages/sdk/places-data/${each}/search.js`, import.meta.url)
  console.log(`${each} ${gzipSync(readFileSync(file), { level: 9 }).length} bytes gzip`)
}
