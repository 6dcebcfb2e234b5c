import type { CheckedPass, Language } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import type { InspectionWords } from '../words/inspection.vi.js'
import { sayInstant } from '../words/say-instant.js'

/** What the scanned code says by itself, to hold beside the person's card. */
export function renderCheckedPass(
  pass: CheckedPass,
  words: InspectionWords,
  language: Language,
): TemplateResult {
  const { qr, result } = words
  const facts: readonly [string, string][] = [
    [qr.displayName, pass.displayName],
    [result.birthYear, String(pass.birthYear)],
    [qr.idEnding, pass.idEnding],
    [result.declaredAt, sayInstant(pass.declaredAt, language)],
    [result.validUntil, sayInstant(pass.validUntil, language)],
  ]
  return html`<section class="card pass" part="pass" aria-labelledby="pass-title">
    <h3 id="pass-title">${qr.title}</h3>
    <p class="genuine"><span aria-hidden="true">✓</span> ${qr.genuine}</p>
    ${pass.shouldAskOfficer ? html`<p class="notice warning">${qr.askOfficer}</p>` : nothing}
    ${pass.isPrinted ? html`<p class="notice">${qr.printed}</p>` : nothing}
    <dl class="facts">
      ${facts.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}
    </dl>
  </section>`
}
