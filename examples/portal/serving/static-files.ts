import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/**
 * Reads a folder of built files into a table by address: `kbyt.html` answers `/kbyt`. What is not
 * in the table does not exist, so no address can leave the folder.
 */
export function readStaticFiles(folder: string, pattern = '**/*.*'): Map<string, StaticFile> {
  const files = globSync(pattern, { cwd: folder }).map((path) => path.replaceAll('\\', '/'))
  return new Map(files.map((path) => [toAddress(path), readStaticFile(join(folder, path), path)]))
}

function readStaticFile(file: string, path: string): StaticFile {
  const body = new Uint8Array(readFileSync(file))
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return {
    body,
    headers: {
      'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${tag}"`,
    },
  }
}

const toAddress = (path: string) =>
  `/${path.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`

// Vite's folder, and tsup's chunks: named after their content.
const isHashed = (path: string) => path.startsWith('assets/') || /-[0-9A-Z]{8}\.js$/.test(path)
