export type {
  FindPoliciesInput,
  PolicyDryRun,
  PolicyInForce,
  PolicyList,
  PolicyProblem,
  PolicyRecord,
  PolicySummary,
  PublishPolicyInput,
  SavePolicyDraftInput,
} from '../schema/policy-publishing.js'
export { findPolicies } from './find-policies.js'
export { getPolicy } from './get-policy.js'
export { getPolicyRecord } from './get-policy-record.js'
export { publishPolicy } from './publish-policy.js'
export { savePolicyDraft } from './save-policy-draft.js'
export { tryPolicy } from './try-policy.js'
