import BinaryBitmap from '@zxing/library/esm/core/BinaryBitmap.js'
import GlobalHistogramBinarizer from '@zxing/library/esm/core/common/GlobalHistogramBinarizer.js'
import HybridBinarizer from '@zxing/library/esm/core/common/HybridBinarizer.js'
import DecodeHintType from '@zxing/library/esm/core/DecodeHintType.js'
import InvertedLuminanceSource from '@zxing/library/esm/core/InvertedLuminanceSource.js'
import type LuminanceSource from '@zxing/library/esm/core/LuminanceSource.js'
import QRCodeReader from '@zxing/library/esm/core/qrcode/QRCodeReader.js'
import RGBLuminanceSource from '@zxing/library/esm/core/RGBLuminanceSource.js'
import type { ScanEffort, ScanEngine } from './engine.js'
import { toLuminance } from './luminance.js'

type Attempt = (source: LuminanceSource) => BinaryBitmap

const adaptive: Attempt = (source) => new BinaryBitmap(new HybridBinarizer(source))
const global: Attempt = (source) => new BinaryBitmap(new GlobalHistogramBinarizer(source))
const inverted: Attempt = (source) => adaptive(new InvertedLuminanceSource(source))

/** A frame gets the first and one of the others in turn; a file gets all. */
const extraAttempts: readonly Attempt[] = [global, inverted]

/**
 * The engine that runs everywhere: plain JavaScript, on the thread that calls it.
 *
 * @example
 * const text = await createZxingEngine().decode(imageData, 'file')
 */
export function createZxingEngine(): ScanEngine {
  const reader = new QRCodeReader()
  const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]])
  let missed = 0

  function attempt(toBitmap: Attempt, source: LuminanceSource): string | undefined {
    try {
      return reader.decode(toBitmap(source), hints).getText()
    } catch {
      return undefined // zxing throws when a picture holds no code
    }
  }

  function choose(effort: ScanEffort): readonly Attempt[] {
    if (effort === 'file') return [adaptive, ...extraAttempts]
    const extra = extraAttempts[missed++ % extraAttempts.length]
    return extra ? [adaptive, extra] : [adaptive]
  }

  return {
    name: 'zxing-js',
    async decode(image, effort) {
      const { width, height } = image
      const source = new RGBLuminanceSource(toLuminance(image), width, height)
      for (const toBitmap of choose(effort)) {
        const text = attempt(toBitmap, source)
        if (text) return text
        if (effort === 'file') await breathe()
      }
      return undefined
    },
  }
}

/** Lets the page paint and answer between two attempts. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
