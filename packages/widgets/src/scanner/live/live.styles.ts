import { css } from 'lit'

/** The picture, what lies over it, and what can be set. */
export const styles = css`
  .viewfinder {
    position: relative;
    inline-size: min(100%, 40rem);
    border-radius: var(--_radius);
    background: #000;
    overflow: hidden;
    /* One finger scrolls the page, two zoom the camera. */
    touch-action: pan-x pan-y;
  }
  /* All of the picture: what is read must be seen. Upright phones give an upright one. */
  video {
    display: block;
    inline-size: 100%;
    max-block-size: 70vh;
    object-fit: contain;
  }
  .outlines {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .frame {
    position: absolute;
    inset: 12%;
    border: 3px solid #fff;
    border-radius: 12px;
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 30%);
  }
  .outlines {
    pointer-events: none;
  }
  .outlines polygon {
    fill: rgb(255 255 255 / 15%);
    stroke: #ffd60a;
    stroke-width: 5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .outlines .offered {
    cursor: pointer;
    pointer-events: all;
  }
  .outlines circle {
    fill: #1b1a24;
    stroke: #ffd60a;
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }
  .outlines text {
    fill: #fff;
    font-weight: 700;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .stack-tight > .link {
    justify-self: start;
  }
  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: 0.75rem;
    max-inline-size: 40rem;
  }
  .controls .button {
    padding-inline: 0.75rem;
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.25rem 1rem;
    max-inline-size: 40rem;
  }
  summary {
    font-weight: 600;
  }
  input[type='range'] {
    min-block-size: var(--_target);
    accent-color: var(--_accent);
  }
  .choices-list {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    margin: 0;
    list-style: none;
  }
  .choice-button {
    display: flex;
    align-items: center;
    gap: 1rem;
    inline-size: 100%;
    max-inline-size: 40rem;
    min-block-size: var(--_target);
    padding: 0.75rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
  }
  .choice-button:hover {
    border-color: var(--_accent);
    background: var(--_panel);
  }
  .choice-button strong,
  .choice-button .muted {
    display: block;
  }
  .choice-number {
    flex: none;
    inline-size: 2rem;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
    line-height: 2rem;
    text-align: center;
  }
  summary {
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .outlines polygon,
    .outlines circle {
      stroke: Highlight;
    }
    .frame {
      border-color: CanvasText;
      box-shadow: none;
    }
    .choice-number {
      border: 2px solid ButtonText;
    }
  }
  select {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
    text-overflow: ellipsis;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: var(--_target);
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
`
