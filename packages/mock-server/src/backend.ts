import { loadProvince, loadProvinces } from '@kbyt/sdk/places'
import { generateSigningKey, importSigner } from '@kbyt/sdk/qr/sign'
import type { Config } from '@kbyt/sdk/schema'
import {
  type App,
  type Clock,
  createApp,
  defaultConfig,
  type ImportSourceKeys,
  type Places,
  type PublishableKey,
  type SmsGateway,
} from '@kbyt/server'
import { createMemoryStore, createWebPasswords, createWebVault } from '@kbyt/server/memory'

export interface BackendOptions {
  readonly config: Config | undefined
  readonly clock: Clock
  readonly sms: SmsGateway
  readonly origins: readonly string[]
  readonly publishableKeys: readonly PublishableKey[]
  readonly importSources: readonly ImportSourceKeys[]
}

const places: Places = {
  findProvinces: async (version) => loadProvinces(version),
  findProvince: async (version, code) => loadProvince(version, code),
}

/** The real backend, in memory, with keys of its own. */
export async function startBackend(options: BackendOptions): Promise<App> {
  const { config = defaultConfig, clock, sms, origins, publishableKeys, importSources } = options
  return createApp({
    store: createMemoryStore(),
    vault: createWebVault(crypto.getRandomValues(new Uint8Array(32))),
    signer: await importSigner(await generateSigningKey()),
    root: await importSigner(await generateSigningKey()),
    config,
    places,
    sms,
    passwords: createWebPasswords(),
    totpRoles: [],
    clock,
    origins,
    publishableKeys,
    importSources,
    isStrict: true,
  })
}
