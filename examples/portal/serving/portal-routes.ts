import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { securePages, workerHeaders } from './headers.ts'
import { readStaticFiles, type StaticFile } from './static-files.ts'

const built = join(import.meta.dirname, '../dist')
const widgets = dirname(createRequire(import.meta.url).resolve('@kbyt/widgets/package.json'))

/**
 * The built pages under their CSP, and `/kbyt.js` with its chunks and the scanner's files: the widgets
 * for partners' pages.
 */
export function portalRoutes(): Hono {
  const pages = readStaticFiles(built)
  const bundle = readStaticFiles(join(widgets, 'dist/cdn'), '*.{js,wasm}')
  if (!pages.has('/') || !bundle.has('/kbyt.js')) {
    throw new Error('Pages or widgets are not built: run `pnpm run build` first.')
  }
  const routes = new Hono().use(compress())
  for (const [address, file] of bundle) {
    const open = shared(locked(address, file))
    routes.get(address, ({ req }) => answerFile(open, req.header('if-none-match')))
  }
  return routes.use(securePages).get('*', ({ req, notFound }) => {
    const file = pages.get(req.path)
    return file ? answerFile(locked(req.path, file), req.header('if-none-match')) : notFound()
  })
}

/** The scanner's worker has a CSP of its own: WebAssembly runs there, and on no page. */
const locked = (address: string, { body, headers }: StaticFile): StaticFile =>
  isScanWorker.test(address)
    ? { body, headers: { ...headers, ...workerHeaders } }
    : { body, headers }

// As @kbyt/widgets names it, and as a bundler does.
const isScanWorker = /\/scan-worker(-[\w-]+)?\.js$/

/** Another origin may load these files, and only these. */
const shared = ({ body, headers }: StaticFile): StaticFile => ({
  body,
  headers: {
    ...headers,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  },
})

function answerFile({ body, headers }: StaticFile, knownTag: string | undefined): Response {
  // A compressing proxy, or our own middleware, makes the tag a weak one.
  const isKnown = knownTag?.replace(/^W\//, '') === headers.etag
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
