import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { WordsController } from '../controllers/words.js'
import { renderActionButton } from '../fields/action-button.js'
import { renderStatus } from '../fields/notice.js'
import { toQrSvg } from '../qr-view/qr-svg.js'
import { theme } from '../theme/index.js'
import { fillWords, type WordOverrides } from '../words/catalogue.js'
import { en } from '../words/reader.en.js'
import { type ReaderWords, vi } from '../words/reader.vi.js'
import { KbytReaderTestedEvent } from './reader-test.events.js'
import { styles } from './reader-test.styles.js'
import { renderCodeList } from './render-code-list.js'
import { renderInsertionBox } from './render-insertion-box.js'
import { renderSettings, renderSheet } from './render-sheet.js'
import { renderTested } from './render-tested.js'
import { renderVerdict, sayVerdict } from './render-verdict.js'
import { TestController } from './test.controller.js'
import { numberOf, testCodes } from './test-codes.js'

/**
 * Tests a hardware reader: shows a code of each form that officers scan, waits for the scan, and says
 * what the reader sent and what to set. Nothing that is scanned leaves the page.
 *
 * @element kbyt-reader-test
 * @csspart qr - The test code on the screen.
 * @csspart verdict - What the last scan means.
 * @fires {KbytReaderTestedEvent} kbyt-reader-tested - A test code was scanned.
 */
export class KbytReaderTest extends LitElement {
  static override readonly styles = [...theme, styles]
  /** What the pages are told that the reader sends before each code. */
  @property({ attribute: 'scan-prefix' }) scanPrefix = ''
  /** What they are told that it sends after each code, besides Enter or Tab. */
  @property({ attribute: 'scan-suffix' }) scanSuffix = ''
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<ReaderWords> | undefined
  readonly #words = new WordsController(this, { vi, en })
  readonly #test = new TestController(this, {
    getAffixes: () => ({ prefix: this.scanPrefix, suffix: this.scanSuffix }),
    onTested: (code, isRead) => {
      const { isReady } = this.#test
      this.dispatchEvent(new KbytReaderTestedEvent(code, { isRead, isReady }))
    },
  })

  protected override render(): TemplateResult {
    const words = this.#words.current
    return html`<div class="stack no-print">
        <p>${words.reader.howTo}</p>
        <div class="bench">
          ${this.#renderCodes(words)}
          <div class="stack">${this.#renderResult(words)}</div>
        </div>
        <div class="actions">
          ${renderActionButton({ label: words.reader.print, isSecondary: true, onPress: () => print() })}
          ${this.#test.last ? renderActionButton({ label: words.reader.again, isSecondary: true, onPress: () => this.#test.restart() }) : nothing}
        </div>
        ${renderInsertionBox(words, (text) => this.#test.takeInsertion(text))}
        ${this.#test.last ? renderSettings(words) : nothing}
        ${renderStatus(sayVerdict(words, this.#test))}
      </div>
      ${renderSheet(words)}`
  }

  #renderCodes(words: ReaderWords): TemplateResult {
    const { shown, isReady } = this.#test
    const code = testCodes.find(({ name }) => name === shown)
    const number = numberOf(shown)
    const values = { number, name: words.codes[shown] }
    return html`<section class="stack-tight codes" aria-label=${words.reader.codes}>
      ${renderCodeList(words, this.#test)}
      <figure>
        ${code && toQrSvg(code.text, fillWords(words.reader.pictureOf, values))}
        <figcaption>${isReady ? '' : fillWords(words.reader.waiting, { number })}</figcaption>
      </figure>
    </section>`
  }

  #renderResult(words: ReaderWords): TemplateResult {
    const { last } = this.#test
    return html`${renderVerdict(words, this.#test)}
      ${last ? renderTested(words, last) : renderSettings(words)}`
  }
}
