export type { QrTrust } from './key-set.js'
export { type RecognizedQr, recognizeQr } from './recognize-qr.js'
export { type VerifiedPass, type VerifyQrOptions, verifyQr } from './verify-qr.js'
