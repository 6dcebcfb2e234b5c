import type { Corners, Point } from '../decoder/decoder.js'
import type { Picture } from '../frame/picture.js'
import type { Engine } from './engine.js'
import { drawTestCode, testText } from './test-code.js'

// TypeScript's DOM library does not know it yet (W3C Shape Detection API).
interface Detected {
  readonly rawValue: string
  readonly cornerPoints: readonly Point[]
}
interface Detector {
  detect(image: ImageData): Promise<readonly Detected[]>
}
/** The class `BarcodeDetector`, where a browser has it. */
export type DetectorClass = new (options: { formats: readonly string[] }) => Detector

/** A system's service that has not answered by then is taken for broken. */
const patienceMs = 2_000

/** The class of this page or worker. Read when asked for, so that importing does nothing. */
export function findDetectorClass(): DetectorClass | undefined {
  return (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector
}

/**
 * The browser's own reader, only after it has read a built-in code: some browsers have the class and
 * nothing behind it.
 *
 * @returns undefined where there is none, or none that reads.
 */
export async function createNativeEngine(
  Detector: DetectorClass | undefined,
): Promise<Engine | undefined> {
  if (!Detector) return undefined
  try {
    const engine = wrap(new Detector({ formats: ['qr_code'] }))
    const [code] = await engine.decode(drawTestCode())
    return code?.text === testText ? engine : undefined
  } catch {
    return undefined // refuses the format, or has no service behind it
  }
}

function wrap(detector: Detector): Engine {
  return {
    name: 'native',
    async decode({ data, width, height }: Picture) {
      const detected = await inTime(detector.detect(new ImageData(data, width, height)))
      return detected.flatMap(({ rawValue, cornerPoints: [a, b, c, d] }) => {
        const corners: Corners | undefined = a && b && c && d && [a, b, c, d]
        return corners ? [{ text: rawValue, corners }] : []
      })
    },
  }
}

/** @throws {Error} No answer in time. */
async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The browser's reader does not answer.")), patienceMs)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
