import {
  type Client,
  type FiledDeclaration,
  type InputIssue,
  isKbytError,
  isSessionOver,
} from '@kbyt/sdk'
import { isFormOpen } from '@kbyt/sdk/schema'
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ConfigController } from '../controllers/config.js'
import { ConnectionController } from '../controllers/connection.js'
import { FocusController } from '../controllers/focus.js'
import { PlacesController } from '../controllers/places.js'
import { KbytSessionEndedEvent } from '../controllers/session.events.js'
import { SessionController } from '../controllers/session.js'
import { WordsController } from '../controllers/words.js'
import { renderNotice, renderStatus } from '../fields/notice.js'
import { theme } from '../theme/index.js'
import { fillWords, type WordOverrides } from '../words/catalogue.js'
import { en } from '../words/declaration-form.en.js'
import { type DeclarationFormWords, vi } from '../words/declaration-form.vi.js'
import { sayError } from '../words/say-error.js'
import { createDraft } from './blank-draft.js'
import { KbytDeclarationSubmittedEvent } from './declaration-form.events.js'
import { styles } from './declaration-form.styles.js'
import { renderDone } from './done-step.js'
import { DraftController } from './draft.controller.js'
import type { Draft, Page } from './draft.js'
import { findIssues } from './find-issues.js'
import { findPreviousPage } from './find-next-page.js'
import { HamletsController } from './hamlets.controller.js'
import { JourneyController } from './journey.controller.js'
import { LeaveController } from './leave.controller.js'
import { renderLoading } from './loading-page.js'
import { PeopleController } from './people.controller.js'
import { ProofPage } from './proof-page.js'
import { sayInSummary } from './say-in-summary.js'
import {
  callPerson,
  createStepContext,
  type StepActions,
  type StepContext,
} from './step-context.js'
import { renderStepPage } from './step-page.js'
import { SubmissionController } from './submission.controller.js'
import { toDraft } from './to-draft.js'
import { toWire } from './to-wire.js'

/**
 * Takes an in-province declaration (KBYT trong tỉnh) for oneself and relatives: phone, code, people,
 * health, check answers, one QR per person.
 *
 * @element kbyt-declaration-form
 * @attr {light|dark|auto} theme - Without it the page's own `color-scheme` decides.
 * @csspart heading - The title of the step.
 * @csspart input - Each text box and list.
 * @csspart submit - The main button of the step.
 * @csspart secondary - A button that stands back.
 * @csspart error-summary - What is wrong, after a failed attempt to go on.
 * @csspart notice - A box that says something.
 * @csspart person - Somebody in the list of people.
 * @cssproperty --kbyt-color-accent - Colour of buttons and links.
 * @cssproperty --kbyt-font-family - Typeface.
 * @cssproperty --kbyt-radius - Rounding of boxes and buttons.
 * @fires {KbytDeclarationSubmittedEvent} kbyt-declaration-submitted - Stored; the passes are in it.
 * @fires {KbytSessionEndedEvent} kbyt-session-ended - The person has left; nothing typed is kept.
 */
export class KbytDeclarationForm extends LitElement {
  static override readonly styles = [...theme, styles]

  /** The connection to send through; else one is made from `api` and `publishable-key`. */
  @property({ attribute: false }) client: Client | undefined
  /** Origin of the API. */
  @property() api: string | undefined
  /** The page's publishable key. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | undefined
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<DeclarationFormWords> | undefined
  /** An earlier declaration to start from (Cập nhật tờ khai). */
  @property({ attribute: false }) initial: FiledDeclaration | undefined

  @state() private filed: FiledDeclaration | undefined
  @state() private isDiscarding = false
  @state() private news = ''

  readonly #words = new WordsController(this, { vi, en })
  readonly #connection = new ConnectionController(this)
  readonly #focus = new FocusController(this)
  readonly #session = new SessionController(this, () => this.#forget())
  readonly #leave = new LeaveController(this, this.#session, this.#focus)
  readonly #proof = new ProofPage(this, this.#session, this.#focus)
  readonly #config = new ConfigController(this)
  readonly #places = new PlacesController(this)
  readonly #hamlets = new HamletsController(this)
  readonly #draft = new DraftController(this)
  readonly #journey = new JourneyController(this, this.#draft, this.#focus)
  readonly #people = new PeopleController(this.#draft)
  readonly #submission = new SubmissionController(this, this.#draft)

  /** Goes to the title of the step, as soon as there is one. */
  override focus(): void {
    this.#focus.requestWhenShown('#heading')
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client } = this.#connection
    if (!client) return
    this.#session.ensure(client)
    this.#config.ensure(client)
    const config = this.#config.current
    if (!config || this.filed) return
    const start = this.#createStart(config.provinceCode)
    if (changed.has('initial') && this.initial && this.#draft.current) this.#draft.replace(start)
    this.#draft.open(start)
    if (this.#session.phone) this.#draft.claim(this.#session.phone, start)
    const people = this.#draft.current?.people ?? []
    const codes = people.map(({ provinceCode }) => provinceCode)
    this.#places.ensure(client, config.placesVersion, codes)
    this.#hamlets.ensure(client, config, people)
  }

  protected override render(): TemplateResult {
    return html`${this.#renderPage()} ${renderStatus(this.news)}`
  }

  #renderPage(): TemplateResult {
    const { form, common } = this.#words.current
    const { client } = this.#connection
    const { phone } = this.#session
    if (!client) return renderNotice('danger', common.notConnected)
    if (this.filed && phone) return this.#renderDone(client, this.filed, phone)
    const context = this.#createContext()
    if (!context) return this.#renderLoading()
    if (!isFormOpen(context.config, 'domestic', context.nowMs))
      return renderNotice('warning', form.closed)
    return phone
      ? this.#renderStep(client, context, phone)
      : this.#proof.render(client, context.words, this.words)
  }

