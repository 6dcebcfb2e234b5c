import { recognizeQr } from '@kbyt/sdk/qr'
import { adoptStyles, html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { WordsController } from '../controllers/words.js'
import { baseStyles } from '../theme/base.styles.js'
import { buttonStyles } from '../theme/button.styles.js'
import { tokenStyles } from '../theme/tokens.styles.js'
import { fillWords, type WordOverrides } from '../words/catalogue.js'
import { en } from '../words/scanner.en.js'
import { type ScannerWords, vi } from '../words/scanner.vi.js'
import { type CameraSource, pageCamera } from './camera/camera-source.js'
import { isCameraAllowed } from './camera/is-camera-allowed.js'
import type { Decoder } from './decoder/decoder.js'
import { FocusKeeper } from './focus-keeper.controller.js'
import type { LiveController } from './live/index.js'
import { PicturesController } from './pictures.controller.js'
import { renderPictures } from './render-pictures.js'
import { type CodeOrigin, KbytCodeScannedEvent, KbytScannerChangedEvent } from './scanner.events.js'
import { styles } from './scanner.styles.js'
import type { ScannerState } from './scanner-state.js'
import { TypedForm } from './typed-form.js'

const shellStyles = [tokenStyles, baseStyles, buttonStyles, styles]

/**
 * Reads QR codes from the camera, a picture file, a dropped or pasted picture, and takes typed ones.
 * The camera is asked for only after a tap, and is off while the page is hidden. Several scanners on
 * one page share a camera.
 *
 * @element kbyt-scanner
 * @slot - In place of the box to type into.
 * @csspart viewfinder - The frame around the camera's picture.
 * @csspart controls - The buttons under the picture.
 * @fires {KbytCodeScannedEvent} kbyt-code-scanned - A code was read or typed; the same one again only after it had left the picture.
 * @fires {KbytScannerChangedEvent} kbyt-scanner-changed - The camera went on, off, rests, failed, or offers several codes.
 */
export class KbytScanner extends LitElement {
  static override readonly styles = shellStyles
  /** Where pictures come from; the page's camera otherwise. */
  @property({ attribute: false }) camera: CameraSource | undefined
  /** Where the script of the decoder's worker lies, of the page's own origin; the package's otherwise. */
  @property({ attribute: 'worker-url' }) workerUrl: string | undefined
  /** Makes another decoder; the package's own otherwise. */
  @property({ attribute: false }) createDecoder: (() => Decoder) | undefined
  /** How long a code must be out of the picture before it is reported again. */
  @property({ type: Number, attribute: 'repeat-after-ms' }) repeatAfterMs = 2_000
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<ScannerWords> | undefined
  @state() private news = ''
  @state() private isAsked = false
  readonly #words = new WordsController(this, { vi, en })
  readonly #typed = new TypedForm(this, (text) => this.#report(text, 'typed'))
  #live: LiveController | undefined
  #loading: Promise<LiveController | undefined> | undefined

  constructor() {
    super()
    new FocusKeeper(this)
    new PicturesController(this, (file) => void this.#readFile(file))
  }

  /** What the scanner is doing. */
  get state(): ScannerState {
    return this.#live?.state ?? { step: this.isAsked ? 'asking' : 'idle' }
  }

  /** Switches the camera on; call it only from a tap. */
  async start(): Promise<void> {
    this.news = ''
    this.isAsked = true
    const live = await this.#load()
    if (this.isAsked) await live?.start()
    this.isAsked = false
  }

  /** Switches the camera on if the person has allowed it before; else the explanation stands. */
  async startIfAllowed(): Promise<void> {
    if (await isCameraAllowed()) await this.start()
  }

  /** Lets the picture stand still and reads no more; the camera stays reserved. */
  pause(): void {
    this.#live?.scanner.pause()
  }

  /** Reads on after a pause. */
  resume(): void {
    this.#live?.scanner.resume()
  }

  /** Switches the camera off, at once. */
  stop(): void {
    this.isAsked = false
    this.#live?.scanner.stop()
  }

  override disconnectedCallback(): void {
    this.isAsked = false
    super.disconnectedCallback()
  }

  protected override render(): TemplateResult {
    const words = this.#words.current
    const { step } = this.state
    return html`<div class="stack">
      ${this.#live?.render() ?? nothing}
      ${step === 'idle' ? html`<p>${words.scanner.explain}</p>` : nothing}
      ${step === 'asking' ? html`<p role="status" class="notice">${words.scanner.asking}</p>` : nothing}
      ${this.#renderInApp()}
      ${
        step === 'idle'
          ? html`<button type="button" class="button next" @click=${this.start}>${words.scanner.start}</button>`
          : nothing
      }
      <p class=${this.#live?.isChoosing ? 'visually-hidden' : 'news'} role="status">${this.news}</p>
      ${renderPictures(words, (file) => void this.#readFile(file))}
      <slot>${this.#typed.render(words)}</slot>
    </div>`
  }

  /** Some apps never answer when a page asks for the camera: what to do is said before. */
  #renderInApp(): TemplateResult | typeof nothing {
    const { step } = this.state
    const app = (this.camera ?? pageCamera).inAppBrowser
    if (app === undefined || !['idle', 'asking', 'failed'].includes(step)) return nothing
    const { ways } = this.#words.current
    const hint = html`<p class="notice warning">${fillWords(ways.inAppHint, { app })}</p>`
    return html`${step === 'failed' ? nothing : hint}
      <button type="button" class="button ${step === 'failed' ? '' : 'secondary'}" @click=${this.#copyAddress}>${ways.copyAddress}</button>`
  }

  /** The rest of the element and the decoder; undefined, and said, when they do not come. */
  #load(): Promise<LiveController | undefined> {
    this.#loading ??= import('./live/index.js').then(
      (room) => {
        adoptStyles(this.renderRoot as ShadowRoot, [...shellStyles, room.styles])
        this.#live = new room.LiveController(this, {
          onCode: ({ text }, origin) => this.#report(text, origin),
          onState: (scannerState) => this.dispatchEvent(new KbytScannerChangedEvent(scannerState)),
          onNews: (sentence) => {
            this.news = sentence
          },
        })
        return this.#live
      },
      () => {
        this.#loading = undefined // no network: the next tap tries again
        this.news = this.#words.current.scanner.loadFailed
        return undefined
      },
    )
    return this.#loading
  }

  #report(text: string, origin: CodeOrigin): void {
    this.news = this.#words.current.scanner.scanned
    this.dispatchEvent(new KbytCodeScannedEvent(text, recognizeQr(text), origin))
  }

  async #readFile(file: File): Promise<void> {
    this.news = this.#words.current.ways.reading
    await (await this.#load())?.readFile(file)
  }

  async #copyAddress(): Promise<void> {
    const { ways } = this.#words.current
    try {
      await navigator.clipboard.writeText(location.href)
      this.news = ways.addressCopied
    } catch {
      this.news = fillWords(ways.copyFailed, { address: location.href })
    }
  }
}

export { KbytCodeScannedEvent, KbytScannerChangedEvent }
