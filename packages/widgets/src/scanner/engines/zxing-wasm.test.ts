import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { memoryUsage } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { drawSeeded } from '../seeded-picture.setup.js'
import { createZxingWasmEngine } from './zxing-wasm.js'

setFlagsFromString('--expose_gc')
const collectGarbage: () => void = runInNewContext('gc')

it('keeps nothing of the frames it has read', async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(path)
  const engine = await createZxingWasmEngine(buffer.slice(byteOffset, byteOffset + byteLength))
  const { picture, text } = drawSeeded(1, 287, { module: 4 })
  expect((await engine.decode(picture)).map((code) => code.text)).toEqual([text])
  const before = await findKept()

  for (let frame = 0; frame < 100; frame++) await engine.decode(picture)

  await vi.waitFor(async () => expect((await findKept()) - before).toBeLessThan(50_000), 20_000)
})

/** Buffers are freed beside the collector, a while after it: when two counts agree, it is over. */
async function findKept(): Promise<number> {
  let [kept, earlier] = [0, -1]
  while (kept !== earlier) {
    earlier = kept
    collectGarbage()
    await sleep(20)
    kept = memoryUsage().arrayBuffers
  }
  return kept
}
