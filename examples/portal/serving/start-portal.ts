import { once } from 'node:events'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { type Backend, type BackendOptions, openBackend } from '@kbyt/server/node'
import { Hono } from 'hono'
import { type DemoOfficer, ensureDemoOfficer } from './demo-officer.ts'
import { findFreePort } from './find-free-port.ts'
import { portalRoutes } from './portal-routes.ts'

export interface PortalOptions
  extends Pick<BackendOptions, 'clock' | 'log' | 'publishableKeys' | 'sms'> {
  /** Where to listen; a taken port gives way to the next free one. @defaultValue 4391 */
  readonly port?: number
  /** Where data and keys lie. @defaultValue `.kbyt` in the working directory */
  readonly dataDir?: string
}

/** The running portal: pages and API on one port. */
export interface Portal {
  readonly url: string
  readonly port: number
  readonly wantedPort: number
  readonly dataDir: string
  readonly officer: DemoOfficer
  readonly backend: Backend
  /** Ends the calls under way, then closes server and database. */
  close(): Promise<void>
}

/** Starts the portal: the real backend with its data on disk, and the built pages around it. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const { port: wantedPort = 4391, dataDir: folder = '.kbyt', ...outside } = options
  const dataDir = resolve(folder)
  const port = await findFreePort(wantedPort)
  const url = `http://localhost:${port}`
  const backend = await openBackend({
    ...outside,
    dataDir,
    environment: 'development',
    origins: [url, `http://127.0.0.1:${port}`],
  })
  const officer = await ensureDemoOfficer(backend, dataDir)
  const server = await listen(backend, port)
  const close = async () => {
    await stop(server)
    await backend.close()
  }
  return { url, port, wantedPort, dataDir, officer, backend, close }
}

async function listen({ app: api }: Backend, port: number): Promise<Server> {
  const app = new Hono()
    .all('/v1/*', ({ req, env }) => api.fetch(req.raw, env))
    .all('/.well-known/*', ({ req, env }) => api.fetch(req.raw, env))
    .all('/healthz', ({ req, env }) => api.fetch(req.raw, env))
    .route('/', portalRoutes())
  const server = serve({ fetch: app.fetch, port, hostname: 'localhost' }) as Server
  await once(server, 'listening')
  return server
}

/** A browser keeps its connections open for long: what is idle is closed at once, the rest after a second. */
async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), 1_000)
  await closed
  clearTimeout(timer)
}
