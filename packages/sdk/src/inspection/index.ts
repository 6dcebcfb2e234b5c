export { changePassword } from '../officer/change-password.js'
export { closeOfficerSession } from '../officer/close-officer-session.js'
export { confirmTotp } from '../officer/confirm-totp.js'
export { getOfficerSession } from '../officer/get-officer-session.js'
export { openOfficerSession } from '../officer/open-officer-session.js'
export { setOfficerDefaults } from '../officer/set-officer-defaults.js'
export { setUpOfficer } from '../officer/set-up-officer.js'
export { setUpTotp } from '../officer/set-up-totp.js'
export { toOidcAddress } from '../officer/to-oidc-address.js'
export type {
  Candidate,
  Inspection,
  InspectionQuery,
  InspectionRequest,
  Registration,
} from '../schema/inspection.js'
export type {
  InspectionResults,
  InspectionResultsRequest,
  Passage,
} from '../schema/inspection-results.js'
export type {
  Officer,
  OfficerCredentials,
  OfficerDefaults,
  OfficerRole,
  OfficerSession,
  TotpSecret,
} from '../schema/officer.js'
export type {
  TracedPresence,
  VenueInspection,
  VenueInspectionRequest,
} from '../schema/venue-inspection.js'
export { getInspectionResults } from './get-inspection-results.js'
export { inspect } from './inspect.js'
export { inspectVenue } from './inspect-venue.js'
export { recordPassage } from './record-passage.js'
