import { KbytError } from '@kbyt/sdk'
import { recognizeQr } from '@kbyt/sdk/qr'
import { createCameraWatch } from './camera-watch.js'
import { type CodeQueue, createCodeQueue } from './code-queue.js'
import { decodeFile } from './decode-file.js'
import { createDecoder } from './decoder/create-decoder.js'
import type { Decoder, FoundCode } from './decoder/decoder.js'
import type { ScannedCode, Scanner, ScannerOptions } from './scanner-options.js'
import type { ScannerState } from './scanner-state.js'
import { createSightings } from './sightings.js'

/**
 * A QR scanner without a face: camera in, texts out. Several on one page share one camera.
 *
 * Owns what counts as news and who is told. Does not own when the camera is on (see
 * `createCameraWatch`), the words, nor when to start.
 *
 * @example
 * import { createScanner } from '@kbyt/widgets/scanner'
 *
 * const scanner = createScanner()
 * for await (const { recognized } of scanner.codes({ signal: AbortSignal.timeout(60_000) })) {
 *   if (recognized.kind === 'pass') console.log(recognized.text)
 * }
 */
export function createScanner(options: ScannerOptions = {}): Scanner {
  const { video = document.createElement('video'), camera, repeatAfterMs = 2_000 } = options
  const sightings = createSightings(repeatAfterMs)
  const queues = new Set<CodeQueue<ScannedCode>>()
  let decoder: Decoder | undefined
  const watch = createCameraWatch({ video, camera, getDecoder, onLook, onState })

  function getDecoder(): Decoder {
    decoder ??= (options.createDecoder ?? createDecoder)()
    return decoder
  }

  function onState(state: ScannerState): void {
    options.onState?.(state)
    if (state.step === 'idle' || state.step === 'failed') sightings.clear()
    if (state.step === 'idle') for (const queue of [...queues]) queue.end()
    if (state.step !== 'failed') return
    const error = new KbytError('camera_unavailable', { message: `no picture: ${state.problem}` })
    for (const queue of [...queues]) queue.fail(error)
  }

  async function onLook(codes: readonly FoundCode[], signal: AbortSignal): Promise<void> {
    options.onLook?.(codes)
    const sighting = sightings.see(codes, performance.now())
    if (sighting.kind === 'news') report(recognize(sighting.code))
    if (sighting.kind === 'several') await offer(sighting.codes.map(recognize), signal)
  }

  function report(code: ScannedCode): void {
    options.onCode?.(code)
    for (const queue of queues) queue.push(code)
  }

  async function offer(codes: readonly ScannedCode[], signal: AbortSignal): Promise<void> {
    if (!options.choose) return
    watch.offer(codes)
    let chosen: ScannedCode | undefined
    try {
      chosen = await options.choose(codes, signal)
    } finally {
      sightings.settle(chosen, codes)
      if (!signal.aborted) watch.proceed()
    }
    if (chosen && !signal.aborted) report(chosen)
  }

  function iterate(signal: AbortSignal | undefined): CodeQueue<ScannedCode> {
    const wasOff = watch.state.step === 'idle' || watch.state.step === 'failed'
    const onAbort = () => queue.fail(signal?.reason)
    const queue = createCodeQueue<ScannedCode>(() => {
      queues.delete(queue)
      signal?.removeEventListener('abort', onAbort)
      if (wasOff && watch.state.step !== 'failed') watch.stop()
    })
    queues.add(queue)
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
    else void watch.start()
    return queue
  }

  return {
    get state() {
      return watch.state
    },
    start: watch.start,
    stop: watch.stop,
    pause: watch.pause,
    resume: watch.resume,
    setTorch: async (isOn) => watch.camera?.setTorch(isOn),
    setZoom: async (value) => watch.camera?.setZoom(value),
    chooseLens: async (id) => watch.camera?.chooseLens(id),
    codes: ({ signal } = {}) => iterate(signal),
    readFile: async (file) => (await decodeFile(getDecoder(), file)).map(recognize),
    close() {
      watch.stop()
      decoder?.close()
      decoder = undefined
    },
  }
}

const recognize = (code: FoundCode): ScannedCode => ({
  ...code,
  recognized: recognizeQr(code.text),
})
