import { css } from 'lit'

export const styles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.5rem;
    text-align: center;
  }
  .name {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.4;
    text-wrap: balance;
  }
  /* Black on white in every theme: scanners miss inverted and grey codes. */
  .paper {
    position: relative;
    inline-size: min(100%, var(--kbyt-qr-size, 20rem));
    border-radius: var(--_radius);
    background: #fff;
    overflow: hidden;
    forced-color-adjust: none;
  }
  .qr {
    display: block;
    inline-size: 100%;
    block-size: auto;
    forced-color-adjust: none;
  }
  .void .qr {
    opacity: 0.25;
  }
  .void .paper::before,
  .void .paper::after {
    content: '';
    position: absolute;
    inset: 50% -25%;
    z-index: 1;
    block-size: 0.5rem;
    margin-block-start: -0.25rem;
    background: #b00e1b;
    rotate: 45deg;
  }
  .void .paper::after {
    rotate: -45deg;
  }
  .void .name {
    text-decoration: line-through;
  }
  .problem {
    color: var(--_danger);
    font-weight: 600;
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
    max-inline-size: 20rem;
    margin: 1rem auto 0;
  }
  .actions > .button {
    padding-inline: 0.5rem;
  }
  .actions > :first-child {
    grid-column: 1 / -1;
  }
  .news {
    margin-block-start: 0.5rem;
    text-align: center;
  }
  .news:empty {
    margin: 0;
  }
  dialog {
    color-scheme: light;
    inline-size: 100dvw;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 1rem;
    border: 0;
    background: #fff;
    color: #1b1a24;
  }
  .large {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    place-items: center;
    place-content: center;
    gap: 0.5rem;
    min-block-size: 100%;
    text-align: center;
  }
  .large .qr {
    inline-size: min(100%, 72dvh);
  }
  .large .muted {
    color: #565366;
  }
  .large .button {
    border-color: #35206a;
    background: #35206a;
    color: #fff;
  }
  .print-only {
    display: none;
  }
  @media print {
    .print-only {
      display: block;
      font-size: 10pt;
    }
    .frame {
      break-inside: avoid;
    }
    .paper {
      inline-size: 7cm;
    }
  }
`
