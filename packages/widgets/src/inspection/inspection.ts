import type { Client, Config } from '@kbyt/sdk'
import type { InspectionQuery, Officer, OfficerDefaults } from '@kbyt/sdk/inspection'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { ConnectionController } from '../controllers/connection.js'
import { FocusController } from '../controllers/focus.js'
import { WordsController } from '../controllers/words.js'
import { renderNotice, renderStatus } from '../fields/notice.js'
import { ReaderController } from '../reader/reader.controller.js'
import type { ReaderScan } from '../reader/reader-scan.js'
import type { KbytCodeScannedEvent } from '../scanner/scanner.events.js'
import type { KbytScanner } from '../scanner/scanner.js'
import { theme } from '../theme/index.js'
import type { WordOverrides } from '../words/catalogue.js'
import { en } from '../words/inspection.en.js'
import { type InspectionWords, vi } from '../words/inspection.vi.js'
import { sayError } from '../words/say-error.js'
import { styles } from './inspection.styles.js'
import { LoginForm } from './login-form.js'
import { LookUpController } from './look-up.controller.js'
import { OfficerController } from './officer.controller.js'
import { type ResultOptions, renderResult, sayState } from './render-result.js'
import { renderShiftLine } from './render-shift.js'
import { SearchForm } from './search-form.js'
import { findDefaults, ShiftForm } from './shift-form.js'
import type { QuerySource } from './to-query.js'

/** The tabs of the desk in the dispatch's order; each names the kind it looks up. */
const tabs = [{ kind: 'domestic', word: 'domesticTab' }] as const

type Desk = { readonly officer: Officer; readonly config: Config }

/**
 * The desk of an officer at a checkpoint: signs in, looks a person up by ID number, phone, hardware
 * reader or camera, and shows the registration.
 *
 * @element kbyt-inspection
 * @csspart registration - The card of a person found.
 * @csspart pass - What a scanned code says by itself.
 * @cssproperty --kbyt-color-accent - Colour of buttons and links.
 */
export class KbytInspection extends LitElement {
  static override readonly styles = [...theme, styles]

  /** The connection to send through; else one is made from `api` and `publishable-key`. */
  @property({ attribute: false }) client: Client | undefined
  /** Origin of the API; officers work on its own origin only. */
  @property() api: string | undefined
  /** The page's publishable key. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | undefined
  /** Where a hardware reader is listened for: inside the element, or wherever the focus is. */
  @property() reader: 'element' | 'page' = 'element'
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<InspectionWords> | undefined

  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('kbyt-scanner') private readonly scanner!: KbytScanner

  readonly #words = new WordsController(this, { vi, en })
  readonly #connection = new ConnectionController(this)
  readonly #focus = new FocusController(this)
  readonly #officer = new OfficerController(this)
  readonly #login = new LoginForm(this, this.#officer, this.#focus)
  readonly #shift = new ShiftForm(this, this.#officer, this.#focus)
  readonly #lookUp = new LookUpController(this)
  readonly #search = new SearchForm(this, this.#lookUp, this.#focus)
  readonly #reader = new ReaderController(this, (scan) => this.#onReaderScan(scan))

  protected override render(): TemplateResult {
    const { client } = this.#connection
    const words = this.#words.current
    if (!client) return renderNotice('danger', words.common.notConnected)
    const { state } = this.#officer
    switch (state.step) {
      case 'loading':
        return html`<p role="status">${words.common.loading}</p>`
      case 'unreachable':
        return this.#renderUnreachable(client)
      case 'signed-out':
        return this.#login.render(client, words, this.#sayOfficerError())
      case 'signed-in':
        return this.#renderDesk(client, state)
    }
  }

  protected override willUpdate(): void {
    this.#reader.listen({ isEverywhere: this.reader === 'page' })
    const { client } = this.#connection
    if (client) void this.#officer.resume(client)
    this.#focusOnNewStep()
  }

  #step = ''

  /** A new page of the desk begins with the cursor in its first field. */
  #focusOnNewStep(): void {
    const { state } = this.#officer
    const step = state.step === 'signed-in' && this.#isChoosing(state) ? 'shift' : state.step
    if (step === this.#step) return
    this.#step = step
    if (step === 'signed-in') this.#focus.request('#id-number')
    else if (step === 'shift') this.#focus.request('#post')
    else if (step === 'signed-out') this.#focus.request('#username')
  }

