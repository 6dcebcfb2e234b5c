// The library as others use it; its files import each other in a way that only bundlers follow.
export { default as BarcodeFormat } from '@zxing/library/esm/core/BarcodeFormat.js'
export { default as BinaryBitmap } from '@zxing/library/esm/core/BinaryBitmap.js'
export { default as HybridBinarizer } from '@zxing/library/esm/core/common/HybridBinarizer.js'
export { default as DecodeHintType } from '@zxing/library/esm/core/DecodeHintType.js'
export { default as MultiFormatReader } from '@zxing/library/esm/core/MultiFormatReader.js'
export { default as QRCodeReader } from '@zxing/library/esm/core/qrcode/QRCodeReader.js'
export { default as RGBLuminanceSource } from '@zxing/library/esm/core/RGBLuminanceSource.js'
