import { createDecoder, createScanner } from '@kbyt/widgets/scanner'

/** What the bench asks of the page. */
export interface CameraBench {
  /** Looks so far. */
  looks: number
  /** Codes reported so far. */
  codes: number
  start(): Promise<string>
  stop(): void
}

declare global {
  var cameraBench: CameraBench
}

const bench: CameraBench = {
  looks: 0,
  codes: 0,
  async start() {
    await scanner.start()
    return scanner.state.step
  },
  stop: () => scanner.close(),
}
globalThis.cameraBench = bench
const scanner = createScanner({
  video: document.querySelector('video') ?? undefined,
  createDecoder: () => createDecoder({ workerUrl: '/scan-worker.js' }),
  onLook: () => {
    bench.looks++
  },
  onCode: () => {
    bench.codes++
  },
})
