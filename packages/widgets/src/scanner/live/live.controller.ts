import { isKbytError } from '@kbyt/sdk'
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit'
import { WordsController } from '../../controllers/words.js'
import { fillWords, type WordOverrides } from '../../words/catalogue.js'
import type { ScannerWords } from '../../words/scanner.vi.js'
import { en } from '../../words/scanner-live.en.js'
import { vi } from '../../words/scanner-live.vi.js'
import { type CameraSource, pageCamera } from '../camera/camera-source.js'
import { createScanner } from '../create-scanner.js'
import { createDecoder as createPackageDecoder } from '../decoder/create-decoder.js'
import type { Decoder, FoundCode } from '../decoder/decoder.js'
import type { CodeOrigin } from '../scanner.events.js'
import type { ScannedCode, Scanner } from '../scanner-options.js'
import type { ScannerState } from '../scanner-state.js'
import { ChoiceController } from './choice.controller.js'
import { isPdf } from './is-pdf.js'
import { PinchController } from './pinch.controller.js'
import { renderChoices } from './render-choices.js'
import { renderControls } from './render-controls.js'
import { renderOptions } from './render-options.js'
import { renderProgress } from './render-progress.js'
import { renderViewfinder } from './render-viewfinder.js'
import { createSignal } from './signal.js'

/** The element around, as far as the live part reads it. */
export interface LiveHost extends LitElement {
  readonly camera: CameraSource | undefined
  readonly workerUrl: string | undefined
  readonly createDecoder: (() => Decoder) | undefined
  readonly repeatAfterMs: number
  words: WordOverrides<ScannerWords> | undefined
}

/** What the element is told. */
export interface LiveListener {
  onCode(code: ScannedCode, origin: CodeOrigin): void
  onState(state: ScannerState): void
  /** A sentence for everybody to hear. */
  onNews(sentence: string): void
}

/**
 * The part of the element that comes with the camera or a picture: loaded when first asked for.
 *
 * Owns the scanner, its picture, controls and choices. Does not own the explanation before, nor the
 * events.
 */
export class LiveController implements ReactiveController {
  readonly #host: LiveHost
  readonly #listener: LiveListener
  readonly #words: WordsController<typeof vi>
  readonly #choice: ChoiceController
  readonly #signal = createSignal()
  readonly #video = document.createElement('video')
  #codes: readonly FoundCode[] = []
  #scanner: Scanner | undefined

  constructor(host: LiveHost, listener: LiveListener) {
    this.#host = host
    this.#listener = listener
    this.#words = new WordsController(host, { vi, en })
    this.#choice = new ChoiceController(host)
    new PinchController(host, {
      getTarget: () => host.renderRoot.querySelector('.viewfinder'),
      getZoom: () => this.#camera?.zoom,
      onZoom: (value) => void this.scanner.setZoom(value),
    })
    host.addController(this)
  }

  get state(): ScannerState {
    return this.#scanner?.state ?? { step: 'idle' }
  }

  /** Whether several codes are offered; their heading is then what is news. */
  get isChoosing(): boolean {
    return this.#choice.codes.length > 0
  }

  /** The scanner, made at its first use. */
  get scanner(): Scanner {
    const { camera, repeatAfterMs, workerUrl, createDecoder } = this.#host
    this.#scanner ??= createScanner({
      video: this.#video,
      camera,
      createDecoder: createDecoder ?? (() => createPackageDecoder({ workerUrl })),
      repeatAfterMs,
      onCode: (code) => this.#report(code, 'camera'),
      onLook: (codes) => this.#outline(codes),
      onState: (state) => this.#onState(state),
      choose: (codes, signal) => this.#choice.ask(codes, signal),
    })
    return this.#scanner
  }

  get #camera() {
    const { state } = this
    return 'camera' in state ? state.camera : undefined
  }

  hostDisconnected(): void {
    this.#scanner?.close()
    this.#scanner = undefined
  }

  async start(): Promise<void> {
    this.#signal.prepare()
    await this.scanner.start()
  }

  /** Reads a picture file; what cannot be read is said. */
  async readFile(file: File): Promise<void> {
    const { live } = this.#words.current
    if (await isPdf(file)) return this.#listener.onNews(live.filePdf)
    try {
      const codes = await this.scanner.readFile(file)
      if (codes.length === 0) return this.#listener.onNews(live.fileEmpty)
      if (codes.length > 1) this.#sayChoice(codes.length)
      const code = codes.length > 1 ? await this.#choice.ask(codes) : codes[0]
      if (code) this.#report(code, 'file')
    } catch (error) {
      if (!isKbytError(error)) throw error
      this.#listener.onNews(live.fileUnreadable)
    }
  }

  render(): TemplateResult {
    const words = this.#words.current
    const { state } = this
    const { codes: offered } = this.#choice
    const isChoosing = state.step === 'choosing'
    return html`${renderViewfinder({
      label: words.live.video,
      video: this.#video,
      isShown: this.#camera !== undefined,
      codes: isChoosing ? state.codes : this.#codes,
      onChoose: isChoosing ? (index) => this.#choice.take(offered[index]) : undefined,
    })}
    ${
      offered.length > 0
        ? renderChoices({ words, codes: offered, onTake: (code) => this.#choice.take(code) })
        : this.#renderRest()
    }`
  }

  #renderRest(): TemplateResult {
    const words = this.#words.current
    const { state, scanner } = this
    const app = (this.#host.camera ?? pageCamera).inAppBrowser
    const progress = renderProgress({ words, state, app, onStart: () => void this.start() })
    if (state.step !== 'scanning' && state.step !== 'paused') return html`${progress}`
    const shown = { words, scanner, camera: state.camera }
    return html`${progress}
      ${renderControls({ ...shown, isPaused: state.step === 'paused' })}
      ${renderOptions({ ...shown, signal: this.#signal, onChange: () => this.#host.requestUpdate() })}`
  }

  #onState(state: ScannerState): void {
    if (state.step === 'choosing') this.#sayChoice(state.codes.length)
    else if (state.step !== 'scanning') this.#codes = []
    this.#host.requestUpdate()
    this.#listener.onState(state)
  }

  #sayChoice(count: number): void {
    this.#listener.onNews(fillWords(this.#words.current.choice.heading, { count }))
  }

  #outline(codes: readonly FoundCode[]): void {
    if (codes.length === 0 && this.#codes.length === 0) return
    this.#codes = codes
    this.#host.requestUpdate()
  }

  #report(code: ScannedCode, origin: CodeOrigin): void {
    this.#signal.give()
    this.#listener.onCode(code, origin)
  }
}