  #isChoosing({ officer, config }: Desk): boolean {
    return this.#shift.isOpen || findDefaults(officer, config) === undefined
  }

  #renderUnreachable(client: Client): TemplateResult {
    const { common } = this.#words.current
    return html`<div class="stack">
      <p class="notice danger" role="alert">${this.#sayOfficerError()}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.#officer.retry(client)}>${common.retry}</button>
      </div>
    </div>`
  }

  #sayOfficerError(): string | undefined {
    const { error } = this.#officer
    return error === undefined
      ? undefined
      : sayError(error, this.#words.current, this.#words.language)
  }

  #renderDesk(client: Client, desk: Desk): TemplateResult {
    const words = this.#words.current
    const { desk: deskWords, login } = words
    const refusal = this.#sayOfficerError()
    const look = { words, language: this.#words.language, refusal }
    return html`<div class="stack">
      <header class="desk-head">
        <h2>${deskWords.heading}</h2>
        <p class="officer">
          <span>${desk.officer.displayName}</span>
          <button type="button" class="link" @click=${() => this.#signOut(client)}>${login.signOut}</button>
        </p>
      </header>
      ${this.#isChoosing(desk) ? this.#shift.render(client, desk, look) : this.#renderTabs(client, desk)}
    </div>`
  }

  async #signOut(client: Client): Promise<void> {
    this.#lookUp.show({ step: 'empty' })
    this.#search.forget()
    await this.#officer.signOut(client)
  }

  #renderTabs(client: Client, { officer, config }: Desk): TemplateResult | typeof nothing {
    const words = this.#words.current
    const defaults = findDefaults(officer, config)
    if (!defaults) return nothing
    const look = { words, language: this.#words.language, config }
    const result = this.#toResultOptions(client, defaults, config)
    const search = this.#search.render(
      words,
      (query) => void this.#run(client, defaults, query),
      () => this.#openScanner(),
    )
    return html`<div role="tablist" class="tabs" aria-label=${words.desk.heading}>
        ${tabs.map(({ kind, word }) => html`<button type="button" role="tab" id="tab-${kind}" class="tab" aria-selected="true" aria-controls="panel">${words.desk[word]}</button>`)}
      </div>
      <div role="tabpanel" id="panel" class="stack" aria-labelledby="tab-domestic">
        ${renderShiftLine(look, defaults, () => {
          this.#shift.open(defaults)
        })}
        <div class="work">
          ${search}
          ${renderResult(result)}
        </div>
      </div>
      ${renderStatus(this.#lookUp.isPending ? words.desk.pending : sayState(result))}
      ${this.#renderScanner(client, defaults)}`
  }

  #toResultOptions(client: Client, defaults: OfficerDefaults, config: Config): ResultOptions {
    const { list, state } = this.#lookUp
    return {
      words: this.#words.current,
      language: this.#words.language,
      config,
      state,
      onBack: list && (() => this.#lookUp.show(list)),
      onChoose: ({ personId }) => {
        void this.#run(client, defaults, { by: 'person', personId })
      },
    }
  }

  #onReaderScan(scan: ReaderScan): void {
    const { client } = this.#connection
    const { state } = this.#officer
    const defaults = state.step === 'signed-in' && findDefaults(state.officer, state.config)
    if (client && defaults) void this.#ask(client, defaults, scan.text, 'reader', scan)
  }

  /** Looks up what the reader or the camera gave. */
  async #ask(
    client: Client,
    defaults: OfficerDefaults,
    text: string,
    source: QuerySource,
    scan?: ReaderScan,
  ): Promise<void> {
    const query = this.#search.read(text, source, this.#words.current, scan)
    if (query) await this.#run(client, defaults, query)
  }

  async #run(client: Client, defaults: OfficerDefaults, query: InspectionQuery): Promise<void> {
    const error = await this.#lookUp.run(client, { kind: 'domestic', ...defaults, query })
    if (error !== undefined && this.#officer.endBy(error))
      return this.#lookUp.show({ step: 'empty' })
    await this.updateComplete
    this.#returnToIdBox()
  }

  /**
   * The cursor waits for the next person; what was typed is marked, so that the next key replaces it.
   * On a phone the keyboard would cover the result, so there the result itself gets the focus.
   */
  #returnToIdBox(): void {
    const result = this.renderRoot.querySelector<HTMLElement>('#result-title')
    // One column has the result below the boxes: from its title on it fills the screen.
    const isBelow = !matchMedia('(min-width: 60rem)').matches
    if (result && matchMedia('(pointer: coarse)').matches) {
      result.focus()
      result.scrollIntoView()
      return
    }
    const box = this.renderRoot.querySelector<HTMLInputElement>('#id-number')
    box?.focus({ preventScroll: true })
    box?.select()
    result?.scrollIntoView({ block: isBelow ? 'start' : 'nearest' })
  }

  #renderScanner(client: Client, defaults: OfficerDefaults): TemplateResult {
    const { desk, common } = this.#words.current
    return html`<dialog aria-label=${desk.scan} @close=${() => this.#onScannerClose()}>
      <div class="stack">
        <h2>${desk.scan}</h2>
        <kbyt-scanner @kbyt-code-scanned=${({ text, origin }: KbytCodeScannedEvent) => {
          this.dialog.close()
          void this.#ask(client, defaults, text, origin === 'typed' ? 'typed' : 'camera')
        }}></kbyt-scanner>
        <form method="dialog"><button class="button secondary">${common.close}</button></form>
      </div>
    </dialog>`
  }

  #openScanner(): void {
    this.dialog.showModal()
    void this.scanner.startIfAllowed()
  }

  #onScannerClose(): void {
    this.scanner.stop()
    this.#returnToIdBox()
  }
}
