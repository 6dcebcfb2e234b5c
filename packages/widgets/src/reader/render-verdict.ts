import { html, nothing, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { ReaderWords } from '../words/reader.vi.js'
import type { TestController } from './test.controller.js'
import { numberOf } from './test-codes.js'

/** What the scans so far mean, in a box of its tone; nothing before the first. */
export function renderVerdict(
  words: ReaderWords,
  test: TestController,
): TemplateResult | typeof nothing {
  if (!test.last) return nothing
  const { tone, title, more } = judge(words, test)
  return html`<div class="notice ${tone} verdict" part="verdict">
    <p class="title">${title}</p>
    ${more && html`<p>${more}</p>`}
  </div>`
}

/** The same for screen readers, spoken after each scan. */
export function sayVerdict(words: ReaderWords, test: TestController): string {
  if (!test.last) return ''
  const { title, more } = judge(words, test)
  return `${title} ${more}`.trim()
}

function judge({ verdict }: ReaderWords, { last, left, shown, isReady }: TestController) {
  if (isReady) return { tone: 'success', title: verdict.ready, more: verdict.readyWhy }
  if (!last?.code) {
    const title = fillWords(verdict.stranger, { number: numberOf(shown) })
    return { tone: 'warning', title, more: '' }
  }
  const number = numberOf(last.code.name)
  if (!last.isRead) {
    return { tone: 'danger', title: fillWords(verdict.failed, { number }), more: '' }
  }
  const next = left[0]
  const more = next && fillWords(verdict.left, { count: left.length, number: numberOf(next) })
  return { tone: 'success', title: fillWords(verdict.readCode, { number }), more: more ?? '' }
}
