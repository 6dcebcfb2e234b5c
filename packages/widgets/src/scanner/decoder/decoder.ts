/** A place in the picture that was handed in, in its own pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The corners of a code, clockwise from the one that is top left when the code is held upright. */
export type Corners = readonly [Point, Point, Point, Point]

/** A QR code that was found in a picture. */
export interface FoundCode {
  readonly text: string
  readonly corners: Corners
  /** Which engine read it, such as `zxing-wasm`. */
  readonly engine: string
  /** What was done to the picture first, such as `plain` or `contrast`. */
  readonly attempt: string
}

/** How hard to look: a video frame gets two attempts, a file all of them at full size. */
export type ScanEffort = 'frame' | 'file'

/** A picture to look at. An `ImageBitmap` or `VideoFrame` is used up: the decoder closes it. */
export type Frame = ImageData | ImageBitmap | VideoFrame

/** Finds QR codes in pictures; knows nothing of cameras, files or pages. */
export interface Decoder {
  /**
   * All codes in the picture; none where there is none, and none for a frame that a newer one
   * overtook. Never rejects for a bad picture.
   */
  decode(frame: Frame, effort: ScanEffort): Promise<readonly FoundCode[]>
  /** Ends the worker; what is still being decoded is answered with no codes. */
  close(): void
}
