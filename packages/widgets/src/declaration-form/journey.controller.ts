import type { InputIssue } from '@kbyt/sdk'
import type { LitElement } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import { summarySelector } from '../fields/error-summary.js'
import type { DraftController } from './draft.controller.js'
import type { Draft, Page } from './draft.js'
import { findNextPage } from './find-next-page.js'
import { findFieldPath, findPage, isSamePage } from './find-page.js'

/**
 * Moves between the pages, and to what is wrong on them.
 *
 * Owns: the issues that are shown. Does not own: the draft, what counts as an issue.
 */
export class JourneyController {
  readonly #host: LitElement
  readonly #draft: DraftController
  readonly #focus: FocusController
  #issues: readonly InputIssue[] = []

  constructor(host: LitElement, draft: DraftController, focus: FocusController) {
    this.#host = host
    this.#draft = draft
    this.#focus = focus
  }

  /** What the last attempt to go on found, by the paths of the fields. */
  get issues(): readonly InputIssue[] {
    return this.#issues
  }

  /** Shows a page from its title on. */
  goTo(page: Page): void {
    this.forgetIssues()
    if (page.name === 'check') this.#draft.update({ isComplete: true })
    this.#draft.goTo(page)
    this.#focus.request('#heading')
  }

  /** Goes on from this page, or says what is wrong on it. */
  goOn(draft: Draft, issues: readonly InputIssue[]): boolean {
    const here = issues.filter(({ path }) => isSamePage(findPage(path), draft.page))
    if (here.length > 0) this.show(here)
    else this.goTo(findNextPage(draft, issues))
    return here.length === 0
  }

  /** Goes to the page of the first issue and says all of them. */
  show(issues: readonly InputIssue[]): void {
    const draft = this.#draft.current
    const [first] = issues
    if (!draft || !first) return
    this.#issues = issues.map(({ path, code }) => ({ path: findFieldPath(draft, path), code }))
    this.#turnTo(findPage(findFieldPath(draft, first.path)))
    this.#focus.request(summarySelector)
  }

  /** Puts the focus into a field, wherever it is asked. */
  goToField(path: string): void {
    this.#turnTo(findPage(path))
    this.#focus.requestField(path)
  }

  forgetIssues(): void {
    this.#issues = []
    this.#host.requestUpdate()
  }

  #turnTo(page: Page): void {
    const { current } = this.#draft
    if (current && !isSamePage(page, current.page)) this.#draft.goTo(page)
  }
}
