import { createPersonDraft } from './blank-draft.js'
import type { DraftController } from './draft.controller.js'
import type { PersonDraft } from './draft.js'
import { readCard } from './read-card.js'

interface RemovedPerson {
  readonly person: PersonDraft
  readonly index: number
  readonly name: string
}

/**
 * Who is on the declaration: adds, removes with a way back, fills in from a card's QR.
 *
 * Owns: who was removed last. Does not own: the draft.
 */
export class PeopleController {
  readonly #draft: DraftController
  #removed: RemovedPerson | undefined

  constructor(draft: DraftController) {
    this.#draft = draft
  }

  /** How the person removed last was called, while that can be undone. */
  get removedName(): string | undefined {
    return this.#removed?.name
  }

  /** Adds a relative who lives with the declarer, and says at which index. */
  add(): number {
    const people = this.#draft.current?.people ?? []
    const provinceCode = people[0]?.provinceCode ?? ''
    const relative = createPersonDraft({ provinceCode, isSameAddress: true })
    this.#draft.answer({ people: [...people, relative] })
    return people.length
  }

  remove(index: number, name: string): void {
    const people = this.#draft.current?.people ?? []
    const person = people[index]
    if (!person) return
    this.#removed = { person, index, name }
    this.#draft.answer({ people: people.filter((_, at) => at !== index) })
  }

  undo(): void {
    const people = this.#draft.current?.people
    if (!this.#removed || !people) return
    const { index, person } = this.#removed
    this.#draft.answer({ people: [...people.slice(0, index), person, ...people.slice(index)] })
    this.#removed = undefined
  }

  /** What was removed is removed. */
  settle(): void {
    this.#removed = undefined
  }

  /** Fills a person in when the text is the QR of a card; says whether it was one. */
  fill(index: number, text: string): boolean {
    const filled = readCard(text)
    if (filled) this.#draft.answerPerson(index, filled)
    return filled !== undefined
  }
}
