import { css } from 'lit'

/** `.button` acts, `.button.secondary` stands back, `.link` is a button that reads as a link. */
export const buttonStyles = css`
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-block-size: var(--_target);
    padding: 0.5rem 1.25rem;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    line-height: 1.4;
    text-align: center;
    text-decoration: none;
  }
  .button:hover {
    border-color: var(--_accent-strong);
    background: var(--_accent-strong);
    color: var(--_on-accent);
  }
  .button.secondary {
    background: transparent;
    color: var(--_accent);
  }
  .button.secondary:hover {
    border-color: var(--_accent-strong);
    background: var(--_panel);
    color: var(--_accent-strong);
  }
  .button.danger {
    border-color: var(--_danger);
    background: var(--_danger);
    color: var(--_surface);
  }
  .button[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_panel);
    color: var(--_text-muted);
    cursor: default;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    background: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1.25rem;
  }
  @media (max-width: 30rem) {
    .actions > .button {
      flex: 1 1 100%;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`
