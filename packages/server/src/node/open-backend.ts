import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { importSigner } from '@kbyt/sdk/qr/sign'
import type { Officer } from '@kbyt/sdk/schema'
import { createApp } from '../app.js'
import type { App, CreateAppOptions } from '../app-options.js'
import { createPasswords } from '../crypto/node-passwords.js'
import { openKey } from '../crypto/node-signing.js'
import { createCardProvider } from '../ekyc/create-card-provider.js'
import type { ReadinessCheck } from '../health/readiness.service.js'
import type { NewOfficer } from '../officer/add-officer.js'
import { defaultConfig } from '../portal/default-config.js'
import type { SmsGateway } from '../ports.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { openAuditHeads } from './audit-heads.js'
import { auditHeadsFile } from './audit-heads-file.js'
import { createClientAddress } from './client-address.js'
import { createIsOperator, type OperatorOptions } from './create-is-operator.js'
import { createLog } from './create-log.js'
import { createWebhookSender } from './create-webhook-sender.js'
import { createPhotoReader } from './ekyc/create-photo-reader.js'
import { findIncoming } from './find-incoming.js'
import { observeProcess } from './observe-process.js'
import { openInbox } from './open-inbox.js'
import { openVault } from './open-vault.js'
import { places } from './places.js'
import { startWorker } from './start-worker.js'

/** How {@link openBackend} runs; what {@link CreateAppOptions} says holds here too. */
export interface BackendOptions
  extends Partial<
    Pick<
      CreateAppOptions,
      | 'accountDormantDays'
      | 'auditAnchor'
      | 'cardPhotoDays'
      | 'clock'
      | 'config'
      | 'declarationsPerPhoneDay'
      | 'displayName'
      | 'ekyc'
      | 'importSources'
      | 'insurance'
      | 'log'
      | 'meter'
      | 'node'
      | 'oidc'
      | 'onAlarm'
      | 'otpRequestsPerNetworkHour'
      | 'overload'
      | 'portalHost'
      | 'publishableKeys'
      | 'totpRoles'
      | 'trace'
      | 'webhookPrivateHosts'
    >
  > {
  /** The portal's own origins; {@link Backend.setOrigins} changes them later. */
  readonly origins: readonly string[]
  /** Where data and keys lie. @defaultValue `.kbyt` in the working directory */
  readonly dataDir?: string | undefined
  /** PostgreSQL by URL instead of SQLite in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** Connections to PostgreSQL at most. @defaultValue 10 */
  readonly databasePoolSize?: number | undefined
  /** How long PostgreSQL may take for a statement before the call is answered 503. @defaultValue 5000 */
  readonly databaseTimeoutMs?: number | undefined
  /** In development SMS are printed, and shown at `/v1/dev/sms`. @defaultValue 'production' */
  readonly environment?: 'development' | 'production' | undefined
  /** Needed in production. @defaultValue the console, in development */
  readonly sms?: SmsGateway | undefined
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. @defaultValue [] */
  readonly trustedProxies?: readonly string[] | undefined
  /** Who may read `GET /metrics`. @defaultValue this machine alone */
  readonly metrics?: OperatorOptions | undefined
}

/** A backend with its database, keys and jobs. */
export interface Backend {
  readonly app: App
  addOfficer(officer: NewOfficer): Promise<Officer>
  setOrigins(origins: readonly string[]): void
  /** Says at `GET /readyz` that it is stopping, so that a balancer sends requests elsewhere. */
  drain(): void
  /** Ends jobs and what is under way, then closes the database. */
  close(): Promise<void>
}

/**
 * Opens the backend on this machine: makes keys (mode 0600) and database at the first start, finds
 * them again afterwards.
 *
 * @throws {TypeError} when an option cannot be meant, such as no SMS gateway in production.
 * @throws {KeysError} when the keys are gone or not those of the database.
 * @example
 * const backend = await openBackend({ environment: 'development', origins: ['http://localhost:4391'] })
 * await serveBackend(backend, { port: 4391, hostname: 'localhost' })
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { dataDir = '.kbyt', environment = 'production', trustedProxies = [] } = options
  const { config = defaultConfig, node = hostname() } = options
  const { log = createLog({ level: 'info', node }) } = options
  const { sms, addInbox } = options.sms
    ? { sms: options.sms, addInbox: (app: App) => app }
    : openInbox(environment, config.smsSender)
  const clientAddress = createClientAddress(trustedProxies)
  const isOperator = createIsOperator(options.metrics ?? {}, { clientAddress, trustedProxies })
  const { store, keys, vault } = await openData(dataDir, options)
  const anchor = await openAuditHeads(join(dataDir, auditHeadsFile), log)
  const observer = observeProcess(log)
  const photos = createPhotoReader()
  let { origins } = options
  let isStopping = false

  const app = createApp({
    ...(environment === 'development' && { totpRoles: [] }),
    auditAnchor: anchor,
    ekyc: createCardProvider(photos),
    ...options,
    meter: options.meter ?? observer.meter,
    overload: { readLagMs: observer.lag.readMs, ...options.overload },
    config,
    node,
    store,
    vault,
    signer: await importSigner(keys.signingKey, openKey),
    root: await importSigner(keys.rootKey, openKey),
    olderKeys: keys.otherKeys,
    places,
    sms,
    webhooks: createWebhookSender({ privateHosts: options.webhookPrivateHosts }),
    passwords: createPasswords(),
    origins: () => origins,
    clientAddress,
    isOperator,
    readMetrics: () => observer.readMetrics(app),
    findMissing,
    readRawHeaders: (env) => findIncoming(env)?.rawHeaders ?? [],
    log,
    isStrict: false,
  })
  await app.refreshPartners()
  const worker = startWorker(app, log)

  function findMissing(): ReadinessCheck[] {
    return [
      ...(isStopping ? ['stopping' as const] : []),
      ...(worker.isLate ? ['worker' as const] : []),
    ]
  }

  return {
    app: addInbox(app),
    addOfficer: app.addOfficer,
    setOrigins(changed) {
      origins = changed
    },
    drain() {
      isStopping = true
    },
    async close() {
      isStopping = true
      const jobsEnd = worker.stop()
      observer.lag.stop()
      await Promise.all([app.close(), jobsEnd])
      await photos.close()
      await sms.close?.()
      await anchor.close()
      await store.close()
    },
  }
}

/** Opens the database with the keys that belong to it. */
async function openData(
  dataDir: string,
  { databaseUrl, databasePoolSize, databaseTimeoutMs }: BackendOptions,
) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const store = await createSqlStore(
    databaseUrl
      ? { postgres: databaseUrl, poolSize: databasePoolSize, timeoutMs: databaseTimeoutMs }
      : { sqlite: join(dataDir, 'kbyt.sqlite') },
  )
  try {
    return { store, ...(await openVault(join(dataDir, 'keys'), store.keyCheck)) }
  } catch (error) {
    await store.close()
    throw error
  }
}
