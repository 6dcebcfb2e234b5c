/** Fired when the person has left: the session has ended and nothing typed is kept. */
export class KbytSessionEndedEvent extends Event {
  constructor() {
    super('kbyt-session-ended', { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-session-ended': KbytSessionEndedEvent
  }
  interface DocumentEventMap {
    'kbyt-session-ended': KbytSessionEndedEvent
  }
}
