import type { LitElement, ReactiveController } from 'lit'
import { draftStore } from '../controllers/draft-store.js'
import { isBlank } from './blank-draft.js'
import { type Draft, draftSchema, type Page, type PersonDraft } from './draft.js'

const saveDelayMs = 300

/**
 * What was typed, kept for this tab: it survives a reload, a crash, an expired session.
 *
 * Owns: the draft object, when it is written, whether it could be. Does not own: what is right.
 */
export class DraftController implements ReactiveController {
  readonly #host: LitElement
  #draft: Draft | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRestored = false
  #isKept = true

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  /** The draft; the form asks only after {@link open}. */
  get current(): Draft | undefined {
    return this.#draft
  }

  /** Whether it was found here from before a reload. */
  get isRestored(): boolean {
    return this.#isRestored
  }

  /** Whether the browser lets the draft be kept. */
  get isKept(): boolean {
    return this.#isKept
  }

  /** Begins with what was typed in this tab, else with `start`. */
  open(start: Draft): void {
    if (this.#draft) return
    const kept = draftSchema.safeParse(draftStore.load())
    this.#isRestored = kept.success && !isBlank(kept.data)
    this.#draft = kept.success && this.#isRestored ? kept.data : start
  }

  /**
   * Binds the draft to the proven phone. What was typed under another one makes room for `start`: on
   * a shared machine it is somebody else's health.
   */
  claim(phone: string, start: Draft): void {
    if (!this.#draft || this.#draft.phone === phone) return
    const isForeign = this.#draft.phone !== undefined
    this.#draft = { ...(isForeign ? start : this.#draft), phone }
    if (!isForeign) return
    this.#isRestored = false
    this.save()
  }

  /** Begins anew with `draft`, which is nothing to restore. */
  replace(draft: Draft): void {
    this.#isRestored = false
    this.#draft = { ...draft, phone: this.#draft?.phone }
    this.save()
    this.#host.requestUpdate()
  }

  /** Changes it and writes it a little later. */
  update(change: Partial<Draft>): void {
    if (!this.#draft) return
    this.#draft = { ...this.#draft, ...change }
    this.#timer ??= setTimeout(() => this.save(), saveDelayMs)
    this.#host.requestUpdate()
  }

  /** Changes answers; what was on its way is no longer what will be sent. */
  answer(change: Pick<Partial<Draft>, 'people' | 'consents'>): void {
    this.update({ ...change, attempt: undefined })
  }

  answerPerson(index: number, change: Partial<PersonDraft>): void {
    const people = this.#draft?.people.map((person, at) =>
      at === index ? { ...person, ...change } : person,
    )
    if (people) this.answer({ people })
  }

  answerConsent(purpose: string, isGiven: boolean): void {
    const others = this.#draft?.consents.filter((each) => each !== purpose) ?? []
    this.answer({ consents: isGiven ? [...others, purpose] : others })
  }

  goTo(page: Page): void {
    this.update({ page })
    this.save()
  }

  /** Writes it now. */
  save(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#draft) return
    const wasKept = this.#isKept
    this.#isKept = draftStore.save(this.#draft)
    if (wasKept !== this.#isKept) this.#host.requestUpdate()
  }

  /** Nothing is left of it, here or in the tab. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#draft = undefined
    this.#isRestored = false
    draftStore.clear()
    this.#host.requestUpdate()
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onLeave)
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeave)
    this.#onLeave()
  }

  readonly #onLeave = (): void => {
    if (this.#timer !== undefined) this.save()
  }
}
