export { call } from './client/call.js'
export type { CallOptions, IdempotentCallOptions } from './client/call-options.js'
export type { Client, Fetch } from './client/client.js'
export { createBrowserSession, type SessionStorageLike } from './client/create-browser-session.js'
export { type CreateClientOptions, createClient } from './client/create-client.js'
export { createMemorySession } from './client/create-memory-session.js'
export { isSessionOver } from './client/is-session-over.js'
export type { Keeper, SessionKeeper } from './client/keeper.js'
export { getConfig } from './config/get-config.js'
export { findDeclarations } from './declaration/find-declarations.js'
export { submitDeclaration } from './declaration/submit-declaration.js'
export { withdrawDeclaration } from './declaration/withdraw-declaration.js'
export {
  type ErrorCode,
  errorStatus,
  type InputIssue,
  isErrorCode,
  isKbytError,
  KbytError,
  type KbytErrorOptions,
  type UndecidedPass,
} from './errors.js'
export { type RequestOtpInput, requestOtp } from './otp/request-otp.js'
export { resendOtp } from './otp/resend-otp.js'
export { verifyOtp } from './otp/verify-otp.js'
export { getProvince } from './places/get-province.js'
export { getProvinces } from './places/get-provinces.js'
export type { Config, DeclarationKind } from './schema/config.js'
export type {
  Declaration,
  DeclaredPerson,
  DomesticDeclaration,
  EntryDeclaration,
  FiledDeclaration,
  FiledDeclaredPerson,
} from './schema/declaration.js'
export type { FiledJourney, Journey } from './schema/journey.js'
export type { CitizenSession, OtpChallenge, OtpVerification } from './schema/otp.js'
export type { Pass } from './schema/pass.js'
export type { FiledPerson, Person } from './schema/person.js'
export type { Province, ProvinceList } from './schema/places.js'
export type { KeySet, PublicKey } from './schema/trust.js'
export { endSession } from './session/end-session.js'
export { getKeySet } from './trust/get-key-set.js'
export { getTrustBundle } from './trust/get-trust-bundle.js'
