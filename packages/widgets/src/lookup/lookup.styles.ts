import { css } from 'lit'

export const styles = css`
  dialog {
    max-inline-size: min(32rem, calc(100dvw - 2rem));
    padding: 1.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
`
