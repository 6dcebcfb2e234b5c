import type { Language } from '@kbyt/sdk/schema'
import type { LitElement } from 'lit'
import { type Catalogue, mergeWords, type WordOverrides } from '../words/catalogue.js'
import { LanguageController } from './language.js'

interface WordsHost<Words extends object> extends LitElement {
  /** Sentences to say differently. */
  words: WordOverrides<Words> | undefined
}

/**
 * The words an element shows, in the language around it, with the host's own in their place.
 *
 * Owns: choosing. Does not own: the catalogue, formatting.
 */
export class WordsController<Words extends object> {
  readonly #host: WordsHost<Words>
  readonly #catalogue: Catalogue<Words>
  readonly #language: LanguageController
  #made:
    | { language: Language; overrides: WordOverrides<Words> | undefined; words: Words }
    | undefined

  constructor(host: WordsHost<Words>, catalogue: Catalogue<Words>) {
    this.#host = host
    this.#catalogue = catalogue
    this.#language = new LanguageController(host)
  }

  get language(): Language {
    return this.#language.current
  }

  get current(): Words {
    const { language } = this
    const overrides = this.#host.words
    if (this.#made?.language !== language || this.#made.overrides !== overrides) {
      const words = mergeWords(this.#catalogue[language], overrides)
      this.#made = { language, overrides, words }
    }
    return this.#made.words
  }
}
