import { html, type TemplateResult } from 'lit'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'

interface LoadingOptions {
  readonly words: DeclarationFormWords
  /** Why it did not come; nothing while it is coming. */
  readonly failure: string | undefined
  readonly onRetry: () => void
}

/** In place of the form while its configuration is on the way, or did not come. */
export function renderLoading({ words, failure, onRetry }: LoadingOptions): TemplateResult {
  const { common, form } = words
  if (failure === undefined) return html`<p role="status">${common.loading}</p>`
  return html`<div class="notice danger" role="alert">
    <p>${form.loadFailed} ${failure}</p>
    <p><button type="button" class="link" @click=${onRetry}>${common.retry}</button></p>
  </div>`
}
