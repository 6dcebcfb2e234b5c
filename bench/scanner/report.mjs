/** @typedef {import('./find-truth.mjs').Reading} Reading */
/** @typedef {import('./images.mjs').Entry} Entry */
/** @typedef {import('./peers.mjs').Reader} Reader */

/** @param {Entry} entry */
const isNegative = ({ set }) => set.endsWith('negatives')

/**
 * @param {readonly number[]} numbers
 * @param {number} share
 */
function findQuantile(numbers, share) {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** @param {readonly number[]} times */
const toTimes = (times) =>
  [0.5, 0.95].map((share) => findQuantile(times, share)?.toFixed(1) ?? '-').join(' / ')

/**
 * One reader's answers, counted.
 *
 * @param {readonly Reading[]} readings
 * @param {(entry: Entry, text: string) => boolean} isTrue
 */
function count(readings, isTrue) {
  const photos = readings.filter(({ entry }) => !isNegative(entry))
  const isRead = (/** @type {Reading} */ { entry, answers }) =>
    answers.some(({ text }) => isTrue(entry, text))
  const others = photos.filter((it) => it.answers.some(({ text }) => !isTrue(it.entry, text)))
  return {
    photos: photos.length,
    read: photos.filter(isRead).length,
    // Wrong is another text than the manifest expects; beside the expected one, or where it expects
    // none, a text that nobody else has read may be another code of the picture.
    wrong: others.filter((it) => it.entry.expected !== null && !isRead(it)),
    unconfirmed: others.filter((it) => it.entry.expected === null || isRead(it)),
    negatives: readings.filter(({ entry, answers }) => isNegative(entry) && answers.length),
    hits: photos.filter(isRead).map(({ ms }) => ms),
    misses: readings.filter((it) => !isRead(it)).map(({ ms }) => ms),
  }
}

/** @param {readonly (readonly string[])[]} rows */
function printTable(rows) {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  for (const row of rows)
    console.log(row.map((cell, at) => cell[at ? 'padStart' : 'padEnd'](widths[at] ?? 0)).join('  '))
}

const toPercent = (/** @type {number} */ part, /** @type {number} */ whole) =>
  `${((100 * part) / whole).toFixed(1)} %`

/**
 * @param {readonly Reader[]} readers
 * @param {readonly Reading[]} readings
 * @param {(entry: Entry, text: string) => boolean} isTrue
 */
export function printReport(readers, readings, isTrue) {
  const of = (/** @type {string} */ name) => readings.filter(({ reader }) => reader === name)
  const sets = [...new Set(readings.map(({ entry }) => entry.set))].toSorted()
  console.log('Pictures read, by set')
  printTable([
    ['set', 'pictures', ...readers.map(({ name }) => name)],
    ...sets.map((set) => {
      const counts = readers.map(({ name }) =>
        count(
          of(name).filter(({ entry }) => entry.set === set),
          isTrue,
        ),
      )
      const all = readings.filter(({ entry }) => entry.set === set).length / readers.length
      return [set, `${all}`, ...counts.map(({ read, negatives }) => `${read + negatives.length}`)]
    }),
  ])
  console.log(
    '\nAll photos; times in ms, median / p95; halves: every other picture of the manifest',
  )
  const files = [...new Set(readings.map(({ entry }) => entry.file))]
  printTable([
    [
      'reader',
      'read',
      'tuned on',
      'held out',
      'wrong',
      'unconfirmed',
      'negatives read',
      'hits',
      'misses',
      'kB gzip',
    ],
    ...readers.map(({ name, kB }) => {
      const all = count(of(name), isTrue)
      const halves = [0, 1].map((half) =>
        count(
          of(name).filter(({ entry }) => files.indexOf(entry.file) % 2 === half),
          isTrue,
        ),
      )
      return [
        name,
        toPercent(all.read, all.photos),
        ...halves.map(({ read, photos }) => toPercent(read, photos)),
        `${all.wrong.length}`,
        `${all.unconfirmed.length}`,
        `${all.negatives.length}`,
        toTimes(all.hits),
        toTimes(all.misses),
        kB.toFixed(0),
      ]
    }),
  ])
  for (const { name } of readers.filter((reader) => reader.name.startsWith('kbyt')))
    for (const { entry, answers } of count(of(name), isTrue).wrong)
      console.log(`wrong: ${name}, ${entry.file}: ${JSON.stringify(answers[0]?.text.slice(0, 60))}`)
}