  #renderLoading(): TemplateResult {
    return renderLoading({
      words: this.#words.current,
      failure: this.#say(this.#config.error),
      onRetry: () => void this.#config.retry(),
    })
  }

  #renderStep(client: Client, context: StepContext, phone: string): TemplateResult {
    return renderStepPage(context, {
      session: this.#leave.toLine(client, phone),
      summary: this.#journey.issues.map((issue) => ({
        id: issue.path,
        text: sayInSummary(issue, context),
      })),
      onGo: (id) => this.#journey.goToField(id),
      onSubmit: this.#onSubmit,
      previous: findPreviousPage(context.draft),
      refusal: this.#say(this.#submission.refusal),
      isPending: this.#submission.isPending,
      isRestored: this.#draft.isRestored,
      isKept: this.#draft.isKept,
      isDiscarding: this.isDiscarding,
      onAskDiscard: (isDiscarding) => {
        this.isDiscarding = isDiscarding
        this.#focus.request(isDiscarding ? '.discard-ask' : '.discard')
      },
      onDiscard: () => this.#discard(context.config.provinceCode),
      removedName: this.#people.removedName,
    })
  }

  #renderDone(client: Client, filed: FiledDeclaration, phone: string): TemplateResult {
    const onAgain = () => {
      this.filed = undefined
      this.initial = undefined
      this.#focus.request('#heading')
    }
    const { current: words, language } = this.#words
    const session = this.#leave.toLine(client, phone, true)
    return renderDone(filed, { words, language, session, onAgain })
  }

  /** Nothing of the person who has left stays in this element or in the tab. */
  #forget(): void {
    this.#settle()
    this.#journey.forgetIssues()
    this.#draft.clear()
    this.filed = undefined
    this.initial = undefined
    this.news = ''
    this.#focus.request('#heading')
  }

  #createStart(provinceCode: string): Draft {
    return this.initial ? toDraft(this.initial) : createDraft(provinceCode)
  }

  #createContext(): StepContext | undefined {
    const config = this.#config.current
    const draft = this.#draft.current
    if (!config || !draft) return undefined
    const { current: words, language } = this.#words
    const [places, hamlets] = [this.#places, this.#hamlets]
    const facts = { words, language, config, draft, places, hamlets }
    return createStepContext(facts, this.#journey.issues, this.#actions)
  }

  readonly #actions: StepActions = {
    updatePerson: (index, change) => this.#draft.answerPerson(index, change),
    fillFromCard: (index, text) => this.#fillFromCard(index, text),
    toggleConsent: (purpose, isOn) => this.#draft.answerConsent(purpose, isOn),
    addPerson: () => this.#goTo({ name: 'person', index: this.#people.add() }),
    removePerson: (index) => this.#removePerson(index),
    undoRemove: () => {
      this.#people.undo()
      this.#focus.request('#heading')
    },
    goTo: (page) => this.#goTo(page),
  }

  #say(error: unknown): string | undefined {
    const { current: words, language } = this.#words
    return error === undefined ? undefined : sayError(error, words, language)
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    const context = this.#createContext()
    if (!context || this.#submission.isPending) return
    const { draft } = context
    const issues = findIssues(draft, context)
    if (draft.page.name === 'check') void this.#send(context, issues)
    else if (this.#journey.goOn(draft, issues)) this.#settle()
  }

  async #send(context: StepContext, issues: readonly InputIssue[]): Promise<void> {
    const { client } = this.#connection
    if (!context.draft.attempt && issues.length > 0) return this.#journey.show(issues)
    if (!client) return
    this.#journey.forgetIssues()
    const filed = await this.#submission.send(client, toWire(context.draft, context))
    if (filed) this.#finish(filed)
    else this.#onRefused(this.#submission.error)
  }

  #finish(filed: FiledDeclaration): void {
    this.#draft.clear()
    this.filed = filed
    this.#people.settle()
    this.news = this.#words.current.done.title
    this.#focus.request('#heading')
    this.dispatchEvent(new KbytDeclarationSubmittedEvent(filed))
  }

  #onRefused(error: unknown): void {
    if (isSessionOver(error)) {
      this.#submission.forgetError()
      this.#proof.askAgain()
    } else if (isKbytError(error) && error.issues.length > 0) this.#journey.show(error.issues)
    else this.#focus.request('.refusal')
  }

  #goTo(page: Page): void {
    this.#settle()
    this.#journey.goTo(page)
  }

  /** What belonged to the page before. */
  #settle(): void {
    this.#people.settle()
    this.#submission.forgetError()
    this.isDiscarding = false
  }

  #removePerson(index: number): void {
    const context = this.#createContext()
    if (!context) return
    const name = callPerson(context, index)
    this.#people.remove(index, name)
    this.#journey.forgetIssues()
    this.news = fillWords(this.#words.current.people.removed, { name })
    this.#focus.request('.undo')
  }

  #discard(provinceCode: string): void {
    this.#draft.replace(this.#createStart(provinceCode))
    this.#goTo({ name: 'person', index: 0 })
  }

  #fillFromCard(index: number, text: string): void {
    if (!text.includes('|')) return
    const { person } = this.#words.current
    const isFilled = this.#people.fill(index, text)
    this.news = isFilled ? person.filledFromCard : person.cardUnread
  }
}

export { KbytDeclarationSubmittedEvent, KbytSessionEndedEvent }

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-declaration-form': KbytDeclarationForm
  }
}
