import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { connectionLimits } from './connection-limits.js'
import type { Backend } from './open-backend.js'

/** Where {@link serveBackend} listens. */
export interface ServeOptions {
  readonly port: number
  readonly hostname: string
}

/** How long calls under way may take once the server is told to stop. */
const graceMs = 10_000

/** A backend that answers on a port. */
export interface RunningServer {
  /** The port it listens on; of use where 0 was asked for. */
  readonly port: number
  /** Takes no more calls, ends those under way, then closes the backend. */
  close(): Promise<void>
}

/**
 * Serves a backend on a port of its own.
 *
 * @throws {Error} when the port is taken (`EADDRINUSE`).
 * @example
 * const backend = await openBackend({ environment: 'development', origins: ['http://localhost:4391'] })
 * const server = await serveBackend(backend, { port: 4391, hostname: 'localhost' })
 * await server.close()
 */
export async function serveBackend(
  backend: Backend,
  { port, hostname }: ServeOptions,
): Promise<RunningServer> {
  const server = createServer(connectionLimits, getRequestListener(backend.app.fetch))
  server.listen(port, hostname)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      await stop(server)
      await backend.close()
    },
  }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
