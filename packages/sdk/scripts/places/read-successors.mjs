import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toNameKey } from './name-key.mjs'

/**
 * @typedef {import('../generate-places.mjs').State} State
 * @typedef {{ provinceCode: string, wards: Record<string, string[]> }} Successors
 * @typedef {Record<string, string | null>} Row
 */

const supplement = JSON.parse(
  readFileSync(join(import.meta.dirname, '../hue-successors.json'), 'utf8'),
)

/** A town becomes a district, a commune a ward, and the code is lost: the name without its type stays. */
const toBareKey = (/** @type {string | null | undefined} */ name) =>
  toNameKey(name)
    .replace(/^(thanh pho|thi xa|thi tran|tinh|quan|huyen|phuong|xa|dac khu) (?=\S)/, '')
    .replace(/^thua thien hue$/, 'hue')

/** @param {State} state */
function listWards({ provinces }) {
  return provinces.flatMap((province) =>
    province.wards.map((ward) => {
      const district = province.districts.find(({ code }) => code === ward.districtCode)
      return { ...ward, provinceCode: province.code, provinceName: province.name, district }
    }),
  )
}

/**
 * What a key leads to, where it leads to one thing only.
 *
 * @template T
 * @param {readonly T[]} things @param {(thing: T) => string} toKey
 */
function indexUnique(things, toKey) {
  const groups = [...Map.groupBy(things, toKey)]
  return new Map(
    groups.flatMap(([key, [first, ...more]]) => (first && !more[0] ? [[key, first]] : [])),
  )
}

/**
 * The old and new ward of a row. Hundreds of rows have no old code or an unknown new one: there the names
 * of ward, district and province decide, if they name one ward only.
 *
 * @param {State} older @param {State} newer
 */
function makeFinders(older, newer) {
  const [olds, news] = [listWards(older), listWards(newer)]
  const oldByCode = new Map(olds.map((ward) => [ward.code, ward]))
  const newByCode = new Map(news.map((ward) => [ward.code, ward]))
  const oldByDistrict = indexUnique(olds, (it) =>
    [it.provinceName, it.district?.name, it.name].map(toBareKey).join('/'),
  )
  const oldByName = indexUnique(olds, (it) => `${toBareKey(it.provinceName)}/${toNameKey(it.name)}`)
  const newByName = indexUnique(news, (it) => `${toBareKey(it.provinceName)}/${toNameKey(it.name)}`)
  return {
    /** @param {Row} row */
    findOld: (row) =>
      oldByCode.get(row.old_ward_code ?? '') ??
      oldByDistrict.get(
        [row.old_province_name, row.old_district_name, row.old_ward_name].map(toBareKey).join('/'),
      ) ??
      oldByName.get(`${toBareKey(row.old_province_name)}/${toNameKey(row.old_ward_name)}`),
    /** @param {Row} row */
    findNew: (row) =>
      newByCode.get(row.new_ward_code ?? '') ??
      newByName.get(`${toBareKey(row.new_province_name)}/${toNameKey(row.new_ward_name)}`),
  }
}

/**
 * The new province of most pairs: every old province went whole into one, so the others are mistakes.
 *
 * @param {readonly { to: string }[]} pairs
 */
function findMainProvince(pairs) {
  const groups = [...Map.groupBy(pairs, (pair) => pair.to)]
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

/**
 * Per old province: where it went, and where its wards went. A ward that is not named goes on under its
 * own code alone; one with an empty list has no successor that is known.
 *
 * @param {State} older @param {State} newer @param {readonly Row[]} rows
 * @returns {Record<string, Successors>}
 */
export function readSuccessors2025(older, newer, rows) {
  const { findOld, findNew } = makeFinders(older, newer)
  const pairs = rows.flatMap((row) => {
    const [old, next] = [findOld(row), findNew(row)]
    if (!old || !next) return []
    return [{ from: old.provinceCode, old: old.code, to: next.provinceCode, next: next.code }]
  })
  const byProvince = Map.groupBy(pairs, (pair) => pair.from)
  const entries = older.provinces.map(({ code, name, wards }) => {
    const own = byProvince.get(code) ?? []
    const provinceCode = findMainProvince(own)
    if (!provinceCode) throw new Error(`${name} went nowhere`)
    const kept = Map.groupBy(
      own.filter((pair) => pair.to === provinceCode),
      (pair) => pair.old,
    )
    const lists = wards.map((ward) => {
      const found = kept.get(ward.code)?.map((pair) => pair.next) ?? []
      return [
        ward.code,
        [...new Set([...found, ...(supplement['2025-07'][ward.code] ?? [])])].sort(),
      ]
    })
    const changed = lists.filter(([ward, list]) => String(list) !== ward)
    return [code, { provinceCode, wards: Object.fromEntries(changed) }]
  })
  return Object.fromEntries(entries)
}

/** @returns {Record<string, Successors>} From March to July 2021 only Huế changed. */
export function readSuccessorsJuly2021() {
  return { 46: { provinceCode: '46', wards: supplement['2021-07'] } }
}
