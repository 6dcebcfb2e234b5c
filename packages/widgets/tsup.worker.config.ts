import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { defineConfig } from 'tsup'

const { resolve } = createRequire(import.meta.url)
const folders = ['scanner/worker', 'cdn']
const files = {
  'scan-worker': 'src/scanner/worker/scan-worker.ts',
  'zxing-wasm': 'src/scanner/engines/zxing-wasm.ts',
  'zxing-js': 'src/scanner/engines/zxing-js.ts',
}

/**
 * The scanner's worker and what it loads, each in one file of its own: a bundler copies them as they
 * are, and a host without one serves them beside each other. They take the place of what tsup made of
 * the same sources file for file.
 */
export default defineConfig({
  entry: Object.fromEntries(
    folders.flatMap((folder) =>
      Object.entries(files).map(([name, source]) => [`${folder}/${name}`, source]),
    ),
  ),
  format: ['esm'],
  target: 'es2022',
  platform: 'browser',
  minify: true,
  splitting: false,
  noExternal: [/.*/],
  treeshake: true,
  dts: false,
  silent: true,
  async onSuccess() {
    for (const folder of folders)
      await copyFile(
        resolve('zxing-wasm/reader/zxing_reader.wasm'),
        `dist/${folder}/zxing_reader.wasm`,
      )
  },
})
