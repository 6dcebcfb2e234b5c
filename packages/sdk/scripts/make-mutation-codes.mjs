// Writes vectors/mutations.json: what is said of 2,000 seeded mutations of each kind's vectors, so that
// Node and a browser are held to one answer. Run it after the vectors were made anew, and read the diff:
// node packages/sdk/scripts/make-mutation-codes.mjs
import { writeFileSync } from 'node:fs'
import '../../../scripts/typescript-sources.mjs'

const { digestLines, judgeAll, makeMutations } = await import('../src/trust/mutations.setup.ts')
const { signedKinds } = await import('../src/trust/vectors.setup.ts')

const count = 2_000
const perRow = 100
const letters = {
  d: 'qr_malformed',
  n: 'qr_foreign',
  w: 'qr_wrong_kind',
  k: 'qr_unknown_key',
  f: 'qr_forged',
  D: 'trust_malformed',
  F: 'trust_forged',
}
const toLetter = new Map(Object.entries(letters).map(([letter, code]) => [code, letter]))

/** @param {keyof typeof signedKinds} kind */
async function judge(kind) {
  const texts = makeMutations(kind, count)
  const codes = await judgeAll(signedKinds[kind], texts)
  const said = codes.map((code) => {
    const letter = toLetter.get(code)
    if (!letter) throw new Error(`A mutation of ${kind} is ${code}`)
    return letter
  })
  const rows = Array.from({ length: count / perRow }, (_, row) =>
    said.slice(row * perRow, (row + 1) * perRow).join(''),
  )
  return { texts: await digestLines(texts), codes: rows }
}

const kinds = {
  pass: await judge('pass'),
  'my QR': await judge('my QR'),
  venue: await judge('venue'),
  'trust bundle': await judge('trust bundle'),
}
const about = `What is said of ${count} seeded mutations of each kind, a letter each; "texts" is the SHA-256 of the mutations. See src/trust/mutations.setup.ts.`
const file = new URL('../vectors/mutations.json', import.meta.url)
writeFileSync(file, `${JSON.stringify({ about, letters, kinds }, null, 2)}\n`)
