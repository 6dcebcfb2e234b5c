import { css } from 'lit'

export const styles = css`
  .progress {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 4px;
    max-inline-size: 20rem;
    margin-block: 0.25rem 0.75rem;
  }
  .bar > span {
    block-size: 5px;
    border-radius: 3px;
    background: var(--_line);
  }
  .bar > .reached {
    background: var(--_accent);
  }
  .step {
    max-inline-size: 42rem;
  }
  .people {
    display: grid;
    gap: 0.75rem;
    list-style: none;
  }
  .person {
    padding-block: 0.875rem 0.5rem;
  }
  .part-title {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1rem;
    border-block-end: 2px solid var(--_line);
  }
  h4 {
    margin: 0;
    font-size: 1em;
  }
  .draft-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
  }
  @media (forced-colors: active) {
    .bar > span {
      border: 1px solid CanvasText;
    }
    .bar > .reached {
      background: Highlight;
    }
  }
`
