import { css } from 'lit'

/** Label, hint, error and the native controls. */
export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    justify-items: start;
  }
  .field.invalid {
    padding-inline-start: 1rem;
    border-inline-start: 4px solid var(--_danger);
  }
  .field > label:not(.choice),
  legend {
    padding: 0;
    font-weight: 600;
    line-height: 1.45;
  }
  /* Floating, it is an item of the grid like the rest, and the bar of an error starts above it. */
  legend {
    float: inline-start;
    inline-size: 100%;
  }
  .optional {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .hint {
    color: var(--_text-muted);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .caution {
    color: var(--_warning);
  }
  input,
  select {
    font: inherit;
    color: inherit;
  }
  input:not([type='radio'], [type='checkbox']),
  select {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    /* Under 16 px iOS zooms the page in. */
    font-size: max(16px, 1em);
    line-height: 1.4;
  }
  select {
    text-overflow: ellipsis;
  }
  .field.invalid input:not([type='radio'], [type='checkbox']),
  .field.invalid select {
    border: 2px solid var(--_danger);
  }
  .short {
    max-inline-size: 16rem;
  }
  .digits {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
  }
  .choices.inline {
    display: flex;
    flex-wrap: wrap;
    column-gap: 2rem;
  }
  .choice {
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr);
    gap: 0.75rem;
    align-items: start;
    min-block-size: var(--_target);
    padding-block: 0.5rem;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0.1em 0 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .divider {
    color: var(--_text-muted);
    padding-block: 0.125rem;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .part {
    display: grid;
    gap: 0.25rem;
    inline-size: 4.25rem;
  }
  .part.wide {
    inline-size: 5.5rem;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  .group > legend,
  .group > h3 {
    font-size: 1.15em;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-items: end;
  }
  @media (min-width: 40rem) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`
