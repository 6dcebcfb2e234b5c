import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import jsQrModule from 'jsqr'
import { decodeQR } from 'qr/decode.js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** @typedef {import('./images.mjs').Picture} Picture */
/**
 * What was read, and by whose decoder: those of one family share an ancestor, so that their agreeing
 * proves nothing.
 *
 * @typedef {{ text: string, family: string }} Answer
 * @typedef {{ name: string, kB: number, decode: (picture: Picture) => Promise<readonly Answer[]> }} Reader
 * @typedef {(picture: Picture) => Promise<readonly string[]> | readonly string[]} Decode
 */

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '../..')
const jsQr = /** @type {any} */ (jsQrModule).default ?? jsQrModule
const wasmBytes = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))

/** The WebAssembly that this repository and its peers run. */
export const wasm = wasmBytes.buffer.slice(
  wasmBytes.byteOffset,
  wasmBytes.byteOffset + wasmBytes.byteLength,
)

/**
 * What a page loads: bundled, minified, gzipped.
 *
 * @param {string} source - A module that exports what is used.
 */
export async function weigh(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    conditions: ['@kbyt/source'],
  })
  const bytes = outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }).length)
  return bytes.reduce((sum, size) => sum + size, 0) / 1_000
}

/** What the WebAssembly adds to what a page loads. */
export const wasmKb = gzipSync(wasmBytes, { level: 9 }).length / 1_000

/** @param {any} zxing - The classes of @zxing/library. */
function createZxingJs({ BinaryBitmap, HybridBinarizer, RGBLuminanceSource }) {
  return (/** @type {any} */ reader, /** @type {any} */ hints) =>
    (/** @type {Picture} */ picture) => {
      const { data, width, height } = picture
      const light = new Uint8ClampedArray(width * height)
      for (let at = 0; at < light.length; at += 1) {
        const from = 4 * at
        light[at] = ((data[from] ?? 0) + 2 * (data[from + 1] ?? 0) + (data[from + 2] ?? 0)) / 4
      }
      try {
        const source = new RGBLuminanceSource(light, width, height)
        return [reader.decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText()]
      } catch {
        return []
      }
    }
}

/** qr-scanner's own worker, run here: its engine with its settings (no inversion, its weights). */
function createQrScanner() {
  const file = readFileSync(join(root, 'node_modules/qr-scanner/qr-scanner-worker.min.js'), 'utf8')
  /** @type {any} */
  const self = {}
  /** @type {any} */
  let answer
  self.postMessage = (/** @type {any} */ message) => {
    answer = message
  }
  // The module makes its worker of a text; here the text is run instead.
  const start = (/** @type {string} */ script) => runInNewContext(script, { self })
  const URL = { createObjectURL: (/** @type {{ script: string }} */ { script }) => script }
  class Blob {
    constructor(/** @type {string[]} */ [script]) {
      this.script = script
    }
  }
  class Worker {
    constructor(/** @type {string} */ script) {
      start(script)
    }
  }
  const code = `${file.replace('export const', 'var')}\n;createWorker()`
  runInNewContext(code, { Blob, URL, Worker })
  return (/** @type {Picture} */ picture) => {
    // It turns what it is sent grey in place.
    const sent = { ...picture, data: picture.data.slice() }
    self.onmessage({ data: { type: 'decode', id: 0, data: sent } })
    return answer.data === null ? [] : [answer.data]
  }
}

/** html5-qrcode's own copy of @zxing/library, set as its decoder sets it. */
function createHtml5Qrcode() {
  const zxing = require(join(root, 'node_modules/html5-qrcode/third_party/zxing-js.umd.js'))
  const hints = new Map([
    [zxing.DecodeHintType.POSSIBLE_FORMATS, [zxing.BarcodeFormat.QR_CODE]],
    [zxing.DecodeHintType.TRY_HARDER, false],
  ])
  const reader = new zxing.MultiFormatReader(false, hints)
  return createZxingJs(zxing)(reader, hints)
}

/** @param {object} options */
const readWasm = (options) => async (/** @type {Picture} */ picture) => {
  const all = { formats: ['QRCode'], textMode: 'Plain', ...options }
  const results = await readBarcodes(/** @type {any} */ (picture), /** @type {any} */ (all))
  return results.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** @param {Picture} picture */
function readQr(picture) {
  try {
    return [decodeQR(picture)]
  } catch {
    return []
  }
}

/** @param {Picture} picture */
function readJsQr({ data, width, height }) {
  const code = jsQr(data, width, height)
  return code?.data ? [code.data] : []
}

const zxingJsFiles = [
  'qrcode/QRCodeReader',
  'common/HybridBinarizer',
  'RGBLuminanceSource',
  'BinaryBitmap',
]

/**
 * Everybody else's readers, as they come.
 *
 * @param {any} zxing - The classes of @zxing/library.
 * @returns {Promise<Reader[]>}
 */
export async function createPeers(zxing) {
  await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true })
  const zxingJs = zxingJsFiles.map(
    (file, at) => `export { default as a${at} } from '@zxing/library/esm/core/${file}.js'`,
  )
  const wasmSource = "export { readBarcodes } from 'zxing-wasm/reader'"
  const withWasm = wasmKb + (await weigh(wasmSource))
  /** @type {readonly [name: string, family: string, source: string | number, decode: Decode][]} */
  const peers = [
    [
      '@zxing/library',
      'zxing',
      zxingJs.join('\n'),
      createZxingJs(zxing)(new zxing.QRCodeReader(), new Map()),
    ],
    ['jsQR', 'jsqr', "export { default } from 'jsqr'", readJsQr],
    ['qr-scanner', 'jsqr', "export { default } from 'qr-scanner'", createQrScanner()],
    ['html5-qrcode', 'zxing', "export { Html5Qrcode } from 'html5-qrcode'", createHtml5Qrcode()],
    ['qr', 'qr', "export { decodeQR } from 'qr/decode.js'", readQr],
    ['zxing-wasm', 'zxing', withWasm, readWasm({})],
    ['zxing-wasm denoise', 'zxing', withWasm, readWasm({ tryDenoise: true })],
  ]
  return Promise.all(
    peers.map(async ([name, family, source, decode]) => ({
      name,
      kB: typeof source === 'string' ? await weigh(source) : source,
      decode: async (/** @type {Picture} */ picture) =>
        (await decode(picture)).map((text) => ({ text, family })),
    })),
  )
}
