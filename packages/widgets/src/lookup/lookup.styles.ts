import { css } from 'lit'

export const styles = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1.5rem;
  }
  .passes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--_gap);
    align-items: start;
  }
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
  @media print {
    .passes {
      display: block;
    }
    .card {
      border: 0;
      break-inside: avoid;
    }
  }
`
