import { html, nothing, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { ReaderWords } from '../words/reader.vi.js'
import type { Change } from './align.js'
import type { TestedScan } from './check-scan.js'
import { groupChanges } from './group-changes.js'

/** How many changed letters are named. */
const namedChanges = 4

/** What a scan said of the reader: what to set, what was changed, what was sent. */
export function renderTested(words: ReaderWords, tested: TestedScan): TemplateResult {
  const { reader, findings } = words
  const { isRead, changes } = tested
  const title = isRead ? reader.adviceTitle : reader.todoTitle
  const todo = tested.findings.map((finding) => html`<li>${findings[finding]}</li>`)
  return html`
    ${todo.length > 0 ? html`<section class="stack-tight"><h2>${title}</h2><ul class="todo">${todo}</ul></section>` : nothing}
    ${changes.length > 0 ? renderChanges(words, groupChanges(changes)) : nothing}
    ${tested.arrival === 'insertion' ? nothing : renderFacts(words, tested)}`
}

function renderChanges({ reader }: ReaderWords, changes: readonly Change[]): TemplateResult {
  const more = changes.length - namedChanges
  return html`<section class="stack-tight">
    <h2>${reader.changesTitle}</h2>
    <p>
      ${changes.slice(0, namedChanges).map((change, index) => [index > 0 ? '; ' : '', sayChange(reader, change)])}${more > 0 ? ` ${fillWords(reader.changesMore, { count: more })}` : ''}.
    </p>
  </section>`
}

function sayChange(reader: ReaderWords['reader'], { expected, got }: Change): string {
  if (got === '') return fillWords(reader.changeLost, { expected })
  return fillWords(expected === '' ? reader.changeAdded : reader.change, { expected, got })
}

function renderFacts(words: ReaderWords, { manner, prefix, suffix }: TestedScan): TemplateResult {
  const { facts, layouts, inputMethods, digitKeys } = words
  const { symbology = '', keyCount, paceMs, end, layout, inputMethod, isCapsLockOn } = manner
  const lines: readonly (readonly [name: string, value: string])[] = [
    [facts.keys, String(keyCount)],
    [facts.pace, fillWords(facts.paceValue, { ms: paceMs })],
    [facts.before, prefix + symbology || facts.nothing],
    [facts.after, suffix || facts.nothing],
    [facts.end, end === 'none' ? facts.endNone : end],
    [facts.layout, layouts[layout]],
    [facts.inputMethod, inputMethods[inputMethod]],
    [facts.capsLock, isCapsLockOn ? facts.on : facts.off],
    [facts.digits, digitKeys[manner.digitKeys]],
  ]
  return html`<section class="stack-tight">
    <h2>${words.reader.sentTitle}</h2>
    <dl class="facts">
      ${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
  </section>`
}
