import {
  findPoliciesEndpoint,
  getPolicyEndpoint,
  getPolicyRecordEndpoint,
  publishPolicyEndpoint,
  savePolicyDraftEndpoint,
  tryPolicyEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { PolicyServices } from './create-policy-services.js'

export function addPolicyRoutes(
  router: Router,
  { policies, policyDrafts, policyPublishing }: PolicyServices,
): void {
  router.anybody(getPolicyEndpoint, () => policies.getInForce())
  router.officer(findPoliciesEndpoint, (input, call) => policies.find(input, call))
  router.officer(getPolicyRecordEndpoint, ({ policyId }, call) => policies.get(policyId, call))
  router.officer(savePolicyDraftEndpoint, (input, call) => policyDrafts.save(input, call))
  router.officer(tryPolicyEndpoint, ({ policyId }, call) => policyDrafts.try(policyId, call))
  router.officer(publishPolicyEndpoint, (input, call) => policyPublishing.publish(input, call))
}
