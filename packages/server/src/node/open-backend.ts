import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { importSigner } from '@kbyt/sdk/qr/sign'
import type { Officer } from '@kbyt/sdk/schema'
import { createApp } from '../app.js'
import type { App, CreateAppOptions } from '../app-options.js'
import { createPasswords } from '../crypto/node-passwords.js'
import type { NewOfficer } from '../officer/add-officer.js'
import { defaultConfig } from '../portal/default-config.js'
import type { SmsGateway } from '../ports.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { createClientAddress } from './client-address.js'
import { createConsoleGateway } from './create-console-gateway.js'
import { findIncoming } from './find-incoming.js'
import { isFromThisMachine } from './is-from-this-machine.js'
import { openVault } from './open-vault.js'
import { places } from './places.js'
import { startWorker } from './start-worker.js'
import { inboxHeaders, toInboxPage } from './to-inbox-page.js'
import { writeLog } from './write-log.js'

/** How {@link openBackend} runs; what {@link CreateAppOptions} says holds here too. */
export interface BackendOptions
  extends Partial<
    Pick<
      CreateAppOptions,
      'clock' | 'config' | 'log' | 'meter' | 'node' | 'publishableKeys' | 'onAlarm'
    >
  > {
  /** The portal's own origins; {@link Backend.setOrigins} changes them later. */
  readonly origins: readonly string[]
  /** Where data and keys lie. @defaultValue `.kbyt` in the working directory */
  readonly dataDir?: string | undefined
  /** PostgreSQL by URL instead of SQLite in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** In development SMS are printed, and shown at `/v1/dev/sms`. @defaultValue 'production' */
  readonly environment?: 'development' | 'production' | undefined
  /** Needed in production. @defaultValue the console, in development */
  readonly sms?: SmsGateway | undefined
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. @defaultValue [] */
  readonly trustedProxies?: readonly string[] | undefined
}

/** A backend with its database, keys and jobs. */
export interface Backend {
  readonly app: App
  addOfficer(officer: NewOfficer): Promise<Officer>
  setOrigins(origins: readonly string[]): void
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
  const { dataDir = '.kbyt', databaseUrl, environment = 'production' } = options
  const { config = defaultConfig, log = writeLog } = options
  const { sms, addInbox } = options.sms
    ? { sms: options.sms, addInbox: (app: App) => app }
    : openInbox(environment, config.smsSender)
  const clientAddress = createClientAddress(options.trustedProxies ?? [])
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const sqlite = join(dataDir, 'kbyt.sqlite')
  const store = await createSqlStore(databaseUrl ? { postgres: databaseUrl } : { sqlite })
  const { keys, vault } = await openVault(join(dataDir, 'keys'), store.keyCheck).catch(
    async (error) => {
      await store.close()
      throw error
    },
  )
  let { origins } = options

  const app = createApp({
    ...pickGiven(options),
    config,
    node: options.node ?? hostname(),
    store,
    vault,
    signer: await importSigner(keys.signingKey),
    root: await importSigner(keys.rootKey),
    olderKeys: keys.olderKeys,
    places,
    sms,
    passwords: createPasswords(),
    origins: () => origins,
    clientAddress,
    readRawHeaders: (env) => findIncoming(env)?.rawHeaders ?? [],
    log,
    isStrict: false,
  })
  const stopWorker = startWorker(app, log)

  return {
    app: addInbox(app),
    addOfficer: app.addOfficer,
    setOrigins(changed) {
      origins = changed
    },
    async close() {
      stopWorker()
      await app.close()
      await store.close()
    },
  }
}

function pickGiven({ clock, meter, publishableKeys, onAlarm }: BackendOptions) {
  return {
    ...(clock && { clock }),
    ...(meter && { meter }),
    ...(publishableKeys && { publishableKeys }),
    ...(onAlarm && { onAlarm }),
  }
}

/** The console in place of a gateway, and the page with what it got: for this machine alone it exists. */
function openInbox(environment: 'development' | 'production', sender: string) {
  const sms = createConsoleGateway(environment, console.log)
  const addInbox = (app: App): App => ({
    ...app,
    async fetch(request, env) {
      const isInbox = request.method === 'GET' && new URL(request.url).pathname === '/v1/dev/sms'
      if (!isInbox || !isFromThisMachine(request, env)) return app.fetch(request, env)
      return new Response(toInboxPage(sms.messages, sender), { headers: inboxHeaders })
    },
  })
  return { sms, addInbox }
}
