import {
  findPoliciesEndpoint,
  getPolicyEndpoint,
  getPolicyRecordEndpoint,
  publishPolicyEndpoint,
  savePolicyDraftEndpoint,
  tryPolicyEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { PolicyService } from './policy.service.js'

export function addPolicyRoutes(router: Router, policies: PolicyService): void {
  router.anybody(getPolicyEndpoint, () => policies.getInForce())
  router.officer(findPoliciesEndpoint, (input, call) => policies.find(input, call))
  router.officer(getPolicyRecordEndpoint, ({ policyId }, call) => policies.get(policyId, call))
  router.officer(savePolicyDraftEndpoint, (input, call) => policies.saveDraft(input, call))
  router.officer(tryPolicyEndpoint, ({ policyId }, call) => policies.tryDraft(policyId, call))
  router.officer(publishPolicyEndpoint, (input, call) => policies.publish(input, call))
}
