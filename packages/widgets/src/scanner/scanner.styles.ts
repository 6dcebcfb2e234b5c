import { css } from 'lit'

/** What is seen before the camera is on; the rest comes with it (live/live.styles.ts). */
export const styles = css`
  .notice {
    padding: 0.875rem 1.125rem;
    border-inline-start: 5px solid var(--_accent);
    background: var(--_panel);
  }
  .notice.warning {
    border-color: var(--_warning);
    background: var(--_warning-panel);
  }
  .stack > .button {
    justify-self: start;
  }
  .hint {
    color: var(--_text-muted);
  }
  .picture {
    position: relative;
    display: grid;
  }
  .picture .button {
    cursor: pointer;
  }
  /* The phone's own camera takes a picture where the page may not. */
  .photo {
    display: none;
  }
  @media (pointer: coarse), (any-pointer: coarse) {
    .photo {
      display: grid;
    }
  }
  /* Nothing can be dropped there, and hardly anything pasted. */
  @media (hover: none) {
    #drop {
      display: none;
    }
  }
  /* The browser's own button speaks the browser's language; our label takes its place. */
  .picture input:focus-visible + .button {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  label {
    font-weight: 600;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .typed {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    inline-size: min(100%, 40rem);
  }
  #typed {
    flex: 1 1 14rem;
    min-inline-size: 0;
    min-block-size: var(--_target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    /* Under 16 px iOS zooms the page in. */
    font-size: max(16px, 1em);
    font-variant-numeric: tabular-nums;
  }
  #typed[aria-invalid] {
    border: 2px solid var(--_danger);
  }
  .news:empty {
    display: none;
  }
  @media (max-width: 30rem) {
    .stack > .button,
    .typed .button {
      justify-self: stretch;
      flex: 1 1 100%;
    }
    .picture {
      flex: 1 1 100%;
    }
  }
`
