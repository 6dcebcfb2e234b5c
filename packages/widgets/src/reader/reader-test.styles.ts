import { css } from 'lit'

export const styles = css`
  .bench {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-items: start;
  }
  .code-list {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .code-choice {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1rem;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.5rem 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    text-align: start;
  }
  .code-choice:hover {
    background: var(--_panel);
  }
  .code-choice[aria-pressed='true'] {
    border: 2px solid var(--_accent);
    background: var(--_panel);
  }
  .mark {
    color: var(--_text-muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .read .mark {
    color: var(--_success);
    font-weight: 600;
  }
  .read .mark::before {
    content: '✓ ' / '';
  }
  .failed .mark {
    color: var(--_danger);
    font-weight: 600;
  }
  .failed .mark::before {
    content: '! ' / '';
  }
  figure {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  figcaption:empty {
    display: none;
  }
  figcaption {
    color: var(--_text-muted);
    text-align: center;
  }
  .qr {
    display: block;
    inline-size: min(100%, 20rem);
    block-size: auto;
  }
  section > h2 {
    font-size: 1.15em;
    line-height: 1.4;
  }
  .verdict .title {
    font-size: 1.15em;
    font-weight: 600;
  }
  .todo,
  .settings {
    display: grid;
    gap: 0.375rem;
    padding-inline-start: 1.25rem;
  }
  dd {
    overflow-wrap: anywhere;
  }
  .sheet {
    display: none;
  }
  @media (min-width: 56rem) {
    .bench {
      grid-template-columns: minmax(0, 24rem) minmax(0, 1fr);
      gap: 2.5rem;
    }
  }
  @media (forced-colors: active) {
    .code-choice[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
  @media print {
    .sheet {
      display: grid;
      gap: 0.5cm;
    }
    .sheet-codes {
      display: grid;
      grid-template-columns: repeat(2, 1fr);
      gap: 0.8cm;
    }
    .sheet figure {
      break-inside: avoid;
      border: 0;
      padding: 0;
    }
    .sheet .qr {
      inline-size: 7cm;
    }
  }
`
