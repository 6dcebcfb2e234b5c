import BinaryBitmap from '@zxing/library/esm/core/BinaryBitmap.js'
import HybridBinarizer from '@zxing/library/esm/core/common/HybridBinarizer.js'
import DecodeHintType from '@zxing/library/esm/core/DecodeHintType.js'
import QRCodeReader from '@zxing/library/esm/core/qrcode/QRCodeReader.js'
import ResultMetadataType from '@zxing/library/esm/core/ResultMetadataType.js'
import RGBLuminanceSource from '@zxing/library/esm/core/RGBLuminanceSource.js'
import type { Corners, Point } from '../decoder/decoder.js'
import { toGrey } from '../frame/to-grey.js'
import type { Engine } from './engine.js'

type Marks = readonly { getX(): number; getY(): number }[]

/** Plain JavaScript that finds other codes than `qr` does; one a picture. */
export function createZxingJsEngine(): Engine {
  const reader = new QRCodeReader()
  const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]])
  return {
    name: 'zxing-js',
    async decode(picture) {
      const source = new RGBLuminanceSource(toGrey(picture).light, picture.width, picture.height)
      try {
        const result = reader.decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
        const isPart = result
          .getResultMetadata()
          ?.has(ResultMetadataType.STRUCTURED_APPEND_SEQUENCE)
        if (isPart) return []
        return [{ text: result.getText(), corners: toCorners(result.getResultPoints()) }]
      } catch {
        return [] // zxing throws when a picture holds no code
      }
    },
  }
}

/** zxing tells the middles of three finder patterns: bottom left, top left, top right. */
function toCorners([bottomLeft, topLeft, topRight]: Marks): Corners {
  const [a, b, d] = [toPoint(topLeft), toPoint(topRight), toPoint(bottomLeft)]
  return [a, b, { x: b.x + d.x - a.x, y: b.y + d.y - a.y }, d]
}

const toPoint = (mark: Marks[number] | undefined): Point => ({
  x: mark?.getX() ?? 0,
  y: mark?.getY() ?? 0,
})
