import { css } from 'lit'

export const styles = css`
  .login,
  .shift {
    max-inline-size: 28rem;
  }
  .desk-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1.5rem;
  }
  .officer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1rem;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    border-block-end: 1px solid var(--_line);
  }
  .tab {
    min-block-size: var(--_target);
    padding: 0.25rem 0;
    border: 0;
    border-block-end: 4px solid transparent;
    background: none;
    font-weight: 600;
    text-align: start;
  }
  .tab[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_accent);
  }
  .shift-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    color: var(--_text-muted);
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-items: start;
  }
  .search .pair {
    align-items: end;
  }
  .result {
    padding-block-start: var(--_gap);
    border-block-start: 1px solid var(--_line);
  }
  .result > .link {
    justify-self: start;
  }
  .problem {
    font-size: 1.15em;
    font-weight: 600;
  }
  .who {
    font-size: clamp(1.75rem, 6vw, 2.5rem);
    line-height: 1.3;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 2rem;
    font-size: 1.25em;
  }
  .alerts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    font-size: 1.1em;
  }
  .alert {
    font-size: 1.2em;
  }
  .state {
    font-size: 1.1em;
  }
  .places {
    padding-inline-start: 1.1rem;
  }
  .genuine {
    color: var(--_success);
    font-weight: 600;
  }
  .candidates {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    list-style: none;
  }
  .candidate {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1.5rem;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.75rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
  }
  .candidate strong {
    font-size: 1.15em;
  }
  .candidate:hover {
    border-color: var(--_accent);
    background: var(--_panel);
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-items: start;
  }
  dialog {
    inline-size: min(100dvw, 42rem);
    max-inline-size: 100dvw;
    max-block-size: 100dvh;
    padding: 1.25rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  /* Boxes to the left, the person to the right: seen at once, without a scroll. */
  @media (min-width: 60rem) {
    .work {
      grid-template-columns: minmax(0, 2fr) minmax(0, 5fr);
      gap: 2rem;
    }
    .search {
      position: sticky;
      inset-block-start: 1rem;
    }
    .search .pair {
      grid-template-columns: minmax(0, 1fr);
    }
    .search .actions > .button {
      flex: 1 1 100%;
    }
    .result {
      gap: 0.75rem;
      padding-block-start: 0;
      border-block-start: 0;
    }
    .result > h2 {
      font-size: 1em;
    }
  }
`
