import { type CameraSource, pageCamera } from './camera/camera-source.js'
import { shareCamera } from './camera/share-camera.js'
import type { CameraUser, CameraView, SharedCamera } from './camera/shared-camera.js'
import type { Decoder, FoundCode } from './decoder/decoder.js'
import type { ScannerState } from './scanner-state.js'
import { watchFrames } from './watch-frames.js'

interface CameraWatchOptions {
  readonly video: HTMLVideoElement
  /** @defaultValue the page's camera */
  readonly camera?: CameraSource | undefined
  readonly getDecoder: () => Decoder
  /** The codes of one look. `signal` ends when the camera goes off or rests. */
  readonly onLook: (codes: readonly FoundCode[], signal: AbortSignal) => Promise<void> | void
  readonly onState: (state: ScannerState) => void
}

/** A camera that is looked through while the page shows. */
export interface CameraWatch {
  readonly state: ScannerState
  /** The camera in use, for its light, zoom and lens. */
  readonly camera: SharedCamera | undefined
  /** Done when there is a picture, or none will come. */
  start(): Promise<void>
  stop(): void
  pause(): void
  resume(): void
  /** Lets the picture stand still while `codes` are offered. */
  offer(codes: readonly FoundCode[]): void
  /** Ends the offer: the picture moves again. */
  proceed(): void
}

/**
 * Makes a watch, off until started.
 *
 * Owns when the camera is on: never while the page is hidden, and off within the call of `stop`.
 * Does not own what the codes mean.
 */
export function createCameraWatch(options: CameraWatchOptions): CameraWatch {
  const { video, camera: source = pageCamera, getDecoder, onLook } = options
  let state: ScannerState = { step: 'idle' }
  let camera: SharedCamera | undefined
  let looking: AbortController | undefined
  let onAnswered: (() => void) | undefined // the promise of start()

  function change(to: ScannerState): void {
    state = to
    if (to.step !== 'asking') onAnswered?.()
    options.onState(to)
  }

  const user: CameraUser = {
    onView(view) {
      if (document.visibilityState === 'hidden') return hide()
      const isNew = video.srcObject !== view.stream
      if (isNew) video.srcObject = view.stream
      if (!('camera' in state)) return look(view)
      change({ ...state, camera: view })
      if (isNew && state.step === 'scanning') play()
    },
    onProblem(problem) {
      letGo()
      change({ step: 'failed', problem })
    },
  }

  function play(): void {
    void video.play().catch(() => undefined) // a page in the background: frames come when it shows
  }

  function look(view: CameraView): void {
    looking?.abort()
    looking = new AbortController()
    const { signal } = looking
    change({ step: 'scanning', camera: view })
    play()
    void watchFrames({
      video,
      decoder: getDecoder(),
      signal,
      onLook: (codes) => onLook(codes, signal),
    })
  }

  function letGo(): void {
    looking?.abort()
    camera?.leave(user)
    video.srcObject = null
    document.removeEventListener('visibilitychange', onVisibility)
  }

  function join(): Promise<void> {
    document.addEventListener('visibilitychange', onVisibility)
    Object.assign(video, { muted: true, playsInline: true }) // else phones play it on a tap only, or full screen
    camera = shareCamera(source)
    change({ step: 'asking' })
    void getDecoder().decode(new ImageData(1, 1), 'frame') // it loads while the person is asked
    const answered = new Promise<void>((resolve) => {
      onAnswered = resolve
    })
    camera.join(user)
    return answered
  }

  function hide(): void {
    const shouldResume = state.step !== 'paused'
    letGo()
    if (shouldResume) document.addEventListener('visibilitychange', onVisibility)
    change({ step: shouldResume ? 'hidden' : 'idle' })
  }

  function onVisibility(): void {
    const isHidden = document.visibilityState === 'hidden'
    // While it is asked, the browser's own question may hide the page.
    if (isHidden && 'camera' in state) hide()
    else if (!isHidden && state.step === 'hidden') void join()
  }

  return {
    get state() {
      return state
    },
    get camera() {
      return camera
    },
    async start() {
      if (state.step === 'idle' || state.step === 'failed') await join()
    },
    stop() {
      letGo()
      if (state.step !== 'idle') change({ step: 'idle' })
    },
    pause() {
      if (state.step !== 'scanning') return
      looking?.abort()
      video.pause()
      change({ step: 'paused', camera: state.camera })
    },
    resume() {
      if (state.step === 'paused') look(state.camera)
    },
    offer(codes) {
      if (state.step !== 'scanning') return
      video.pause()
      change({ step: 'choosing', camera: state.camera, codes })
    },
    proceed() {
      if (state.step !== 'choosing') return
      change({ step: 'scanning', camera: state.camera })
      play()
    },
  }
}
