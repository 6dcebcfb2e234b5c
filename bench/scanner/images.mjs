import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js'
import decodePng, { init as initPng } from '@jsquash/png/decode.js'

/** @typedef {{ file: string, set: string, expected: string | null }} Entry */
/** @typedef {{ data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number }} Picture */

const { resolve } = createRequire(import.meta.url)

// What the two decoders make their answers of; Node has none.
globalThis.ImageData ??= /** @type {any} */ (
  class {
    constructor(
      /** @type {any} */ data,
      /** @type {number} */ width,
      /** @type {number} */ height,
    ) {
      Object.assign(this, { data, width, height })
    }
  }
)

/** @param {string} path */
const compile = async (path) => new WebAssembly.Module(await readFile(resolve(path)))

await initJpeg(await compile('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))
await initPng(await compile('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))

/**
 * The pictures of a folder as its manifest.json names them.
 *
 * @param {string} folder
 * @param {readonly string[]} sets - Only these; all where empty.
 * @returns {Promise<Entry[]>}
 */
export async function readManifest(folder, sets) {
  /** @type {Entry[]} */
  const entries = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  return entries.filter(({ set }) => sets.length === 0 || sets.includes(set))
}

/**
 * A picture's pixels, made smaller by a whole factor where it does not fit.
 *
 * @param {string} file
 * @param {{ width: number, height: number }} most
 * @returns {Promise<Picture>}
 */
export async function readPicture(file, most) {
  const bytes = await readFile(file)
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const decode = extname(file) === '.png' ? decodePng : decodeJpeg
  const { data, width, height } = await decode(buffer)
  const picture = { data: new Uint8ClampedArray(data), width, height }
  return shrink(picture, Math.ceil(Math.max(width / most.width, height / most.height)))
}

/**
 * @param {Picture} picture
 * @param {number} factor
 * @returns {Picture}
 */
function shrink(picture, factor) {
  if (factor <= 1) return picture
  const width = Math.floor(picture.width / factor)
  const height = Math.floor(picture.height / factor)
  const data = new Uint8ClampedArray(4 * width * height)
  for (let to = 0; to < data.length; to += 1) {
    const x = Math.floor(to / 4) % width
    const y = Math.floor(to / 4 / width)
    let sum = 0
    for (let part = 0; part < factor ** 2; part += 1) {
      const row = y * factor + Math.floor(part / factor)
      const column = x * factor + (part % factor)
      sum += picture.data[4 * (row * picture.width + column) + (to % 4)] ?? 0
    }
    data[to] = sum / factor ** 2
  }
  return { data, width, height }
}
