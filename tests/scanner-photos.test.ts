import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPicture } from '../bench/scanner/images.mjs'
import { createSearch, type Search } from '../packages/widgets/src/scanner/decoder/create-search.js'
import { createEngineShelf } from '../packages/widgets/src/scanner/engines/engine-shelf.js'
import { createQrEngine } from '../packages/widgets/src/scanner/engines/qr.js'
import { createZxingWasmEngine } from '../packages/widgets/src/scanner/engines/zxing-wasm.js'

// Photos nobody of this project made, not in the repository; all 390: bench/scanner/run.mjs.
const shared = process.env.KBYT_SHARED ?? resolve(import.meta.dirname, '../../shared')
const folder = join(shared, 'qr-images')
const hasPhotos = existsSync(folder)
if (!hasPhotos) console.log(`not run: photos of codes, because ${folder} is not on this machine`)

let search: Search
beforeAll(async () => {
  const { resolve: find } = createRequire(import.meta.url)
  const { buffer, byteOffset, byteLength } = await readFile(
    find('zxing-wasm/reader/zxing_reader.wasm'),
  )
  const wasm = buffer.slice(byteOffset, byteOffset + byteLength)
  const shelf = await createEngineShelf({
    first: [async () => createQrEngine(16)],
    more: [() => createZxingWasmEngine(wasm)],
  })
  search = createSearch({ shelf, maxSide: { frame: 1_280, file: 1_280 } })
})

const read = async (file: string) => {
  const picture = await readPicture(join(folder, file), { width: 1_280, height: 720 })
  return (await search(picture, 'file')).map(({ text }) => text)
}

describe.runIf(hasPhotos)('a photo', { timeout: 60_000 }, () => {
  it.each([
    ['blurred', 'boofcv-blurred__blurred_image015.jpg', 'https://www.facebook.com/Lethmik/'],
    ['in the dark', 'boofcv-brightness__brightness_image012.jpg', 'Version 2 QR Code Test Image'],
    ['pathological', 'boofcv-pathological__pathological_image002.jpg', 'MAILTO:name@myemail.com'],
    [
      'under a spot',
      'boofcv-bright_spots__bright_spots_image020.jpg',
      'Version 2 QR Code Test Image',
    ],
  ])('that is %s is read once it is prepared', async (_, file, text) => {
    expect(await read(file)).toContain(text)
  })

  it.each(['zxing-negatives__falsepositives-01.jpg', 'zxing-negatives__falsepositives-02.jpg'])(
    'without a code, %s, gives nothing',
    async (file) => {
      expect(await read(file)).toEqual([])
    },
  )
})
