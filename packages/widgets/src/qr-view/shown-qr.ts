/** A QR code with the words that belong to it, on screen, on paper and in a picture. */
export interface ShownQr {
  /** What the code holds. */
  readonly text: string
  /** Stands above the code; empty when nobody's. */
  readonly name: string
  /** What a screen reader says instead of the picture. */
  readonly label: string
  /** Stands below the code: until when it is valid. */
  readonly line: string
}
