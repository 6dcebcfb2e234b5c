import type { QrTrust } from '@kbyt/sdk/qr'
import type { OfficerRole } from '@kbyt/sdk/schema'
import { createAccountServices } from './account/create-account-services.js'
import { createIssueGrants } from './account/issue-grants.js'
import type { CreateAppOptions } from './app-options.js'
import { createAuditService } from './audit/audit.service.js'
import { createAuditReaderService } from './audit/audit-reader.service.js'
import { createCheckInServices } from './check-in/create-check-in-services.js'
import { createRandomPool } from './crypto/random-pool.js'
import { createChannelDeclarationService } from './declaration/channel-declaration.service.js'
import { createClaimStatusIndex } from './declaration/claim-status-index.js'
import { createPrepareFiling } from './declaration/create-filing.js'
import { createDeclarationService } from './declaration/declaration.service.js'
import { createIssuePass } from './declaration/issue-pass.js'
import { createCardPhotosService } from './ekyc/card-photos.service.js'
import { createEkycService } from './ekyc/ekyc.service.js'
import { createFeedServices } from './feed/create-feed-services.js'
import { createHamletService } from './hamlets/hamlets.service.js'
import { createReadinessService } from './health/readiness.service.js'
import { createIdempotencyService } from './idempotency/idempotency.service.js'
import { createFindImported } from './imports/create-find-imported.js'
import { createImportServices } from './imports/create-import-services.js'
import { createInspectionServices } from './inspection/create-inspection-services.js'
import { createPeopleFinder } from './inspection/find-people.js'
import { createInspectionLimits } from './inspection/inspection-limits.js'
import { createKnowPerson } from './inspection/know-person.js'
import { createInsuranceService } from './insurance/insurance.service.js'
import { createLocalityServices } from './localities/create-locality-services.js'
import { createOfficerServices } from './officer/create-officer-services.js'
import { createChallengeMaker } from './otp/challenge-maker.js'
import { createNumberRangeBreaker } from './otp/number-range-breaker.js'
import { createOtpService } from './otp/otp.service.js'
import { createOtpLimits } from './otp/otp-limits.js'
import type { Outside } from './outside.js'
import { createPaperService } from './papers/paper.service.js'
import { createPartnerKeys } from './partners/partner-keys.js'
import { createPointService } from './point/point.service.js'
import { createPolicyServices } from './policy/create-policy-services.js'
import { createDecidePerson } from './policy/decide-person.js'
import { createFindCurrentPeople } from './policy/find-current-people.js'
import { createLoadParents } from './policy/load-parents.js'
import { createPublishedPolicies } from './policy/published-policies.js'
import { createFindPortalHost } from './portal/find-portal-host.js'
import type { Alarm, Log, Meter } from './ports.js'
import { createPrepareErasure } from './privacy/create-prepare-erasure.js'
import { createPersonErasureService } from './privacy/person-erasure.service.js'
import { createPrivacyService } from './privacy/privacy.service.js'
import { createSessionService } from './session/session.service.js'
import { createSmsOutbox } from './sms/sms-outbox.js'
import { createSteadyClock } from './steady-clock.js'
import { traceStore } from './trace/trace-store.js'
import { createFindAreaNames } from './trust/find-area-names.js'
import { createTrustService } from './trust/trust.service.js'
import { createVenueServices } from './venue/create-venue-services.js'

