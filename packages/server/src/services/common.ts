import type { QrTrust } from '@kbyt/sdk/qr'
import type { CreateAppOptions } from '../app-options.js'
import { createAuditService } from '../audit/audit.service.js'
import { createRandomPool } from '../crypto/random-pool.js'
import { createClaimStatusIndex } from '../declaration/claim-status-index.js'
import { createPrepareFiling } from '../declaration/create-filing.js'
import { createIssuePass } from '../declaration/issue-pass.js'
import { createIdempotencyService } from '../idempotency/idempotency.service.js'
import { createInspectionLimits } from '../inspection/inspection-limits.js'
import type { Outside } from '../outside.js'
import { createLoadParents } from '../policy/load-parents.js'
import { createPublishedPolicies } from '../policy/published-policies.js'
import { createFindPortalHost } from '../portal/find-portal-host.js'
import type { Alarm, Log, Meter } from '../ports.js'
import { createSteadyClock } from '../steady-clock.js'
import { traceStore } from '../trace/trace-store.js'

/** What several rooms share, made once. */
export type Common = ReturnType<typeof createCommon>

export function createCommon(options: CreateAppOptions) {
  const { signer, olderKeys = [], places, config } = options
  const outside = toOutside(options)
  const steady: Outside = { ...outside, clock: createSteadyClock(outside.clock) }
  const keys = [signer.publicKey, ...olderKeys]
  const trust: QrTrust = { issuer: config.issuer, keys }
  const audit = createAuditService(outside, options.auditAnchor)
  const claimStatusIndex = createClaimStatusIndex(outside)
  return {
    outside,
    steady,
    config,
    places,
    keySet: { keys },
    trust,
    claimStatusIndex,
    prepare: createPrepareFiling(outside, createIssuePass(outside, signer, claimStatusIndex)),
    idempotency: createIdempotencyService(outside, audit),
    audit,
    inspectionLimits: createInspectionLimits(outside),
    published: createPublishedPolicies(outside.store.policies),
    loadParents: createLoadParents(places, config),
    findHost: createFindPortalHost(options),
  }
}

function toOutside(options: CreateAppOptions): Outside {
  const { vault, config, log = () => {}, meter = noMeter, trace, onAlarm, node = 'main' } = options
  return {
    store: trace ? traceStore(options.store, trace) : options.store,
    vault,
    config,
    displayName: options.displayName ?? 'initials',
    log,
    meter,
    trace,
    node,
    clock: options.clock ?? machineClock,
    randomBytes: options.randomBytes ?? createRandomPool(),
    raiseAlarm: toAlarm(log, onAlarm),
  }
}

const noMeter: Meter = { count: () => {}, observe: () => {} }

const machineClock = { now: () => Date.now(), monotonic: () => performance.now() }

function toAlarm(log: Log, onAlarm: ((alarm: Alarm) => void) | undefined) {
  return (alarm: Alarm) => {
    log({ level: 'error', event: 'alarm', ...alarm })
    onAlarm?.(alarm)
  }
}
