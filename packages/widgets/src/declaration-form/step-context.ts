import type { Config, InputIssue } from '@kbyt/sdk'
import { type Language, toCalendarDate } from '@kbyt/sdk/schema'
import type { PlacesController } from '../controllers/places.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import { sayIssue } from '../words/say-issue.js'
import type { Draft, Page, PersonDraft } from './draft.js'
import type { HamletsController } from './hamlets.controller.js'

/** What a step's page can do. */
export interface StepActions {
  updatePerson(index: number, change: Partial<PersonDraft>): void
  /** A whole number or QR has arrived in the ID box. */
  fillFromCard(index: number, text: string): void
  toggleConsent(purpose: string, isOn: boolean): void
  addPerson(): void
  removePerson(index: number): void
  undoRemove(): void
  goTo(page: Page): void
}

/** What a step's page is drawn from. */
interface StepFacts {
  readonly words: DeclarationFormWords
  readonly language: Language
  readonly config: Config
  readonly draft: Draft
  readonly places: PlacesController
  readonly hamlets: HamletsController
}

export interface StepContext extends StepFacts, StepActions {
  /** `YYYY-MM-DD` in Việt Nam. */
  readonly today: string
  readonly nowMs: number
  /** The sentence at the field of this path, if something is wrong there. */
  errorAt(path: string): string | undefined
}

/** All that a step's page needs, as things are now. */
export function createStepContext(
  facts: StepFacts,
  issues: readonly InputIssue[],
  actions: StepActions,
): StepContext {
  const nowMs = Date.now()
  return {
    ...facts,
    ...actions,
    nowMs,
    today: toCalendarDate(nowMs),
    errorAt: (path) => {
      const issue = issues.find((each) => each.path === path)
      return issue && sayIssue(issue, facts.words)
    },
  }
}

/** How a person is called on the page: the name once there is one. */
export function callPerson({ words, draft }: StepContext, index: number): string {
  const name = draft.people[index]?.fullName.trim()
  return name || words.person.unnamed.replace('{number}', String(index))
}
