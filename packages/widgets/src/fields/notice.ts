import { html, type TemplateResult } from 'lit'

export type NoticeTone = 'plain' | 'warning' | 'success' | 'danger'

/** A box that says something, in a tone; `role` where it must be read out at once. */
export function renderNotice(tone: NoticeTone, content: unknown): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">${content}</div>`
}

/** News for screen readers: always in the page, so that a change of its text is spoken. */
export function renderStatus(text: string): TemplateResult {
  return html`<p class="visually-hidden" role="status">${text}</p>`
}
