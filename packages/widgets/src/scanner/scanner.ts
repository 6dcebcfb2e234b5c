import { recognizeQr } from '@kbyt/sdk/qr'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { WordsController } from '../controllers/words.js'
import { theme } from '../theme/index.js'
import type { WordOverrides } from '../words/catalogue.js'
import { en } from '../words/scanner.en.js'
import { type ScannerWords, vi } from '../words/scanner.vi.js'
import { type CameraSource, isCameraAllowed } from './camera.js'
import { KbytCodeScannedEvent } from './scanner.events.js'
import { styles } from './scanner.styles.js'
import { ScannerController } from './scanner-controller.js'

/**
 * Reads QR codes from the camera, a picture file or a dropped picture. The camera is asked for only
 * after a tap and is off as soon as the element is hidden or gone.
 *
 * @element kbyt-scanner
 * @slot - Another way on, such as a field to type into.
 * @csspart viewfinder - The frame around the camera's picture.
 * @fires {KbytCodeScannedEvent} kbyt-code-scanned - A code was read; the same one again only after it was away for two seconds.
 */
export class KbytScanner extends LitElement {
  static override readonly styles = [...theme, styles]
  /** Where pictures come from; the page's camera otherwise. */
  @property({ attribute: false }) camera: CameraSource | undefined
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<ScannerWords> | undefined
  @state() private news: '' | 'scanned' | 'reading' | 'fileEmpty' = ''
  @query('video') private readonly video!: HTMLVideoElement
  readonly #words = new WordsController(this, { vi, en })
  readonly #scanner = new ScannerController(this, {
    getVideo: () => this.video,
    getCamera: () => this.camera,
    onCode: (text) => this.#report(text),
  })

  /** Switches the camera on; call it only from a tap. */
  async start(): Promise<void> {
    this.news = ''
    await this.#scanner.start()
  }

  /** Switches the camera on if the person has allowed it before; else the explanation stands. */
  async startIfAllowed(): Promise<void> {
    if (await isCameraAllowed()) await this.start()
  }

  /** Switches the camera off. */
  stop(): void {
    this.#scanner.stop()
  }

  override render(): TemplateResult {
    const { scanner } = this.#words.current
    const isScanning = this.#scanner.state.step === 'scanning'
    return html`<div class="stack" @dragover=${this.#onDragOver} @drop=${this.#onDrop}>
      <div class="viewfinder" part="viewfinder" ?hidden=${!isScanning}>
        <video aria-label=${scanner.video} muted playsinline></video>
        <span class="frame" aria-hidden="true"></span>
      </div>
      ${this.#renderState()}
      <div class="file">
        <input
          class="visually-hidden"
          id="file"
          type="file"
          accept="image/*"
          aria-describedby="drop"
          @change=${this.#onFile}
        />
        <label class="button secondary" for="file">${scanner.file}</label>
        <p id="drop" class="hint">${scanner.drop}</p>
      </div>
      <slot></slot>
      <p class="news" role="status">${this.#sayNews()}</p>
    </div>`
  }

  #renderState(): TemplateResult {
    const { state } = this.#scanner
    const { scanner, camera } = this.#words.current
    switch (state.step) {
      case 'idle':
        return html`<p>${scanner.explain}</p>
          <button type="button" class="button" @click=${this.start}>${scanner.start}</button>`
      case 'asking':
        return html`<p role="status" class="notice">${scanner.asking}</p>`
      case 'failed':
        return html`<p role="alert" class="notice warning">${camera[state.problem]}</p>
          ${
            state.problem === 'insecure' || state.problem === 'absent'
              ? nothing
              : html`<button type="button" class="button secondary" @click=${this.start}>${scanner.again}</button>`
          }`
      case 'scanning':
        return html`<p>${scanner.scanning}</p>
          <div class="actions">
            <button type="button" class="button secondary" @click=${this.stop}>${scanner.stop}</button>
            ${state.hasTorch ? this.#renderTorch(state.isTorchOn) : nothing}
          </div>`
    }
  }

  #renderTorch(isOn: boolean): TemplateResult {
    const { scanner } = this.#words.current
    return html`<button type="button" class="button secondary" @click=${() => this.#scanner.setTorch(!isOn)}>
      ${isOn ? scanner.torchOff : scanner.torchOn}
    </button>`
  }

  #sayNews(): string {
    return this.news && this.#words.current.scanner[this.news]
  }

  #report(text: string): void {
    this.news = 'scanned'
    this.dispatchEvent(new KbytCodeScannedEvent(text, recognizeQr(text)))
  }

  async #onFile({ currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof HTMLInputElement)) return
    await this.#readFile(currentTarget.files?.[0])
    currentTarget.value = '' // so that the same file can be chosen again
  }

  #onDragOver(event: DragEvent): void {
    event.preventDefault() // else the browser opens the picture instead of dropping it here
  }

  async #onDrop(event: DragEvent): Promise<void> {
    event.preventDefault()
    await this.#readFile(event.dataTransfer?.files[0])
  }

  async #readFile(file: File | undefined): Promise<void> {
    if (!file) return
    this.news = 'reading'
    const [code] = await this.#scanner.readFile(file).catch(() => [])
    if (code) this.#report(code.text)
    else this.news = 'fileEmpty'
  }
}

export { createScanner } from './create-scanner.js'

export { KbytCodeScannedEvent }
