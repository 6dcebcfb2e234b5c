import { memoryUsage } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import QRCode from 'qrcode'
import { expect, it } from 'vitest'
import { createReadCardQr } from './create-read-card-qr.js'

setFlagsFromString('--expose_gc')
const collectGarbage: () => void = runInNewContext('gc')

it('keeps nothing of the photos it has read', async () => {
  const text = '046190001234|191234567|Nguyễn Thị Thảo|20051990|Nữ|Vĩnh Ninh, Huế|01012021'
  const photo = new Uint8Array(await QRCode.toBuffer(text, { type: 'png', scale: 4 }))
  const readCardQr = await createReadCardQr()
  expect(await readCardQr(photo)).toEqual([text])

  // tests before this one in its process may still let go of something, or take it: one round counts
  let grown = Number.POSITIVE_INFINITY
  for (let round = 0; round < 10 && grown >= 25_000; round += 1) {
    collectGarbage()
    const before = memoryUsage().arrayBuffers
    for (let count = 0; count < 50; count += 1) await readCardQr(photo)
    collectGarbage()
    grown = Math.abs(memoryUsage().arrayBuffers - before)
  }

  expect(grown).toBeLessThan(25_000)
})
