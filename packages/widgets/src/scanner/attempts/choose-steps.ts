import type { EngineName } from '../engines/engine.js'
import type { AttemptName } from './attempts.js'

/** One look at a picture: which engine, after which preparation. */
export interface Step {
  readonly engine: EngineName
  readonly attempt: AttemptName | 'plain'
}

// docs/decisions/0026: the order in which a step reads most of what those before it missed.
const withWasm: readonly Step[] = [
  { engine: 'zxing-wasm', attempt: 'plain' },
  { engine: 'qr', attempt: 'sharp-contrast' },
  { engine: 'zxing-wasm', attempt: 'contrast' },
  { engine: 'zxing-wasm', attempt: 'sharp' },
  { engine: 'zxing-wasm', attempt: 'gamma' },
  { engine: 'qr', attempt: 'inverted' },
  { engine: 'zxing-wasm', attempt: 'denoise' },
]
const withoutWasm: readonly Step[] = [
  { engine: 'qr', attempt: 'plain' },
  { engine: 'qr', attempt: 'double' },
  { engine: 'zxing-js', attempt: 'plain' },
  { engine: 'qr', attempt: 'sharp-contrast' },
  { engine: 'qr', attempt: 'sharp' },
  { engine: 'qr', attempt: 'contrast' },
  { engine: 'qr', attempt: 'inverted' },
  { engine: 'qr', attempt: 'gamma' },
  { engine: 'zxing-js', attempt: 'half' },
  { engine: 'zxing-js', attempt: 'denoise' },
]

/** The steps to go through with the engines that are there, the first for every picture. */
export function chooseSteps(engines: ReadonlyMap<EngineName, unknown>): readonly Step[] {
  const native: Step = { engine: 'native', attempt: 'plain' }
  const others = engines.has('zxing-wasm') ? withWasm : withoutWasm
  return [native, ...others].filter(({ engine }) => engines.has(engine))
}
