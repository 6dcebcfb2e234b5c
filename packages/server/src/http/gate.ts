import { KbytError } from '@kbyt/sdk'
import type { Endpoint } from '@kbyt/sdk/schema'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type {
  Call,
  CitizenCall,
  DeviceCall,
  OfficerCall,
  ProvenCall,
  SourceCall,
  SubscriberCall,
} from '../call.js'
import type { SubscriberService } from '../feed/subscriber.service.js'
import type { VerifyImportToken } from '../imports/create-verify-import-token.js'
import { isOpenBeforeTotp } from '../officer/is-open-before-totp.js'
import type { OfficerService } from '../officer/officer.service.js'
import { officerCookie } from '../officer/officer-cookie.js'
import type { SessionService } from '../session/session.service.js'
import type { Vault } from '../vault.js'
import type { DeviceService } from '../venue/device.service.js'
import { chooseMediaType } from './choose-media-type.js'
import type { HttpEnv } from './http-env.js'
import type { OriginPolicy } from './origin-policy.js'
import { parseBearer } from './parse-bearer.js'
import { parseIdempotencyKey } from './parse-idempotency-key.js'
import { refuseOtherSites } from './refuse-other-sites.js'
import { toNetwork } from './to-network.js'

export interface GateOptions {
  readonly vault: Vault
  readonly origins: OriginPolicy
  readonly sessions: SessionService
  readonly officers: OfficerService
  readonly devices: DeviceService
  readonly subscribers: SubscriberService
  readonly verifyImportToken: VerifyImportToken
  readonly isOperator: (request: Request, env: unknown) => boolean
}

type Enter<Caller extends Call> = (endpoint: Endpoint, context: Context<HttpEnv>) => Promise<Caller>

/**
 * Who comes in: checks origin, publishable key and session before anything of the body is read. Each
 * throws `key_unknown`, `origin_not_allowed`, `header_invalid`, `idempotency_key_missing`, and where a
 * session is needed `session_required` or `session_expired`.
 */
export interface Gate {
  readonly enter: Enter<Call>
  readonly enterCitizen: Enter<CitizenCall>
  readonly enterOfficer: Enter<OfficerCall>
  /** Whoever the endpoint takes, as what the request brings says who it is. */
  readonly enterProven: Enter<ProvenCall>
  readonly enterSubscriber: Enter<SubscriberCall>
  readonly enterSource: Enter<SourceCall>
}

export function createGate(options: GateOptions): Gate {
  return {
    enter: (endpoint, context) => enter(options, endpoint, context),
    enterCitizen: (endpoint, context) => enterCitizen(options, endpoint, context),
    enterOfficer: (endpoint, context) => enterOfficer(options, endpoint, context),
    enterProven: (endpoint, context) => enterProven(options, endpoint, context),
    enterSubscriber: (endpoint, context) => enterSubscriber(options, endpoint, context),
    enterSource: (endpoint, context) => enterSource(options, endpoint, context),
  }
}

