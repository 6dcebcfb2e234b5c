import type { Log } from '@kbyt/server'
import { toBanner } from './serving/banner.ts'
import { startPortal } from './serving/start-portal.ts'

const { KBYT_PORT: port = '4391', KBYT_DATA_DIR: dataDir = `${import.meta.dirname}/../../.kbyt` } =
  process.env
if (!/^\d{1,5}$/.test(port)) throw new TypeError(`KBYT_PORT is no port: ${port}`)

// The codes are what somebody watches this window for: only trouble is logged between them.
const log: Log = (event) => {
  if (event.level !== 'info') console.error(event)
}

const portal = await startPortal({ port: Number(port), dataDir, log })
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isStopping) return
    isStopping = true
    console.log('  Đang dừng… / Stopping…')
    await portal.close()
    process.exit(0)
  })
}

console.log(toBanner(portal))
