import {
  type Client,
  type DeclarationKind,
  endSession,
  type FiledDeclaration,
  isSessionOver,
} from '@kbyt/sdk'
import { toNationalPhone } from '@kbyt/sdk/schema'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ConnectionController } from '../controllers/connection.js'
import { draftStore } from '../controllers/draft-store.js'
import { FocusController } from '../controllers/focus.js'
import { KbytSessionEndedEvent } from '../controllers/session.events.js'
import { SessionController } from '../controllers/session.js'
import { WordsController } from '../controllers/words.js'
import { renderActionButton } from '../fields/action-button.js'
import { renderNotice, renderStatus } from '../fields/notice.js'
import { printQrs } from '../qr-view/print-qrs.js'
import { toShownQr } from '../qr-view/shown-qr.js'
import { theme } from '../theme/index.js'
import { fillWords, type WordOverrides } from '../words/catalogue.js'
import { en } from '../words/lookup.en.js'
import { type LookupWords, vi } from '../words/lookup.vi.js'
import { sayError } from '../words/say-error.js'
import { sayInstant } from '../words/say-instant.js'
import { DeclarationsController } from './declarations.controller.js'
import {
  KbytDeclarationsFoundEvent,
  KbytDeclarationWithdrawnEvent,
  KbytUpdateRequestedEvent,
} from './lookup.events.js'
import { styles } from './lookup.styles.js'
import { type NewestPasses, toNewestPasses } from './to-newest-passes.js'
import { WithdrawDialog } from './withdraw-dialog.js'

/**
 * Finds a phone's declaration again: phone, code, then the QR of every person at once.
 *
 * @element kbyt-lookup
 * @slot none - Shown when the phone has no declaration.
 * @csspart card - One person's QR.
 * @cssproperty --kbyt-color-accent - Colour of buttons and links.
 * @cssproperty --kbyt-qr-size - Width of each QR on the screen.
 * @fires {KbytDeclarationsFoundEvent} kbyt-declarations-found - What the phone has declared; empty when nothing.
 * @fires {KbytUpdateRequestedEvent} kbyt-update-requested - Open the form with this declaration.
 * @fires {KbytDeclarationWithdrawnEvent} kbyt-declaration-withdrawn - A declaration was withdrawn.
 * @fires {KbytSessionEndedEvent} kbyt-session-ended - The person has left.
 */
export class KbytLookup extends LitElement {
  static override readonly styles = [...theme, styles]

  /** The connection to send through; else one is made from `api` and `publishable-key`. */
  @property({ attribute: false }) client: Client | undefined
  /** Origin of the API. */
  @property() api: string | undefined
  /** The page's publishable key. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | undefined
  /** Which kind of declaration to find. */
  @property() kind: DeclarationKind = 'domestic'
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<LookupWords> | undefined

  @state() private news = ''
  @state() private isSessionOver = false

  readonly #words = new WordsController(this, { vi, en })
  readonly #connection = new ConnectionController(this)
  readonly #focus = new FocusController(this)
  readonly #session = new SessionController(this, () => this.#forget())
  readonly #declarations = new DeclarationsController(this)
  readonly #withdrawal = new WithdrawDialog(this, this.#declarations)
  /** Once per proof: an answer that fails is asked for again by the person. */
  #isAsked = false

  /** Looks again for what the proven phone has declared. */
  async refresh(): Promise<void> {
    const { client } = this.#connection
    if (!client) return
    const declarations = await this.#declarations.find(client, this.kind)
    if (declarations) this.#announce(declarations)
    else this.#checkSession()
  }

  protected override willUpdate(): void {
    const { client } = this.#connection
    if (!client) return
    this.#session.ensure(client)
    if (!this.#session.isProven || this.#isAsked) return
    this.#isAsked = true
    void this.refresh()
  }

  protected override render(): TemplateResult {
    const { client } = this.#connection
    const { common, lookup } = this.#words.current
    if (!client) return renderNotice('danger', common.notConnected)
    return html`<div class="stack">
        ${this.isSessionOver ? html`<p class="notice warning" role="alert">${lookup.sessionOver}</p>` : nothing}
        ${this.#session.isProven ? this.#renderProven(client) : this.#renderProof(client)}
      </div>
      ${renderStatus(this.news)}`
  }

  #renderProof(client: Client): TemplateResult {
    return html`<kbyt-otp-form
      .client=${client}
      submit-label=${this.#words.current.lookup.submit}
    ></kbyt-otp-form>`
  }

