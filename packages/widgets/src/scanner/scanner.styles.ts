import { css } from 'lit'

export const styles = css`
  .viewfinder {
    position: relative;
    inline-size: min(100%, 40rem);
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius);
    background: #000;
    overflow: hidden;
  }
  video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .viewfinder .frame {
    position: absolute;
    inset: 12%;
    border: 3px solid #fff;
    border-radius: 12px;
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 30%);
  }
  .file {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
  }
  .stack > .button,
  .file .button {
    justify-self: start;
  }
  .file .button {
    cursor: pointer;
  }
  /* The browser's own button speaks the browser's language; our label takes its place. */
  input:focus-visible + .button {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .news:empty {
    display: none;
  }
`
