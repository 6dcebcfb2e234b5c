/**
 * @typedef {import('../generate-places.mjs').State} State
 * @typedef {import('../generate-places.mjs').Unit} Unit
 */

/** One letter for level and type; the SDK reads them back in src/places/unit-types.ts. */
const letters = {
  province: { Tỉnh: 'T', 'Thành phố': 'M' },
  district: { Quận: 'Q', Huyện: 'H', 'Thị xã': 'S', 'Thành phố': 'C' },
  ward: { Phường: 'P', Xã: 'X', 'Thị trấn': 'B', 'Đặc khu': 'K' },
}

/** What nobody calls it officially and everybody types. */
const bynames = /** @type {Record<string, string[]>} */ ({ 79: ['Sài Gòn'] })

/** @param {Unit} one @param {Unit} other */
const byCode = (one, other) => (one.code < other.code ? -1 : 1)

/** Codes rise by small steps: a step compresses to a tenth of a code. */
function makePrinter() {
  const last = { province: 0, district: 0, ward: 0 }
  /** @param {keyof letters} level @param {Unit} unit @param {readonly string[]} [others] */
  return (level, { code, name }, others = []) => {
    const type = Object.entries(letters[level]).find(([word]) => name.startsWith(`${word} `))
    if (!type) throw new Error(`${code} ${name}: no type of a ${level}`)
    const step = Number(code) - last[level]
    last[level] = Number(code)
    return `${type[1]}${step} ${[name.slice(type[0].length + 1), ...others].join('|')}\n`
  }
}

/**
 * Every unit of a state, each under its parent, one line each: letter, step from the last code of its
 * level, name, other names.
 *
 * @param {State} state @param {Record<string, string[]>} formerNames Of a province, by its code.
 */
export function printSearch({ provinces }, formerNames) {
  const print = makePrinter()
  return provinces
    .toSorted(byCode)
    .flatMap((province) => [
      print('province', province, [
        ...(formerNames[province.code] ?? []),
        ...(bynames[province.code] ?? []),
      ]),
      ...province.wards
        .filter((it) => !it.districtCode)
        .toSorted(byCode)
        .map((it) => print('ward', it)),
      ...province.districts.toSorted(byCode).flatMap((district) => [
        print('district', district),
        ...province.wards
          .filter((it) => it.districtCode === district.code)
          .toSorted(byCode)
          .map((it) => print('ward', it)),
      ]),
    ])
    .join('')
}
