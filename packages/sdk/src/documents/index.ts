export { cccdProvinces } from './cccd-provinces.js'
export {
  type CccdFacts,
  type DocumentWarning,
  type PersonClaims,
  readCccdNumber,
} from './check-cccd.js'
export { type BhytCard, parseBhytQr } from './parse-bhyt-qr.js'
export { type CccdCard, parseCccdQr } from './parse-cccd-qr.js'
export { type ParsedIdentityDocument, parseIdentityDocument } from './parse-identity-document.js'
export { type Phone, parsePhone } from './parse-phone.js'
