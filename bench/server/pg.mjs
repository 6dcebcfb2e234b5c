import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const server = createRequire(new URL('../../packages/server/package.json', import.meta.url))

/** The driver that the server brings: the root of the repository has none. */
export const { default: pg } = await import(pathToFileURL(server.resolve('pg')).href)
