import type { CreateAppOptions } from '../app-options.js'
import { createFeedServices } from '../feed/create-feed-services.js'
import { createReadinessService } from '../health/readiness.service.js'
import { createImportServices } from '../imports/create-import-services.js'
import { createPartnerKeys } from '../partners/partner-keys.js'
import { createFindAreaNames } from '../trust/find-area-names.js'
import { createTrustService } from '../trust/trust.service.js'
import type { Common } from './common.js'

/** What other systems use: verifiers, partners, the national systems, and whoever watches the server. */
export function createServicesForSystems(common: Common, options: CreateAppOptions) {
  const { outside, config, places, keySet, audit, published } = common
  const { store, vault, clock } = outside
  return {
    partners: createPartnerKeys(store.partners, options.publishableKeys ?? []),
    trust: createTrustService({
      outside,
      root: options.root,
      keys: keySet.keys,
      findAreas: createFindAreaNames(places, config),
      findPolicy: async () => (await published.findCurrent(clock.now()))?.policy,
    }),
    ...createFeedServices({
      outside,
      audit,
      webhooks: options.webhooks,
      privateHosts: options.webhookPrivateHosts ?? [],
    }),
    ...createImportServices(outside, places, options.importSources ?? []),
    readiness: createReadinessService(store, vault, options.findMissing ?? (() => [])),
  }
}
