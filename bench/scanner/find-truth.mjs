/** @typedef {import('./images.mjs').Entry} Entry */
/** @typedef {import('./peers.mjs').Answer} Answer */
/** @typedef {{ entry: Entry, reader: string, answers: readonly Answer[], ms: number }} Reading */

/** Line ends and trailing space differ between what manifests and codes say.
 * @param {string} text */
export const normalise = (text) => text.replaceAll('\r\n', '\n').trimEnd()

/**
 * What a picture's codes say: what the manifest expects, and what decoders of two families read,
 * in it or in another picture of its set, which shows the same code. Manifests err; two unrelated
 * decoders that make the same mistake do not occur.
 *
 * @param {readonly Reading[]} readings
 * @returns {(entry: Entry, text: string) => boolean}
 */
export function findTruth(readings) {
  /** @type {Map<string, Set<string>>} */
  const families = new Map()
  for (const { entry, answers } of readings)
    for (const { text, family } of answers) {
      const key = `${entry.set} ${normalise(text)}`
      families.set(key, (families.get(key) ?? new Set()).add(family))
    }
  return ({ set, expected }, text) =>
    (expected !== null && normalise(expected) === normalise(text)) ||
    (families.get(`${set} ${normalise(text)}`)?.size ?? 0) > 1
}
