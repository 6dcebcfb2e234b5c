import { html, type TemplateResult } from 'lit'
import { fillWords } from '../../words/catalogue.js'
import type { LiveWords } from '../../words/scanner-live.vi.js'
import type { ScannedCode } from '../scanner-options.js'

interface ChoiceOptions {
  readonly words: LiveWords
  readonly codes: readonly ScannedCode[]
  readonly onTake: (code: ScannedCode | undefined) => void
}

/** The codes that were found together, each a button with its number in the picture. */
export function renderChoices({ words, codes, onTake }: ChoiceOptions): TemplateResult {
  const { choice } = words
  return html`<section class="stack-tight" aria-labelledby="choice">
    <h3 id="choice">${fillWords(choice.heading, { count: codes.length })}</h3>
    <ol class="choices-list">
      ${codes.map(
        (code, index) => html`<li>
          <button type="button" class="choice-button ${index === 0 ? 'next' : ''}" @click=${() => onTake(code)}>
            <span class="choice-number" aria-hidden="true">${index + 1}</span>
            <span>
              <strong>${choice[code.recognized.kind]}</strong>
              <span class="muted">${toHint(code)}</span>
            </span>
          </button>
        </li>`,
      )}
    </ol>
    <button type="button" class="link" @click=${() => onTake(undefined)}>${choice.none}</button>
  </section>`
}

const longestHint = 40

/** Enough to tell two codes of one kind apart; an address is shown as text, never as a link. */
function toHint({ recognized, text }: ScannedCode): string {
  const { kind } = recognized
  if (kind === 'venue') return `${recognized.host} ${recognized.venueCode}`
  if (kind === 'url' || kind === 'unknown')
    return text.length > longestHint ? `${text.slice(0, longestHint)}…` : text
  return `…${(text.split('|')[0] ?? text).slice(-4)}`
}
