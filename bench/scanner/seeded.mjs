/** @typedef {import('./peers.mjs').Reader} Reader */

/** Pictures of codes as long as a pass (version 7) and an entry pass (version 8), made from seeds. */
const conditions = {
  '2 px a module': { module: 2 },
  'blur, sigma 2.5': { module: 4, blur: 2.5 },
  'as from a phone': {
    module: 4,
    blur: 1,
    motion: 3,
    noise: 8,
    tilt: 0.15,
    turn: 10,
    dark: 70,
    light: 170,
  },
}

/**
 * How many of the seeded pictures each reader reads.
 *
 * @param {any} sources
 * @param {readonly Reader[]} readers
 * @param {number} count
 */
export async function printSeeded(sources, readers, count) {
  console.log(`\n${count} seeded pictures of version 7 and 8 each: read (wrong)`)
  for (const [name, distortion] of Object.entries(conditions)) {
    const read = readers.map(() => ({ right: 0, wrong: 0 }))
    for (let seed = 1; seed <= count; seed += 1) {
      const { text, picture } = sources.drawSeeded(seed, seed % 2 ? 287 : 330, distortion)
      for (const [at, { decode }] of readers.entries()) {
        const answers = await decode(picture)
        const score = read[at]
        if (!score) continue
        if (answers.some((answer) => answer.text === text)) score.right += 1
        if (answers.some((answer) => answer.text !== text)) score.wrong += 1
      }
    }
    const scores = readers.map(
      (reader, at) => `${reader.name} ${read[at]?.right} (${read[at]?.wrong})`,
    )
    console.log(`${name}: ${scores.join(', ')}`)
  }
}
