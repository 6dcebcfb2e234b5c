export { type BhytBenefitLevel, bhytBenefitLevels } from './bhyt-benefit-levels.js'
export { type BhytObject, bhytObjects } from './bhyt-objects.js'
export { cccdProvinces } from './cccd-provinces.js'
export { compareByGivenName } from './compare-by-given-name.js'
export type { DocumentWarning, PersonClaims } from './find-warnings.js'
export { type BhytEntitlement, type BhytNumber, parseBhytNumber } from './parse-bhyt-number.js'
export { type BhytCard, parseBhytQr } from './parse-bhyt-qr.js'
export { type CccdCard, parseCccdQr } from './parse-cccd-qr.js'
export {
  type ParsedIdentityDocument,
  type ParseIdentityDocumentOptions,
  parseIdentityDocument,
} from './parse-identity-document.js'
export { type NationalQr, parseNationalQr } from './parse-national-qr.js'
export { type Passport, parsePassport } from './parse-passport.js'
export { type Phone, parsePhone } from './parse-phone.js'
export { type CccdFacts, readCccdNumber } from './read-cccd-number.js'
export { toCapitals } from './to-capitals.js'
