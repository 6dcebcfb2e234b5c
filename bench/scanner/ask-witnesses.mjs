/** @typedef {import('./find-truth.mjs').Reading} Reading */
/** @typedef {import('./images.mjs').Entry} Entry */
/** @typedef {import('./images.mjs').Picture} Picture */
/** @typedef {import('./peers.mjs').Reader} Reader */

/**
 * Shows pictures whose texts one family alone has read to readers of all families, prepared in every
 * way: a text that another one reads then is right, whoever reads it without.
 *
 * @param {{
 *   sources: any,
 *   witnesses: readonly Reader[],
 *   readings: readonly Reading[],
 *   isTrue: (entry: Entry, text: string) => boolean,
 *   open: (entry: Entry) => Promise<Picture>,
 * }} hearing
 * @returns {Promise<Reading[]>} What they read, to find the truth with; nobody's score.
 */
export async function askWitnesses({ sources, witnesses, readings, isTrue, open }) {
  const doubtful = readings.filter(({ entry, answers }) =>
    answers.some(({ text }) => !isTrue(entry, text)),
  )
  /** @type {Reading[]} */
  const heard = []
  for (const entry of new Set(doubtful.map((reading) => reading.entry))) {
    const picture = await open(entry)
    const grey = sources.toGrey(picture)
    for (const { stages } of Object.values(sources.attempts)) {
      const prepared = sources.toPicture(
        stages.reduce((/** @type {any} */ so, /** @type {any} */ stage) => stage(so), grey),
      )
      for (const { decode } of witnesses) {
        const answers = await decode(prepared)
        heard.push({ entry, reader: 'witness', answers, ms: 0 })
      }
    }
  }
  return heard
}
