// What a partner's page pays: the size of each entry with all it imports, and what it must not hold.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const signing = [/\/jose\/.*\/sign\.js$/, /sdk\/dist\/qr\/sign/]
const scanner = [/@zxing\//, /widgets\/dist\/scanner\//]
const server = [/\/hono\//, /packages\/server\//]

/**
 * Extend it by a line. `entry`: package and subpath. `maxGzip`: bytes, what it loads at once. `file`:
 * what is measured in its place, loaded later and no entry of its own.
 * `forbidden`: files that must not be among its contents, and `node:` modules.
 *
 * @type {{ entry: string, file?: string, maxGzip?: number, forbidden: RegExp[] }[]}
 */
const budgets = [
  { entry: '@kbyt/sdk', maxGzip: 27_500, forbidden: [/^node:/, ...server, ...signing, ...scanner] },
  {
    entry: '@kbyt/sdk/qr',
    maxGzip: 17_000,
    forbidden: [/^node:/, /\/ky\//, ...server, ...signing],
  },
  {
    entry: '@kbyt/sdk/qr/venue',
    maxGzip: 17_000,
    forbidden: [/^node:/, /\/ky\//, ...server, ...signing],
  },
  { entry: '@kbyt/sdk/documents', maxGzip: 14_000, forbidden: [/^node:/, /\/mrz\//, /\/ky\//] },
  { entry: '@kbyt/sdk/documents/mrz', maxGzip: 19_000, forbidden: [/^node:/, /\/ky\//] },
  {
    entry: '@kbyt/sdk/trust',
    maxGzip: 17_000,
    forbidden: [/^node:/, /\/ky\//, /\/cborg\//, ...server, ...signing],
  },
  {
    entry: '@kbyt/sdk/places',
    maxGzip: 13_000,
    forbidden: [/^node:/, /\/ky\//, /places-data\/\d/],
  },
  { entry: '@kbyt/sdk/account', maxGzip: 39_000, forbidden: [/^node:/, ...server, ...scanner] },
  { entry: '@kbyt/sdk/venue', maxGzip: 27_000, forbidden: [/^node:/, ...server, ...signing] },
  { entry: '@kbyt/sdk/point', maxGzip: 27_000, forbidden: [/^node:/, ...server, ...signing] },
  { entry: '@kbyt/sdk/arrivals', maxGzip: 28_000, forbidden: [/^node:/, ...server, ...signing] },
  { entry: '@kbyt/sdk/screenings', maxGzip: 28_000, forbidden: [/^node:/, ...server, ...signing] },
  // for servers: it signs imports
  { entry: '@kbyt/sdk/feed', maxGzip: 35_000, forbidden: [/^node:/, ...server, ...scanner] },
  { entry: '@kbyt/sdk/check-in', maxGzip: 30_000, forbidden: [/^node:/, ...server, ...signing] },
  {
    entry: '@kbyt/sdk/policy',
    maxGzip: 19_000,
    forbidden: [/^node:/, /\/ky\//, /\/jose\//, ...server],
  },
  { entry: '@kbyt/widgets/declaration-form', forbidden: [/^node:/, ...server, ...scanner] },
  // what is seen before the camera is asked for, Lit included
  { entry: '@kbyt/widgets/scanner/define', maxGzip: 15_000, forbidden: [/^node:/, /@zxing\//] },
  { entry: '@kbyt/widgets/scanner', maxGzip: 8_000, forbidden: [/^node:/, /\/lit/, /@zxing\//] },
  // the first engine, loaded when the camera is asked for: in the worker, or on the page without one
  {
    entry: '@kbyt/widgets/scanner',
    file: 'scanner/worker/scan-worker.js',
    maxGzip: 27_000,
    forbidden: [/^node:/, /\/lit/],
  },
  {
    entry: '@kbyt/widgets/scanner',
    file: 'scanner/decoder/create-page-decoder.js',
    maxGzip: 5_000,
    forbidden: [/^node:/, /\/lit/, /@zxing\//],
  },
  {
    entry: '@kbyt/widgets/scanner',
    file: 'scanner/engines/qr.js',
    maxGzip: 17_000,
    forbidden: [/^node:/, /\/lit/, /@zxing\//],
  },
  // and the second, each in place of the other: what drives the WebAssembly, and what runs without it
  {
    entry: '@kbyt/widgets/scanner',
    file: 'scanner/worker/zxing-wasm.js',
    maxGzip: 13_500,
    forbidden: [/^node:/],
  },
  {
    entry: '@kbyt/widgets/scanner',
    file: 'scanner/worker/zxing-js.js',
    maxGzip: 27_000,
    forbidden: [/^node:/],
  },
  { entry: '@kbyt/server', forbidden: [/^node:/, /\/kysely\//, /\/pg\//] },
  { entry: '@kbyt/mock-server/browser', forbidden: [/^node:/, /\/kysely\//, /\/pg\//] },
]

/**
 * @param {string} entry
 * @param {string} [file]
 */
async function bundle(entry, file) {
  const [, name = '', subpath] = /^@kbyt\/([^/]+)(?:\/(.+))?$/.exec(entry) ?? []
  const folder = join(root, 'packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { default: source } = exports[subpath ? `./${subpath}` : '.']
  const { outputFiles, metafile } = await build({
    entryPoints: { entry: file ? join(folder, 'dist', file) : join(folder, source) },
    absWorkingDir: root,
    outdir: '/',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['node:*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false,
    metafile: true,
  })
  return { outputFiles, outputs: metafile.outputs }
}

/**
 * The files that load with the entry: itself and its static imports, not what it imports later.
 *
 * @param {Awaited<ReturnType<typeof bundle>>} bundled
 */
function findLoaded({ outputs }) {
  const loaded = Object.keys(outputs).filter((path) => /(^|\/)entry\.js$/.test(path))
  for (const path of loaded)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (!external && kind === 'import-statement' && !loaded.includes(next)) loaded.push(next)
  return loaded
}

/** @param {typeof budgets[number]} budget */
async function measure({ entry, file, maxGzip = Number.POSITIVE_INFINITY, forbidden }) {
  const bundled = await bundle(entry, file)
  const loaded = findLoaded(bundled)
  const isLoaded = (/** @type {string} */ path) =>
    loaded.some((name) => path.endsWith(name.replace(/^(\.\.\/)+/, '/')))
  const texts = bundled.outputFiles
    .filter((file) => isLoaded(file.path))
    .map((file) => file.contents)
  const gzip = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
  const contents = loaded.flatMap((name) => {
    const { inputs = {}, imports = [] } = bundled.outputs[name] ?? {}
    const files = Object.keys(inputs).filter((path) => inputs[path]?.bytesInOutput)
    return [...files, ...imports.filter((it) => it.external).map((it) => it.path)]
  })
  const stowaways = contents.filter((path) => forbidden.some((pattern) => pattern.test(path)))
  const limit = Number.isFinite(maxGzip) ? ` of ${maxGzip}` : ''
  console.log(`${entry}${file ? ` (${file})` : ''}: ${gzip}${limit} bytes gzip`)
  if (gzip > maxGzip) console.error(`  ${gzip - maxGzip} bytes too many`)
  for (const path of stowaways) console.error(`  must not hold ${path}`)
  return gzip <= maxGzip && stowaways.length === 0
}

for (const budget of budgets) if (!(await measure(budget))) process.exitCode = 1
