import { once } from 'node:events'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { type Backend, type BackendOptions, connectionLimits, openBackend } from '@kbyt/server/node'
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
  const backend = await openBackend({
    ...outside,
    dataDir,
    environment: 'development',
    origins: [], // known once a port is
  })
  const officer = await ensureDemoOfficer(backend, dataDir)
  const { server, port } = await listen(createPortal(backend), wantedPort)
  const url = `http://localhost:${port}`
  backend.setOrigins([url, `http://127.0.0.1:${port}`])
  const close = async () => {
    await stop(server)
    await backend.close()
  }
  return { url, port, wantedPort, dataDir, officer, backend, close }
}

/** The API where the contract puts it, the pages around it. */
function createPortal({ app: api }: Backend): Hono {
  return new Hono()
    .all('/v1/*', ({ req, env }) => api.fetch(req.raw, env))
    .all('/.well-known/*', ({ req, env }) => api.fetch(req.raw, env))
    .all('/healthz', ({ req, env }) => api.fetch(req.raw, env))
    .all('/readyz', ({ req, env }) => api.fetch(req.raw, env))
    .all('/metrics', ({ req, env }) => api.fetch(req.raw, env))
    .route('/', portalRoutes())
}

async function listen(portal: Hono, wantedPort: number): Promise<{ server: Server; port: number }> {
  const port = await findFreePort(wantedPort)
  const options = { port, hostname: 'localhost', serverOptions: connectionLimits }
  const server = serve({ ...options, fetch: portal.fetch }) as Server
  try {
    await once(server, 'listening')
    return { server, port }
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    return listen(portal, port + 1) // somebody took it between the look and the step
  }
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
