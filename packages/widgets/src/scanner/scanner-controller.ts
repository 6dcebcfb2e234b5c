import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { CameraSource } from './camera.js'
import { createScanner, type Scanner, type ScannerState } from './create-scanner.js'
import type { FoundCode } from './decoder/decoder.js'

interface ScannerControllerOptions {
  readonly getVideo: () => HTMLVideoElement
  readonly getCamera: () => CameraSource | undefined
  readonly onCode: (text: string) => void
}

/**
 * Ties a scanner to an element's life: the camera is off when the element leaves or the page hides,
 * and on again when a page that was scanning comes back.
 *
 * Owns the scanner and its state. Does not own the tap that starts it, nor the words.
 */
export class ScannerController implements ReactiveController {
  state: ScannerState = { step: 'idle' }
  readonly #host: ReactiveControllerHost
  readonly #options: ScannerControllerOptions
  #scanner: Scanner | undefined
  #shouldResume = false

  constructor(host: ReactiveControllerHost, options: ScannerControllerOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  async start(): Promise<void> {
    await this.#use().start()
  }

  stop(): void {
    this.#shouldResume = false
    this.#scanner?.stop()
  }

  async setTorch(isOn: boolean): Promise<void> {
    await this.#use().setTorch(isOn)
  }

  async readFile(file: Blob): Promise<readonly FoundCode[]> {
    return this.#use().readFile(file)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility)
    this.stop()
    this.#scanner = undefined
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') {
      if (this.#shouldResume) void this.start()
      this.#shouldResume = false
      return
    }
    const wasScanning = this.state.step === 'scanning'
    this.stop()
    this.#shouldResume = wasScanning
  }

  #use(): Scanner {
    this.#scanner ??= createScanner({
      video: this.#options.getVideo(),
      camera: this.#options.getCamera(),
      onCode: this.#options.onCode,
      onState: (state) => {
        this.state = state
        this.#host.requestUpdate()
      },
    })
    return this.#scanner
  }
}