/** Every service of the backend, tied together once. */
export function createServices(options: CreateAppOptions) {
  const { signer, olderKeys = [], places, sms, passwords, config } = options
  const outside = toOutside(options)
  const steady: Outside = { ...outside, clock: createSteadyClock(outside.clock) }
  const keySet = { keys: [signer.publicKey, ...olderKeys] }
  const trust: QrTrust = { issuer: config.issuer, keys: keySet.keys }

  const idempotency = createIdempotencyService(outside)
  const outbox = createSmsOutbox(steady, sms)
  const otpLimits = createOtpLimits({
    limits: outside.store.limits,
    requestsPerNetworkHour: options.otpRequestsPerNetworkHour ?? 300,
    raiseAlarm: outside.raiseAlarm,
  })
  const claimStatusIndex = createClaimStatusIndex(outside)
  const issuePass = createIssuePass(outside, signer, claimStatusIndex)
  const prepare = createPrepareFiling(outside, issuePass)
  const { accounts, grants } = createAccountServices({
    outside,
    places,
    idempotency,
    issueGrants: createIssueGrants(outside, signer, claimStatusIndex),
    dormantDays: options.accountDormantDays ?? 365,
  })
  const audit = createAuditService(outside, options.auditAnchor)
  const cardPhotos = createCardPhotosService({
    outside,
    audit,
    keptDays: options.cardPhotoDays ?? 0,
  })
  const findHost = createFindPortalHost(options)
  const inspectionLimits = createInspectionLimits(outside)
  const published = createPublishedPolicies(outside.store.policies)
  const loadParents = createLoadParents(places, config)
  const knowPerson = createKnowPerson(outside)
  const finder = createPeopleFinder(outside, createDecidePerson(outside, published, loadParents))
  return {
    outside,
    config,
    keySet,
    places,
    readiness: createReadinessService(
      outside.store,
      outside.vault,
      options.findMissing ?? (() => []),
    ),
    outbox,
    partners: createPartnerKeys(outside.store.partners, options.publishableKeys ?? []),
    sessions: createSessionService(steady),
    otp: createOtpService({
      outside: steady,
      limits: otpLimits,
      ranges: createNumberRangeBreaker(outside),
      maker: createChallengeMaker(steady, otpLimits, outbox),
      outbox,
      idempotency,
    }),
    declarations: createDeclarationService({
      outside,
      places,
      idempotency,
      prepare,
      perPhoneDay: options.declarationsPerPhoneDay ?? 200,
    }),
    channels: createChannelDeclarationService({ outside, places, idempotency, audit, prepare }),
    accounts,
    grants,
    papers: createPaperService({ outside, idempotency, audit }),
    ...createOfficerServices({
      outside,
      places,
      passwords,
      audit,
      totpRoles: options.totpRoles ?? defaultTotpRoles,
      oidc: options.oidc,
    }),
    auditReader: createAuditReaderService(outside, audit, inspectionLimits),
    hamlets: createHamletService({ outside, places, audit }),
    trust: createTrustService({
      outside,
      root: options.root,
      keys: keySet.keys,
      findAreas: createFindAreaNames(places, config),
      findPolicy: async () => (await published.findCurrent(outside.clock.now()))?.policy,
    }),
    ...createInspectionServices({
      outside,
      trust,
      audit,
      limits: inspectionLimits,
      finder,
      knowPerson,
      findImported: createFindImported(outside.store),
    }),
    ...createFeedServices({
      outside,
      audit,
      webhooks: options.webhooks,
      privateHosts: options.webhookPrivateHosts ?? [],
    }),
    ...createImportServices(outside, places, options.importSources ?? []),
    points: createPointService({ outside, places, idempotency, audit, findHost }),
    ...createVenueServices({ outside, signer, places, idempotency, findHost }),
    ...createCheckInServices({
      outside,
      trust,
      audit,
      inspectionLimits,
      findGrantHolder: outside.store.accounts.findGrantHolder,
    }),
    ekyc: createEkycService({
      outside,
      accounts,
      provider: options.ekyc,
      keepPhotos: cardPhotos.keep,
    }),
    cardPhotos,
    privacy: createPrivacyService({
      outside,
      idempotency,
      findAccount: accounts.find,
      findCardPhotos: cardPhotos.export,
      prepareErasure: createPrepareErasure({ outside, findAccount: accounts.find }),
    }),
    personErasures: createPersonErasureService({
      outside,
      idempotency,
      audit,
      limits: inspectionLimits,
    }),
    insurance: createInsuranceService(outside, options.insurance),
    ...createLocalityServices({
      outside,
      places,
      trust,
      audit,
      idempotency,
      inspectionLimits,
      finder,
    }),
    ...createPolicyServices({
      outside,
      published,
      idempotency,
      audit,
      findPeople: createFindCurrentPeople(outside, loadParents),
    }),
  }
}

function toOutside(options: CreateAppOptions): Outside {
  const { vault, config, log = () => {}, meter = noMeter, trace, onAlarm, node = 'main' } = options
  return {
    store: trace ? traceStore(options.store, trace) : options.store,
    vault,
    config,
    log,
    meter,
    trace,
    node,
    clock: options.clock ?? machineClock,
    randomBytes: options.randomBytes ?? createRandomPool(),
    raiseAlarm: toAlarm(log, onAlarm),
  }
}

/** Who grants and who decides for all signs in with more than a password. */
const defaultTotpRoles: readonly OfficerRole[] = ['administrator', 'province']

const noMeter: Meter = { count: () => {}, observe: () => {} }

const machineClock = { now: () => Date.now(), monotonic: () => performance.now() }

function toAlarm(log: Log, onAlarm: ((alarm: Alarm) => void) | undefined) {
  return (alarm: Alarm) => {
    log({ level: 'error', event: 'alarm', ...alarm })
    onAlarm?.(alarm)
  }
}
