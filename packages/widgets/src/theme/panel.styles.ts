import { css } from 'lit'

/** Boxes: a neutral card, notices by tone, the error summary, key-value lists, whose session it is, QRs side by side. */
export const panelStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1.25rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .notice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.875rem 1.125rem;
    border-inline-start: 5px solid var(--_accent);
    background: var(--_panel);
  }
  .notice.warning {
    border-color: var(--_warning);
    background: var(--_warning-panel);
  }
  .notice.success {
    border-color: var(--_success);
    background: var(--_success-panel);
  }
  .notice.danger {
    border-color: var(--_danger);
    background: var(--_danger-panel);
  }
  .summary {
    display: grid;
    gap: 0.5rem;
    padding: 1rem 1.25rem;
    border: 3px solid var(--_danger);
    border-radius: var(--_radius);
  }
  .summary ul {
    padding-inline-start: 1.1rem;
  }
  .summary a,
  .summary li {
    color: var(--_danger);
    font-weight: 600;
  }
  .summary li {
    padding-block: 0.25rem;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--_line);
  }
  .facts > div:first-child {
    border-block-start: 0;
  }
  .facts dt {
    color: var(--_text-muted);
  }
  .session-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1.5rem;
  }
  /* One QR beside the other where there is room, edge to edge where there is none. */
  .passes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--_gap);
    align-items: start;
  }
  @media (max-width: 30rem) {
    /* The number says what it is; the way out fits beside it. */
    .session-label {
      position: absolute;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .passes > .card {
      padding: 1rem 0 0;
      border-width: 1px 0 0;
      border-radius: 0;
    }
  }
  @media print {
    .passes {
      display: block;
    }
    .passes > .card {
      border: 0;
      break-inside: avoid;
    }
  }
  @media (min-width: 40rem) {
    .facts > div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 1rem;
    }
  }
`
