import { createPolicyService, type PolicyService } from './policy.service.js'
import {
  createPolicyDraftService,
  type PolicyDraftService,
  type PolicyDraftServiceOptions,
} from './policy-draft.service.js'
import {
  createPolicyPublishingService,
  type PolicyPublishingService,
} from './policy-publishing.service.js'

export interface PolicyServices {
  readonly policies: PolicyService
  readonly policyDrafts: PolicyDraftService
  readonly policyPublishing: PolicyPublishingService
}

/** The policy in force, its drafts and its publishing, tied together once. */
export function createPolicyServices(options: PolicyDraftServiceOptions): PolicyServices {
  return {
    policies: createPolicyService(options.outside, options.published),
    policyDrafts: createPolicyDraftService(options),
    policyPublishing: createPolicyPublishingService(options),
  }
}
