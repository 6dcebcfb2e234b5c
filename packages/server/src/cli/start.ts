import { openConfiguredBackend } from '../node/open-configured-backend.js'
import { serveBackend } from '../node/serve-backend.js'
import { SettingError } from '../node/setting-error.js'
import type { Settings } from '../node/settings.js'
import { toErrorCode } from '../to-error-code.js'

/** Serves until SIGINT or SIGTERM, then ends what is under way. */
export async function start(settings: Settings): Promise<void> {
  const { KBYT_PORT: wanted, KBYT_HOST: hostname } = settings
  const drainMs = settings.KBYT_DRAIN_SECONDS * 1_000
  const backend = await openConfiguredBackend(settings)
  try {
    const server = await serveBackend(backend, { port: wanted, hostname, drainMs })
    if (!settings.KBYT_ORIGINS) backend.setOrigins([`http://localhost:${server.port}`])
    stopOnSignal(() => server.close())
    console.log(`KBYT listens on http://${hostname}:${server.port}`)
  } catch (error) {
    await backend.close()
    throw toListenError(error, settings)
  }
}

/** Names the variable where the machine does not let us listen there. */
function toListenError(error: unknown, { KBYT_PORT: port, KBYT_HOST: host }: Settings): unknown {
  const sentences: Record<string, string> = {
    EADDRINUSE: `KBYT_PORT: port ${port} on ${host} is taken`,
    EACCES: `KBYT_PORT: this user may not open port ${port}`,
    EADDRNOTAVAIL: `KBYT_HOST: ${host} is no address of this machine`,
    ENOTFOUND: `KBYT_HOST: ${host} is no address of this machine`,
  }
  const sentence = sentences[toErrorCode(error, '')]
  return sentence ? new SettingError(sentence, { cause: error }) : error
}

function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (isStopping) return
      isStopping = true
      await close()
      process.exit(0)
    })
  }
}
