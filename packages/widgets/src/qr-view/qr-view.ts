import type { Pass } from '@kbyt/sdk/schema'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { WordsController } from '../controllers/words.js'
import { theme } from '../theme/index.js'
import { fillWords, type WordOverrides } from '../words/catalogue.js'
import { en } from '../words/qr-view.en.js'
import { type QrViewWords, vi } from '../words/qr-view.vi.js'
import { sayInstant } from '../words/say-instant.js'
import { printQrs } from './print-qrs.js'
import { toQrSvg } from './qr-svg.js'
import { styles } from './qr-view.styles.js'
import { saveQr } from './save-qr.js'
import { type ShownQr, toShownQr } from './shown-qr.js'
import { WakeLockController } from './wake-lock.js'

/**
 * Shows one QR code: name above, validity below; large, on paper, as a picture.
 *
 * @element kbyt-qr-view
 * @slot - More about the code, under its validity.
 * @csspart qr - The code itself.
 * @csspart name - The name above it.
 * @csspart actions - The buttons.
 * @cssproperty --kbyt-qr-size - Width of the code on the screen; 20rem at most otherwise.
 */
export class KbytQrView extends LitElement {
  static override readonly styles = [...theme, styles]
  /** The pass to show. */
  @property({ attribute: false }) pass: Pass | undefined
  /** What to show when there is no pass. */
  @property() value = ''
  /** Stands above the code: the full name. The pass's own display name otherwise. */
  @property() label = ''
  /** Leaves the buttons out. */
  @property({ type: Boolean, attribute: 'without-actions' }) withoutActions = false
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<QrViewWords> | undefined
  @state() private news = ''
  @query('dialog') private readonly dialog!: HTMLDialogElement
  readonly #words = new WordsController(this, { vi, en })
  readonly #wakeLock = new WakeLockController(this)

  override render(): TemplateResult | typeof nothing {
    const code = this.#toShownQr()
    if (!code) return nothing
    const picture = this.#renderPicture(code)
    if (!picture) return html`<p class="notice danger">${this.#words.current.qrView.unreadable}</p>`
    const problem = this.#sayProblem()
    return html`<figure class="frame ${problem ? 'void' : ''}">
        <figcaption class="name" part="name">${code.name}</figcaption>
        <div class="paper">${picture}</div>
        ${problem ? html`<p class="problem"><span aria-hidden="true">✕</span> ${problem}</p>` : html`<p>${code.line}</p>`}
        <slot></slot>
        <p class="print-only">${this.#words.current.qrView.keepQr}</p>
      </figure>
      ${this.withoutActions || problem ? nothing : this.#renderActions(code)}
      <p class="news" role="status">${this.news}</p>
      ${this.#renderDialog(code, picture)}`
  }

  #toShownQr(): ShownQr | undefined {
    const { qrView } = this.#words.current
    if (this.pass) return toShownQr(this.pass, this.label, qrView, this.#words.language)
    const { value: text, label: name } = this
    const label = name ? fillWords(qrView.pictureOf, { name }) : qrView.picture
    return text ? { text, name, label, line: '' } : undefined
  }

  #renderPicture({ text, label }: ShownQr): TemplateResult | undefined {
    try {
      return toQrSvg(text, label)
    } catch {
      return undefined // longer than a code can hold
    }
  }

  #sayProblem(): string {
    const { qrView } = this.#words.current
    if (this.pass?.state === 'withdrawn') return qrView.withdrawn
    return this.pass?.state === 'expired' ? this.#fillWhen(qrView.expired, this.pass) : ''
  }

  #fillWhen(sentence: string, { validUntil }: Pass): string {
    return fillWords(sentence, { when: sayInstant(validUntil, this.#words.language) })
  }

  #renderActions(code: ShownQr): TemplateResult {
    const { qrView } = this.#words.current
    const { name } = code
    const say = (sentence: string) => (name ? fillWords(sentence, { name }) : nothing)
    return html`<div class="actions no-print" part="actions">
      <button type="button" class="button" aria-label=${say(qrView.enlargeOf)} @click=${this.#open}>
        ${qrView.enlarge}
      </button>
      <button type="button" class="button secondary" aria-label=${say(qrView.printOf)} @click=${() => printQrs([code], qrView.keepQr)}>
        ${qrView.print}
      </button>
      <button type="button" class="button secondary" aria-label=${say(qrView.saveOf)} @click=${() => this.#save(code)}>
        ${qrView.save}
      </button>
    </div>`
  }

  #renderDialog({ label, name, line }: ShownQr, picture: TemplateResult): TemplateResult {
    const { qrView, common } = this.#words.current
    return html`<dialog class="no-print" aria-label=${label} @close=${() => this.#wakeLock.release()}>
      <div class="large">
        <p class="name">${name}</p>
        ${picture}
        <p>${line}</p>
        <p class="muted">${qrView.show}</p>
        <form method="dialog"><button class="button">${common.close}</button></form>
      </div>
    </dialog>`
  }

  #open(): void {
    this.dialog.showModal()
    this.#wakeLock.hold()
  }

  async #save(code: ShownQr): Promise<void> {
    const { qrView } = this.#words.current
    this.news = ''
    this.news = (await saveQr(code)) ? qrView.saved : qrView.saveFailed
  }
}
