import type { Corners } from '../decoder/decoder.js'
import type { Picture } from '../frame/picture.js'

export type EngineName = 'native' | 'zxing-wasm' | 'qr' | 'zxing-js'

/** A code as an engine reads it, in the pixels of the picture it was given. */
export interface EngineCode {
  readonly text: string
  readonly corners: Corners
}

/** One way to read QR codes, behind one interface with all others. */
export interface Engine {
  readonly name: EngineName
  /** The codes in the picture. Rejects only when the engine itself is broken. */
  decode(picture: Picture): Promise<readonly EngineCode[]>
}
