// How many pictures the scanner reads, how fast and at what size, against other libraries, in one
// process on the same pixels. Needs no build: node bench/scanner/run.mjs --images ../shared/qr-images
// [--sets boofcv-blurred,dgc] [--size 1280x720] [--seeded 20]

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askWitnesses } from './ask-witnesses.mjs'
import { findTruth } from './find-truth.mjs'
import { readManifest, readPicture } from './images.mjs'
import { loadSources } from './load-sources.mjs'
import { createOurs } from './ours.mjs'
import { createPeers } from './peers.mjs'
import { printReport } from './report.mjs'
import { printSeeded } from './seeded.mjs'

const { values } = parseArgs({
  options: {
    images: { type: 'string' },
    sets: { type: 'string', default: '' },
    size: { type: 'string', default: '1280x720' },
    seeded: { type: 'string', default: '20' },
  },
})
const [width = 0, height = 0] = values.size.split('x').map(Number)
if (!width || !height) throw new TypeError(`--size is no size: ${values.size}`)

const sources = await loadSources()
const readers = [...(await createPeers(sources.zxingJs)), ...(await createOurs(sources))]

if (values.images) {
  const folder = values.images
  const entries = await readManifest(folder, values.sets.split(',').filter(Boolean))
  const open = (/** @type {import('./images.mjs').Entry} */ { file }) =>
    readPicture(join(folder, file), { width, height })
  /** @type {import('./find-truth.mjs').Reading[]} */
  const readings = []
  for (const [at, entry] of entries.entries()) {
    const picture = await open(entry)
    // The first picture twice: what runs for the first time is compiled while it runs.
    if (at === 0) for (const { decode } of readers) await decode(picture)
    for (const { name, decode } of readers) {
      const began = performance.now()
      const answers = await decode(picture)
      readings.push({ entry, reader: name, answers, ms: performance.now() - began })
    }
  }
  const witnesses = readers.filter(({ name }) => ['jsQR', 'qr', 'zxing-wasm'].includes(name))
  const isTrue = findTruth(readings)
  const heard = await askWitnesses({ sources, witnesses, readings, isTrue, open })
  printReport(readers, readings, findTruth([...readings, ...heard]))
} else console.log('No pictures named: --images <folder with a manifest.json>.')

await printSeeded(
  sources,
  readers.filter(({ name }) => /^(kbyt|zxing-wasm)/.test(name)),
  Number(values.seeded),
)
