import { createServer } from 'node:net'

/** The first port from `wanted` on that nobody holds on either loopback address. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port < 65_536; port++) {
    const answers = await Promise.all([canListen('127.0.0.1', port), canListen('::1', port)])
    if (answers.every(Boolean)) return port
  }
  throw new Error(`No free port from ${wanted} on: set KBYT_PORT.`)
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    // A machine without IPv6 has no ::1; only a port in use is a reason to go on.
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL'))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
