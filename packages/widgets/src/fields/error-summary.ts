import { html, nothing, type TemplateResult } from 'lit'

export interface SummaryItem {
  /** The field to go to; an item without one is plain text. */
  readonly id?: string | undefined
  readonly text: string
}

interface ErrorSummaryOptions {
  readonly title: string
  readonly items: readonly SummaryItem[]
  /** Focuses a field: links with `#id` do not reach into a shadow root. */
  readonly onGo: (id: string) => void
}

/** Where a failed submit puts the focus: what is wrong, each a way to its field. */
export const summarySelector = '.summary'

export function renderErrorSummary({ title, items, onGo }: ErrorSummaryOptions) {
  if (items.length === 0) return nothing
  return html`
    <div class="summary" part="error-summary" role="alert" tabindex="-1" aria-labelledby="summary">
      <h3 id="summary">${title}</h3>
      <ul>
        ${items.map((item) => html`<li>${renderItem(item, onGo)}</li>`)}
      </ul>
    </div>
  `
}

function renderItem({ id, text }: SummaryItem, onGo: (id: string) => void): TemplateResult {
  if (id === undefined) return html`${text}`
  const go = (event: Event) => {
    event.preventDefault()
    onGo(id)
  }
  return html`<a href=${`#${id}`} @click=${go}>${text}</a>`
}