async function enter(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<Call> {
  const { origins, sessions } = options
  const { headers } = context.req.raw
  const { kind, token } = parseBearer(headers.get('authorization'))
  if (endpoint.path.startsWith('/officers')) refuseOtherSites(headers, origins)
  const citizen = kind === 'citizen' ? await sessions.findCitizen(token) : undefined
  const key = kind === 'key' ? token : citizen?.publishableKey
  // what verifiers and monitors read is open to every page
  if (!endpoint.path.startsWith('//')) origins.check(headers.get('origin') ?? undefined, key)
  return openCall(options, endpoint, context, key)
}

async function enterCitizen(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<CitizenCall> {
  const { origins, sessions } = options
  const { headers } = context.req.raw
  const { kind, token } = parseBearer(headers.get('authorization'))
  const origin = headers.get('origin') ?? undefined
  if (kind !== 'citizen') {
    origins.check(origin, kind === 'key' ? token : undefined)
    throw new KbytError('session_required')
  }
  if (origin && !origins.isKnown(origin)) throw new KbytError('origin_not_allowed')
  const citizen = await sessions.findCitizen(token)
  if (!citizen) throw new KbytError('session_expired')
  origins.check(origin, citizen.publishableKey)
  const call = await openCall(options, endpoint, context, citizen.publishableKey)
  return { ...call, citizen }
}

async function enterOfficer(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<OfficerCall> {
  refuseOtherSites(context.req.raw.headers, options.origins)
  const token = findOfficerToken(endpoint, context)
  if (token === undefined) throw new KbytError('session_required')
  const found = await options.officers.findSession(token)
  if (!found) throw new KbytError('session_expired')
  if (options.officers.isTotpSetupRequired(found) && !isOpenBeforeTotp(endpoint)) {
    throw new KbytError('officer_totp_setup_required')
  }
  return { ...(await openCall(options, endpoint, context, undefined)), ...found }
}

/** A machine may run in a page: its key needs no origin, but a page of strangers gets nothing. */
async function enterDevice(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<DeviceCall> {
  const { headers } = context.req.raw
  const { kind, token } = parseBearer(headers.get('authorization'))
  const origin = headers.get('origin')
  if (origin && !options.origins.isKnown(origin)) throw new KbytError('origin_not_allowed')
  const device = kind === 'device' ? await options.devices.findByKey(token) : undefined
  if (!device) throw new KbytError('key_unknown')
  return { ...(await openCall(options, endpoint, context, undefined)), device }
}

async function enterProven(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<ProvenCall> {
  const { kind } = parseBearer(context.req.raw.headers.get('authorization'))
  const isCookie = kind === 'none' && getCookie(context, officerCookie) !== undefined
  const access = kind === 'device' || kind === 'officer' ? kind : 'citizen'
  const caller = isCookie ? 'officer' : access
  if (!endpoint.access.includes(caller)) throw new KbytError('session_required')
  if (caller === 'device') return enterDevice(options, endpoint, context)
  if (caller === 'officer') return enterOfficer(options, endpoint, context)
  return enterCitizen(options, endpoint, context)
}

async function enterSubscriber(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<SubscriberCall> {
  const token = readSystemToken(options, context, 'subscriber')
  const subscriber = await options.subscribers.findByKey(token)
  if (!subscriber) throw new KbytError('key_unknown')
  return { ...(await openCall(options, endpoint, context, undefined)), subscriber }
}

async function enterSource(
  options: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
): Promise<SourceCall> {
  const token = readSystemToken(options, context, 'source')
  const proven = await options.verifyImportToken(token)
  return { ...(await openCall(options, endpoint, context, undefined)), ...proven }
}

/** Another system's server: what proves it has no place in a page, not even in one of ours. */
function readSystemToken(
  { origins }: GateOptions,
  context: Context<HttpEnv>,
  wanted: 'subscriber' | 'source',
): string {
  const { headers } = context.req.raw
  const { kind, token } = parseBearer(headers.get('authorization'))
  const origin = headers.get('origin') ?? undefined
  origins.check(origin, kind === 'key' ? token : undefined)
  if (origin !== undefined && kind !== 'none') throw new KbytError('origin_not_allowed')
  if (kind === 'none') throw new KbytError('session_required')
  if (kind !== wanted) throw new KbytError('key_unknown')
  return token
}

async function openCall(
  { vault, isOperator }: GateOptions,
  endpoint: Endpoint,
  context: Context<HttpEnv>,
  publishableKey: string | undefined,
): Promise<Call> {
  const { headers } = context.req.raw
  const key = endpoint.isIdempotent ? parseIdempotencyKey(headers.get('idempotency-key')) : ''
  return {
    requestId: context.get('requestId'),
    networkIndex: await vault.index('network', toNetwork(context.get('address'))),
    origin: headers.get('origin') ?? undefined,
    publishableKey,
    isOperator: () => isOperator(context.req.raw, context.env),
    idempotency: endpoint.isIdempotent ? { key, requestHash: '' } : undefined,
    mediaType: chooseMediaType(headers.get('accept'), endpoint.produces),
    answerHeaders: new Headers(),
  }
}

/** Browsers bring the cookie; a bearer token counts only where there is no Origin. */
function findOfficerToken({ method }: Endpoint, context: Context<HttpEnv>): string | undefined {
  const { headers } = context.req.raw
  const cookie = getCookie(context, officerCookie)
  // every browser names the page that changes something; without its name, no page is known to be ours
  if (cookie && method !== 'GET' && !headers.has('origin')) {
    throw new KbytError('origin_not_allowed')
  }
  if (cookie) return cookie
  const { kind, token } = parseBearer(headers.get('authorization'))
  return kind === 'officer' && !headers.has('origin') ? token : undefined
}
