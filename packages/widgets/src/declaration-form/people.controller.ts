import type { ReactiveControllerHost } from 'lit'
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
 * Owns: who was removed last, whether a card is being read. Does not own: the draft.
 */
export class PeopleController {
  readonly #host: ReactiveControllerHost
  readonly #draft: DraftController
  #removed: RemovedPerson | undefined
  #isReading = false

  constructor(host: ReactiveControllerHost, draft: DraftController) {
    this.#host = host
    this.#draft = draft
  }

  /** How the person removed last was called, while that can be undone. */
  get removedName(): string | undefined {
    return this.#removed?.name
  }

  /** A reader ends a card's QR with Enter, before the card is read. */
  get isReading(): boolean {
    return this.#isReading
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
  async fill(index: number, text: string): Promise<boolean> {
    this.#isReading = true
    this.#host.requestUpdate()
    const filled = await readCard(text)
    this.#isReading = false
    if (filled) this.#draft.answerPerson(index, filled)
    this.#host.requestUpdate()
    return filled !== undefined
  }
}
