import { html, nothing, type TemplateResult } from 'lit'

/** A short word for the eye, the whole sentence for who cannot see what it stands beside. */
export function renderLink(
  text: string,
  name: string | undefined,
  onPress: () => void,
): TemplateResult {
  return html`<button type="button" class="link" aria-label=${name ?? nothing} @click=${onPress}>
    ${text}
  </button>`
}
