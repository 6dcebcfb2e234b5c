import {
  createAccountEndpoint,
  getAccountEndpoint,
  getGrantsEndpoint,
  updateAccountEndpoint,
} from './account.js'
import {
  exportArrivalsEndpoint,
  findArrivalsEndpoint,
  recordArrivalEventEndpoint,
  reportArrivalEndpoint,
} from './arrival.js'
import { findAuditEntriesEndpoint, openAuditEntryEndpoint } from './audit.js'
import {
  submitAssistedDeclarationEndpoint,
  submitPaperDeclarationEndpoint,
} from './channel-declaration.js'
import { getConfigEndpoint } from './config.js'
import {
  findDeclarationsEndpoint,
  submitDeclarationEndpoint,
  withdrawDeclarationEndpoint,
} from './declaration.js'
import {
  addSubscriberEndpoint,
  disableSubscriberEndpoint,
  findDeadLettersEndpoint,
  findSubscribersEndpoint,
  readFeedEndpoint,
  resendDeadLettersEndpoint,
} from './feed.js'
import { getHealthEndpoint, getMetricsEndpoint, getReadinessEndpoint } from './health.js'
import { importDeclarationsEndpoint } from './import.js'
import { inspectEndpoint } from './inspection.js'
import { getInspectionResultsEndpoint, recordPassageEndpoint } from './inspection-results.js'
import { lookUpInsuranceEndpoint } from './insurance.js'
import {
  changePasswordEndpoint,
  closeOfficerSessionEndpoint,
  confirmTotpEndpoint,
  getOfficerSessionEndpoint,
  openOfficerSessionEndpoint,
  setOfficerDefaultsEndpoint,
  setUpOfficerEndpoint,
  setUpTotpEndpoint,
} from './officer.js'
import {
  addOfficerEndpoint,
  changeOfficerEndpoint,
  disableOfficerEndpoint,
  enableOfficerEndpoint,
  findOfficersEndpoint,
  linkOfficerEndpoint,
  resetOfficerPasswordEndpoint,
  resetOfficerTotpEndpoint,
  unlinkOfficerEndpoint,
} from './officer-account.js'
import { finishOidcEndpoint, startOidcEndpoint } from './oidc.js'
import {
  endSessionEndpoint,
  requestOtpEndpoint,
  resendOtpEndpoint,
  verifyOtpEndpoint,
} from './otp.js'
import { findPapersEndpoint, receivePaperEndpoint, setPaperAsideEndpoint } from './paper.js'
import { getHamletsEndpoint, getProvinceEndpoint, getProvincesEndpoint } from './places.js'
import {
  closePointEndpoint,
  createPointEndpoint,
  findPointsEndpoint,
  getPointEndpoint,
} from './point.js'
import {
  findPoliciesEndpoint,
  getPolicyEndpoint,
  getPolicyRecordEndpoint,
  publishPolicyEndpoint,
  savePolicyDraftEndpoint,
  tryPolicyEndpoint,
} from './policy-publishing.js'
import {
  erasePersonalDataEndpoint,
  erasePersonEndpoint,
  exportPersonalDataEndpoint,
} from './privacy.js'
import { findScreeningsEndpoint, recordScreeningEventEndpoint } from './screening.js'
import { setHamletsEndpoint } from './set-hamlets.js'
import { getKeySetEndpoint, getTrustBundleEndpoint } from './trust.js'
import {
  changeVenueEndpoint,
  findOwnVenuesEndpoint,
  getVenueEndpoint,
  makePosterEndpoint,
  registerVenueEndpoint,
} from './venue.js'
import { addDeviceEndpoint, findDevicesEndpoint, revokeDeviceEndpoint } from './venue-device.js'
import { inspectVenueEndpoint } from './venue-inspection.js'
import { addStaffEndpoint, findStaffEndpoint, removeStaffEndpoint } from './venue-staff.js'
import { findVenueVisitsEndpoint } from './venue-visit.js'
import { findCardPhotosEndpoint, readCardEndpoint, verifyAccountEndpoint } from './verification.js'
import { findOwnVisitsEndpoint, recordVisitsEndpoint } from './visit.js'

/** Every endpoint of the API; the server, the mock, the OpenAPI document and the docs are made from this list. */
export const contract = [
  getConfigEndpoint,
  getProvincesEndpoint,
  getProvinceEndpoint,
  getHamletsEndpoint,
  setHamletsEndpoint,
  requestOtpEndpoint,
  resendOtpEndpoint,
  verifyOtpEndpoint,
  endSessionEndpoint,
  submitDeclarationEndpoint,
  findDeclarationsEndpoint,
  withdrawDeclarationEndpoint,
  submitAssistedDeclarationEndpoint,
  submitPaperDeclarationEndpoint,
  receivePaperEndpoint,
  findPapersEndpoint,
  setPaperAsideEndpoint,
  lookUpInsuranceEndpoint,
  createAccountEndpoint,
  getAccountEndpoint,
  updateAccountEndpoint,
  getGrantsEndpoint,
  readCardEndpoint,
  verifyAccountEndpoint,
  findCardPhotosEndpoint,
  exportPersonalDataEndpoint,
  erasePersonalDataEndpoint,
  erasePersonEndpoint,
  openOfficerSessionEndpoint,
  getOfficerSessionEndpoint,
  closeOfficerSessionEndpoint,
  setOfficerDefaultsEndpoint,
  setUpOfficerEndpoint,
  changePasswordEndpoint,
  setUpTotpEndpoint,
  confirmTotpEndpoint,
  findOfficersEndpoint,
  addOfficerEndpoint,
  changeOfficerEndpoint,
  disableOfficerEndpoint,
  enableOfficerEndpoint,
  resetOfficerPasswordEndpoint,
  resetOfficerTotpEndpoint,
  linkOfficerEndpoint,
  unlinkOfficerEndpoint,
  startOidcEndpoint,
  finishOidcEndpoint,
  findAuditEntriesEndpoint,
  openAuditEntryEndpoint,
  inspectEndpoint,
  getInspectionResultsEndpoint,
  recordPassageEndpoint,
  getPolicyEndpoint,
  findPoliciesEndpoint,
  getPolicyRecordEndpoint,
  savePolicyDraftEndpoint,
  tryPolicyEndpoint,
  publishPolicyEndpoint,
  findArrivalsEndpoint,
  recordArrivalEventEndpoint,
  reportArrivalEndpoint,
  exportArrivalsEndpoint,
  findScreeningsEndpoint,
  recordScreeningEventEndpoint,
  getKeySetEndpoint,
  getTrustBundleEndpoint,
  getHealthEndpoint,
  getReadinessEndpoint,
  getMetricsEndpoint,
  registerVenueEndpoint,
  findOwnVenuesEndpoint,
  getVenueEndpoint,
  changeVenueEndpoint,
  makePosterEndpoint,
  findStaffEndpoint,
  addStaffEndpoint,
  removeStaffEndpoint,
  findDevicesEndpoint,
  addDeviceEndpoint,
  revokeDeviceEndpoint,
  findVenueVisitsEndpoint,
  recordVisitsEndpoint,
  findOwnVisitsEndpoint,
  inspectVenueEndpoint,
  createPointEndpoint,
  findPointsEndpoint,
  getPointEndpoint,
  closePointEndpoint,
  readFeedEndpoint,
  addSubscriberEndpoint,
  findSubscribersEndpoint,
  disableSubscriberEndpoint,
  findDeadLettersEndpoint,
  resendDeadLettersEndpoint,
  importDeclarationsEndpoint,
] as const
