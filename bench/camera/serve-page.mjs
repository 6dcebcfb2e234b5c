import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'packages/widgets/dist/scanner/worker')
const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' }

const html = `<!doctype html><title>Camera bench</title>
<video muted playsinline width="640" height="360"></video><script type="module" src="/page.js"></script>`

/**
 * Serves a page with a scanner and the worker as it is published, on the loopback.
 *
 * @param {boolean} hasWorker Whether the page asks for the worker, which must be built then.
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function servePage(hasWorker) {
  if (hasWorker && !existsSync(join(built, 'scan-worker.js')))
    throw new Error('The widgets are not built: run `pnpm run build` first.')
  const page = await bundlePage()
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1).replace(/\?.*/, '')
    const file = join(built, name)
    const type = types[extname(name)] ?? 'text/html; charset=utf-8'
    response.writeHead(200, { 'content-type': type })
    if (name === '') response.end(html)
    else if (name === 'page.js') response.end(page)
    else response.end(existsSync(file) ? readFileSync(file) : '')
  })
  await new Promise((done) => server.listen(0, 'localhost', () => done(undefined)))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://localhost:${port}/`, close: () => server.close() }
}

async function bundlePage() {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['@kbyt/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
