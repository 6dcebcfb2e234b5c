export { createApp } from './app.js'
export type { App, CreateAppOptions } from './app-options.js'
export { type AuditedChain, type AuditFault, findAuditFault } from './audit/find-audit-fault.js'
export { type CardProviderOptions, createCardProvider } from './ekyc/create-card-provider.js'
export type { ReadinessCheck } from './health/readiness.service.js'
export {
  createHttpInsurance,
  type HttpInsuranceOptions,
} from './insurance/create-http-insurance.js'
export { createListedInsurance } from './insurance/create-listed-insurance.js'
export type { NewOfficer } from './officer/add-officer.js'
export { createOpenApiDocument } from './openapi/create-open-api-document.js'
export type { OverloadOptions } from './overload/create-overload-guard.js'
export { defaultConfig } from './portal/default-config.js'
export type {
  Alarm,
  AuditAnchor,
  AuditHead,
  Clock,
  EkycPhotos,
  EkycProvider,
  EkycReading,
  ImportSourceKeys,
  InsuranceDirectory,
  Log,
  LogEvent,
  Meter,
  MeterLabels,
  OidcChecks,
  OidcClaims,
  OidcProvider,
  Passwords,
  Places,
  PublishableKey,
  RandomBytes,
  ReadPhoto,
  SmsGateway,
  SmsMessage,
  Span,
  SpanAttributes,
  SpanStart,
  Trace,
} from './ports.js'
export { SmsFailure, type SmsFailureKind } from './sms/sms-failure.js'
export type * from './store/store.js'
export type { IndexKind, Vault } from './vault.js'