  #renderProven(client: Client): TemplateResult {
    const { state } = this.#declarations
    const { common, lookup } = this.#words.current
    switch (state.step) {
      case 'unknown':
        return html`<p>${lookup.loading}</p>`
      case 'failed':
        return html`<p class="notice danger" role="alert">${this.#say(state.error)}</p>
          <div class="actions">
            ${renderActionButton({
              label: common.retry,
              pendingLabel: common.loading,
              isPending: this.#declarations.isFinding,
              onPress: () => void this.refresh(),
            })}
          </div>`
      case 'found':
        return html`${this.#renderWho(client)}
          ${state.declarations.length === 0 ? this.#renderNone() : nothing}
          ${toNewestPasses(state.declarations).map((each) => this.#renderDeclaration(each))}
          ${this.#renderDialog(client)}`
    }
  }

  #renderWho(client: Client): TemplateResult {
    const { common } = this.#words.current
    return html`<p class="session-line no-print">
      <span><span class="session-label">${common.provenPhone}</span> <strong class="number unbroken">${this.#phone}</strong></span>
      <button type="button" class="link" @click=${() => this.#leave(client)}>${common.signOut}</button>
    </p>`
  }

  get #phone(): string {
    return toNationalPhone(this.#session.phone ?? '')
  }

  #renderNone(): TemplateResult {
    const { lookup } = this.#words.current
    return html`<p class="notice">${fillWords(lookup.none, { phone: this.#phone })}</p>
      <slot name="none"></slot>`
  }

  #renderDeclaration({ declaration, people }: NewestPasses): TemplateResult {
    const { lookup, qrView } = this.#words.current
    const { declaredAt } = declaration
    const title = people.length === 1 ? lookup.title : lookup.titleMany
    return html`<section class="stack" aria-label=${fillWords(title, { count: people.length })}>
      <div class="head">
        <h2 tabindex="-1">${fillWords(title, { count: people.length })}</h2>
        <p class="muted">${fillWords(lookup.declaredAt, { when: sayInstant(declaredAt, this.#words.language) })}</p>
      </div>
      <div class="passes">
        ${people.map(
          ({ person, pass }) => html`<kbyt-qr-view
            part="card" class="card" .pass=${pass} .label=${person.fullName} .words=${this.words}
          ></kbyt-qr-view>`,
        )}
      </div>
      <p class="notice no-print">${qrView.keepQr}</p>
      ${this.#renderActions({ declaration, people })}
    </section>`
  }

  #renderActions({ declaration, people }: NewestPasses): TemplateResult {
    const { lookup } = this.#words.current
    return html`<div class="actions no-print">
      ${renderActionButton({
        label: lookup.update,
        onPress: () => this.dispatchEvent(new KbytUpdateRequestedEvent(declaration)),
      })}
      ${
        people.length > 1
          ? renderActionButton({
              label: lookup.printAll,
              isSecondary: true,
              onPress: () => this.#printAll(people),
            })
          : nothing
      }
      <button type="button" class="link" @click=${() => this.#withdrawal.open(declaration)}>${lookup.withdraw}</button>
    </div>`
  }

  #printAll(people: FiledDeclaration['people']): void {
    const { qrView } = this.#words.current
    const codes = people.map(({ pass, person }) =>
      toShownQr(pass, person.fullName, qrView, this.#words.language),
    )
    printQrs(codes, qrView.keepQr)
  }

  #renderDialog(client: Client): TemplateResult {
    return this.#withdrawal.render(
      this.#words.current,
      (error) => this.#say(error),
      () => void this.#withdraw(client),
    )
  }

  async #withdraw(client: Client): Promise<void> {
    const withdrawn = await this.#withdrawal.withdraw(client)
    if (isSessionOver(this.#withdrawal.error)) this.#loseSession()
    if (!withdrawn) return
    this.dispatchEvent(new KbytDeclarationWithdrawnEvent(withdrawn))
    await this.refresh()
    this.news = this.#words.current.lookup.withdrawn
  }

  async #leave(client: Client): Promise<void> {
    await endSession(client).catch(() => undefined) // it is forgotten here; the server's ends by itself
    this.#forget()
    draftStore.clear()
    this.dispatchEvent(new KbytSessionEndedEvent())
  }

  #announce(declarations: readonly FiledDeclaration[]): void {
    const { lookup } = this.#words.current
    const count = toNewestPasses(declarations).flatMap(({ people }) => people).length
    this.isSessionOver = false
    this.news = count > 0 ? fillWords(lookup.found, { count }) : ''
    if (count > 0) this.#focus.request('h2')
    this.dispatchEvent(new KbytDeclarationsFoundEvent(declarations))
  }

  #checkSession(): void {
    const { state } = this.#declarations
    if (state.step === 'failed' && isSessionOver(state.error)) this.#loseSession()
  }

  #loseSession(): void {
    this.isSessionOver = true
    this.#forget()
  }

  #forget(): void {
    this.#isAsked = false
    this.#session.lose()
    this.#declarations.forget()
  }

  #say(error: unknown): string {
    return sayError(error, this.#words.current, this.#words.language)
  }
}

export {
  KbytDeclarationsFoundEvent,
  KbytDeclarationWithdrawnEvent,
  KbytSessionEndedEvent,
  KbytUpdateRequestedEvent,
}
