// Writes an uncompressed video that shows a QR code: Chromium's fake camera plays it in a loop.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import QRCode from 'qrcode'

const [black, white, grey] = [16, 235, 128]

/**
 * @param {string} file Swapped in one step, so that a camera playing the old one is left alone.
 * @param {string} text
 * @param {{ width?: number, height?: number, frames?: number }} [options]
 */
export async function makeY4m(file, text, { width = 640, height = 480, frames = 3 } = {}) {
  const luma = drawQr(text, width, height)
  const chroma = Buffer.alloc((width * height) / 2, grey)
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma])

  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.${randomUUID()}.part`
  await writeFile(part, Buffer.concat([header, ...Array(frames).fill(frame)]))
  await rename(part, file)
}

/**
 * @param {string} text
 * @param {number} width
 * @param {number} height
 */
function drawQr(text, width, height) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const margin = 4
  const scale = Math.floor(Math.min(width, height) / (modules.size + 2 * margin))
  const left = Math.floor((width - modules.size * scale) / 2)
  const top = Math.floor((height - modules.size * scale) / 2)
  const luma = Buffer.alloc(width * height, white)
  for (let y = 0; y < modules.size * scale; y++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(Math.floor(y / scale), column)) continue
      const start = (top + y) * width + left + column * scale
      luma.fill(black, start, start + scale)
    }
  return luma
}

if (process.argv[1] === import.meta.filename) {
  const [, , file, text] = process.argv
  if (!file || !text) throw new TypeError('usage: make-y4m.mjs <out.y4m> <text>')
  await makeY4m(file, text)
}
