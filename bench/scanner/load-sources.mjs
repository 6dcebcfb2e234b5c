import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const outfile = join(root, 'node_modules/.cache/bench-scanner.mjs')

/** The scanner's own code and the peers that need a bundler, from their sources: no build is needed. */
export async function loadSources() {
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true })
  await build({
    entryPoints: [join(import.meta.dirname, 'sources.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    conditions: ['@kbyt/source'],
    external: ['qrcode', 'zxing-wasm'],
    logLevel: 'error',
  })
  return import(`${pathToFileURL(outfile)}?${Date.now()}`)
}
