export type { VenueFacts } from './venue-facts.js'
export { type VerifiedVenue, type VerifyVenueQrOptions, verifyVenueQr } from './verify-venue-qr.js'
