import {
  type CameraProblem,
  type CameraSource,
  closeCamera,
  openCamera,
  pageCamera,
} from './camera.js'
import { decodeFile } from './decode-file.js'
import { createDecoder } from './decoder/create-decoder.js'
import type { Decoder, FoundCode } from './decoder/decoder.js'
import { grabFrame } from './frame/grab-frame.js'
import { createRepeatGuard } from './repeat-guard.js'
import { hasTorch, switchTorch } from './torch.js'

export type ScannerState =
  | { readonly step: 'idle' }
  | { readonly step: 'asking' }
  | { readonly step: 'scanning'; readonly hasTorch: boolean; readonly isTorchOn: boolean }
  | { readonly step: 'failed'; readonly problem: CameraProblem }

export interface ScannerOptions {
  /** Shows the picture; muted and inline. */
  readonly video: HTMLVideoElement
  /** A code came into the picture. Not called again before it left for two seconds. */
  readonly onCode: (text: string) => void
  readonly onState: (state: ScannerState) => void
  /** @defaultValue the page's camera */
  readonly camera?: CameraSource | undefined
  /** Called once, at the first use. @defaultValue the decoder of this package */
  readonly createDecoder?: (() => Decoder) | undefined
}

export interface Scanner {
  /** Asks for the camera and looks for codes until stopped. */
  start(): Promise<void>
  /** Switches the camera off at once, also while permission is still being asked. */
  stop(): void
  setTorch(isOn: boolean): Promise<void>
  /**
   * Looks for codes in a picture file.
   *
   * @throws {KbytError} `media_type_unsupported`: no picture that this browser can open.
   */
  readFile(file: Blob): Promise<readonly FoundCode[]>
}

/** Rest between two looks, so that the page stays quick however slow the phone. */
const restMs = 60

/**
 * A QR scanner without a face: camera in, texts out.
 *
 * Owns the stream, the pace of decoding and what counts as news. Does not own the video element,
 * the words, nor when to start.
 *
 * @example
 * const scanner = createScanner({ video, onCode: show, onState: render })
 * button.onclick = () => scanner.start()
 */
export function createScanner(options: ScannerOptions): Scanner {
  const { video, onCode, onState, camera = pageCamera } = options
  const guard = createRepeatGuard()
  let decoder: Decoder | undefined
  let stream: MediaStream | undefined
  let run = 0 // each start and stop begins a new one; what belongs to an older run is dropped

  const getDecoder = () => {
    decoder ??= (options.createDecoder ?? createDecoder)()
    return decoder
  }

  function stop(): void {
    run++
    release()
    onState({ step: 'idle' })
  }

  function release(): void {
    if (stream) closeCamera(stream)
    stream = undefined
    video.srcObject = null
  }

  async function start(): Promise<void> {
    release()
    const mine = ++run
    onState({ step: 'asking' })
    const opened = await openCamera(camera)
    if (mine !== run) {
      if (typeof opened !== 'string') closeCamera(opened)
      return
    }
    if (typeof opened === 'string') onState({ step: 'failed', problem: opened })
    else await show(opened, mine)
  }

  async function show(opened: MediaStream, mine: number): Promise<void> {
    stream = opened
    opened.getVideoTracks()[0]?.addEventListener('ended', () => fail(mine, 'unplugged'))
    video.srcObject = opened
    onState({ step: 'scanning', hasTorch: hasTorch(opened), isTorchOn: false })
    await video.play().catch(() => undefined) // a page in the background: frames come when it shows
    await look(mine)
  }

  function fail(mine: number, problem: CameraProblem): void {
    if (mine !== run) return
    run++
    release()
    onState({ step: 'failed', problem })
  }

  async function look(mine: number): Promise<void> {
    while (mine === run) {
      const began = performance.now()
      const frame = await grabFrame(video)
      const text = frame && (await getDecoder().decode(frame, 'frame'))[0]?.text
      if (mine !== run) return
      if (text && guard.isNew(text, performance.now())) onCode(text)
      await rest(Math.max(restMs, performance.now() - began))
    }
  }

  return {
    start,
    stop,
    async setTorch(isOn) {
      if (!stream || !(await switchTorch(stream, isOn)) || !stream) return
      onState({ step: 'scanning', hasTorch: true, isTorchOn: isOn })
    },
    readFile: (file) => decodeFile(getDecoder(), file),
  }
}

/** At least as long as the last look took: never more than half of the thread's time. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
