import { lookUpInsuranceEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { InsuranceService } from './insurance.service.js'

export function addInsuranceRoutes(router: Router, insurance: InsuranceService): void {
  router.citizen(lookUpInsuranceEndpoint, (lookup, call) => insurance.lookUp(lookup, call))
}
