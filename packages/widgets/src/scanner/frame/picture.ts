/** Pixels, red, green, blue and alpha each a byte; any `ImageData` is one. */
export interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** The same in grey, one byte of light a pixel: what attempts work on. */
export interface Grey {
  readonly light: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}
