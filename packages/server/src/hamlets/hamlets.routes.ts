import { getHamletsEndpoint, setHamletsEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { HamletService } from './hamlets.service.js'

export function addHamletRoutes(router: Router, hamlets: HamletService): void {
  router.anybody(getHamletsEndpoint, (input) => hamlets.get(input))
  router.officer(setHamletsEndpoint, (input, call) => hamlets.set(input, call))
}
