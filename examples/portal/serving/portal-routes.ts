import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { securePages } from './headers.ts'
import { readStaticFile, readStaticFiles, type StaticFile } from './static-files.ts'

const built = join(import.meta.dirname, '../dist')
const widgets = dirname(createRequire(import.meta.url).resolve('@kbyt/widgets/package.json'))

/** The built pages under their CSP, and `/kbyt.js`: the widgets in one file for partners' pages. */
export function portalRoutes(): Hono {
  const files = readStaticFiles(built)
  if (!files.has('/')) throw new Error('The pages are not built: run `pnpm run build` first.')
  const bundle = readStaticFile(join(widgets, 'dist/cdn/widgets.min.js'), 'kbyt.js')
  return new Hono()
    .use(compress())
    .get('/kbyt.js', ({ req }) => answerFile(shared(bundle), req.header('if-none-match')))
    .use(securePages)
    .get('*', ({ req, notFound }) => {
      const file = files.get(req.path)
      return file ? answerFile(file, req.header('if-none-match')) : notFound()
    })
}

/** Another origin may load this file, and only this one. */
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
