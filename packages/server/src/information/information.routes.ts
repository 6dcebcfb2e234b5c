import { KbytError } from '@kbyt/sdk'
import {
  type Config,
  getConfigEndpoint,
  getKeySetEndpoint,
  getProvinceEndpoint,
  getProvincesEndpoint,
  type KeySet,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { Places } from '../ports.js'

export interface Information {
  readonly config: Config
  readonly keySet: KeySet
  readonly places: Places
}

/** What everybody may read: configuration, administrative units, public keys. */
export function addInformationRoutes(router: Router, information: Information): void {
  const { config, keySet, places } = information
  router.anybody(getConfigEndpoint, async () => config)
  router.anybody(getKeySetEndpoint, async () => keySet)

  router.anybody(getProvincesEndpoint, async ({ version }) => {
    const provinces = await places.findProvinces(version)
    if (!provinces) throw new KbytError('not_found')
    return provinces
  })

  router.anybody(getProvinceEndpoint, async ({ version, code }) => {
    const province = await places.findProvince(version, code)
    if (!province) throw new KbytError('not_found')
    return province
  })
}
