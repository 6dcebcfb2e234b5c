import { html, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { ReaderWords } from '../words/reader.vi.js'
import type { TestController } from './test.controller.js'
import { numberOf, testCodes } from './test-codes.js'

/** The codes to choose from, each with what its scan said. */
export function renderCodeList(words: ReaderWords, test: TestController): TemplateResult {
  return html`<ol class="code-list">
    ${testCodes.map(({ name }) => {
      const tested = test.find(name)
      const mark = tested ? (tested.isRead ? 'read' : 'failed') : 'waiting'
      const label = fillWords(words.reader.codeOf, {
        number: numberOf(name),
        name: words.codes[name],
      })
      return html`<li>
        <button
          type="button" class="code-choice ${mark}"
          aria-pressed=${String(test.shown === name)} @click=${() => test.show(name)}
        >
          <span>${label}</span> <span class="mark">${words.marks[mark]}</span>
        </button>
      </li>`
    })}
  </ol>`
}
