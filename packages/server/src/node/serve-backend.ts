import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { connectionLimits } from './connection-limits.js'
import type { Backend } from './open-backend.js'
import { stopServer } from './stop-server.js'

/** Where {@link serveBackend} listens. */
export interface ServeOptions {
  readonly port: number
  readonly hostname: string
  /**
   * How long it goes on serving while `GET /readyz` already says that it is stopping: the time a
   * balancer needs to see it.
   *
   * @defaultValue 0
   */
  readonly drainMs?: number | undefined
}

/** A backend that answers on a port. */
export interface RunningServer {
  /** The port it listens on; of use where 0 was asked for. */
  readonly port: number
  /** Is no longer ready, then takes no more calls, ends those under way and closes the backend. */
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
  { port, hostname, drainMs = 0 }: ServeOptions,
): Promise<RunningServer> {
  // Left alone it puts its own Request and Response in the place of the process's.
  const listener = getRequestListener(backend.app.fetch, { overrideGlobalObjects: false })
  const server = createServer(connectionLimits, listener)
  server.listen(port, hostname)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      backend.drain()
      await sleep(drainMs)
      await stopServer(server)
      await backend.close()
    },
  }
}
