import { once } from 'node:events'
import type { Server } from 'node:http'

/** How long calls under way may take. */
const graceMs = 10_000
const sweepMs = 20

/**
 * Takes no more connections and ends the calls under way; a browser's connection is closed as soon as
 * it waits for the next call, one that is still at work after ten seconds is broken.
 */
export async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs)
  const giveUp = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(giveUp)
}
