import { type CSSResult, css, unsafeCSS } from 'lit'
import { colors } from './colors.js'

function declareColors(toFallback: (color: { light: string; dark: string }) => string): CSSResult {
  const lines = Object.entries(colors).map(
    ([name, color]) => `--_${name}: var(--kbyt-color-${name}, ${toFallback(color)});`,
  )
  return unsafeCSS(lines.join('\n')) // our own constants, no input
}

/**
 * A page sets `--kbyt-*` on any ancestor; elements read the private `--_*`. Light or dark follows the
 * page's own `color-scheme`, so an element never turns dark on a light page; the attribute `theme`
 * (`light`, `dark`, `auto` for the system's choice) decides for one element and all inside it.
 */
export const tokenStyles = css`
  :host {
    ${declareColors(({ light }) => light)}
    --_font: var(
      --kbyt-font-family,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    --_size: var(--kbyt-font-size, 1.0625rem);
    --_radius: var(--kbyt-radius, 6px);
    --_gap: var(--kbyt-gap, 1.5rem);
    --_target: 2.75rem;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_size);
    /* Stacked diacritics (Ễ, ợ) touch the line above when lines are tighter. */
    line-height: 1.6;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      ${declareColors(({ light, dark }) => `light-dark(${light}, ${dark})`)}
    }
  }
  @media print {
    :host {
      color-scheme: light;
    }
  }
`
