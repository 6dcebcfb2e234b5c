import type { Config } from '@kbyt/sdk'
import type { Language } from '@kbyt/sdk/schema'
import type { PlacesController } from '../controllers/places.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import type { Draft, Page, PersonDraft } from './draft.js'

/** What a step's page is drawn from, and what it can do. */
export interface StepContext {
  readonly words: DeclarationFormWords
  readonly language: Language
  readonly config: Config
  readonly draft: Draft
  readonly places: PlacesController
  /** `YYYY-MM-DD` in Việt Nam. */
  readonly today: string
  readonly nowMs: number
  /** The sentence at the field of this path, if something is wrong there. */
  errorAt(path: string): string | undefined
  updatePerson(index: number, change: Partial<PersonDraft>): void
  /** A whole number or QR has arrived in the ID box. */
  fillFromCard(index: number, text: string): void
  toggleConsent(purpose: string, isOn: boolean): void
  addPerson(): void
  removePerson(index: number): void
  undoRemove(): void
  goTo(page: Page): void
}

/** How a person is called on the page: the name once there is one. */
export function callPerson({ words, draft }: StepContext, index: number): string {
  const name = draft.people[index]?.fullName.trim()
  return name || words.person.unnamed.replace('{number}', String(index))
}
