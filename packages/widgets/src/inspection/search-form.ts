import type { InspectionQuery } from '@kbyt/sdk/inspection'
import { phoneSchema } from '@kbyt/sdk/schema'
import type { LitElement, TemplateResult } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import type { ReaderScan } from '../reader/reader-scan.js'
import type { InspectionWords } from '../words/inspection.vi.js'
import type { LookUpController } from './look-up.controller.js'
import { renderSearch, type SearchFields, type SearchOptions } from './render-search.js'
import { type QuerySource, toQuery } from './to-query.js'

const blank: SearchFields = { idNumber: '', phone: '' }

/**
 * The two boxes of the desk, and what a reader or the camera puts in their place.
 *
 * Owns what was typed and what is wrong with it. Does not own the look-up that follows.
 */
export class SearchForm {
  readonly #host: LitElement
  readonly #lookUp: LookUpController
  readonly #focus: FocusController
  #fields = blank
  #errors: SearchOptions['errors'] = {}

  constructor(host: LitElement, lookUp: LookUpController, focus: FocusController) {
    this.#host = host
    this.#lookUp = lookUp
    this.#focus = focus
  }

  render(
    words: InspectionWords,
    onQuery: (query: InspectionQuery) => void,
    onScan: () => void,
  ): TemplateResult {
    return renderSearch({
      words,
      fields: this.#fields,
      errors: this.#errors,
      isPending: this.#lookUp.isPending,
      onInput: (fields) => this.#show(fields),
      onSubmit: () => {
        const query = this.#readBoxes(words)
        if (query) onQuery(query)
      },
      onScan,
    })
  }

  forget(): void {
    this.#show(blank)
  }

  /** What to look up for a text; what cannot be looked up is said at the box or in the result's place. */
  read(
    text: string,
    source: QuerySource,
    words: InspectionWords,
    scan?: ReaderScan,
  ): InspectionQuery | undefined {
    const answer = toQuery(text, source, scan)
    this.#show(this.#fields)
    if ('query' in answer) {
      if (source !== 'typed') this.#show({ idNumber: toShown(answer.query), phone: '' })
      return answer.query
    }
    const { problem } = answer
    if (problem === 'queryMissing') this.#refuse('idNumber', words.desk.queryMissing)
    else this.#lookUp.show({ step: 'problem', problem })
    this.#focus.request('#id-number')
    return undefined
  }

  #readBoxes(words: InspectionWords): InspectionQuery | undefined {
    const { idNumber, phone } = this.#fields
    if (phone.trim() === '') return this.read(idNumber, 'typed', words)
    if (phoneSchema.safeParse(phone).success) return { by: 'phone', phone }
    this.#refuse('phone', words.issues.phone_impossible)
    this.#focus.request('#phone')
    return undefined
  }

  #show(fields: SearchFields): void {
    this.#fields = fields
    this.#errors = {}
    this.#host.requestUpdate()
  }

  /** The person before must not stand beside a number that is not theirs. */
  #refuse(name: keyof SearchFields, sentence: string): void {
    this.#lookUp.show({ step: 'empty' })
    this.#errors = { [name]: sentence }
    this.#host.requestUpdate()
  }
}

/** What stands in the ID box after a scan: the number a card holds, nothing for a pass. */
const toShown = (query: InspectionQuery) => (query.by === 'id-number' ? query.idNumber : '')
