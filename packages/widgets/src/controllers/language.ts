import type { Language } from '@kbyt/sdk/schema'
import type { LitElement, ReactiveController } from 'lit'
import { findAncestors } from './find-ancestors.js'

// Not the SDK's own list: with it the scanner would load all schemas of the API.
const languages: Readonly<Record<string, Language>> = {
  vi: 'vi',
  en: 'en',
} satisfies Record<Language, Language>

/**
 * Knows which language the element speaks: the `lang` of the closest ancestor, Vietnamese otherwise.
 *
 * Owns: watching `lang` in every tree around the element. Does not own: the words.
 */
export class LanguageController implements ReactiveController {
  readonly #host: LitElement
  #current: Language = 'vi'
  #observer: MutationObserver | undefined

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  get current(): Language {
    return this.#current
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#resolve())
    for (const root of findRoots(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
    }
    this.#resolve()
  }

  hostDisconnected(): void {
    this.#observer?.disconnect()
  }

  #resolve(): void {
    const language = findLanguage(this.#host)
    if (language === this.#current) return
    this.#current = language
    this.#host.requestUpdate()
  }
}

function findLanguage(host: Element): Language {
  for (const element of findAncestors(host)) {
    const primary = element.getAttribute('lang')?.trim().toLowerCase().split('-')[0]
    if (primary) return languages[primary] ?? 'vi'
  }
  return 'vi'
}

function findRoots(host: Element): Set<Node> {
  return new Set([...findAncestors(host)].map((element) => element.getRootNode()))
}
