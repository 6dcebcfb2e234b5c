export type {
  Measure,
  MissingFact,
  MissingFactCode,
  Policy,
  PolicyConditions,
  PolicyDecision,
  PolicyExample,
  PolicyFacts,
  PolicyOutcome,
  PolicyRule,
  PolicyStay,
  RiskLevel,
  RuleMatch,
  Zone,
  ZoneLevel,
} from '../schema/policy.js'
export { measures, zoneLevels } from '../schema/policy.js'
export { checkPolicy } from './check-policy.js'
export {
  comparePolicies,
  type PolicyChange,
  type PolicyChangeSide,
  type PolicyComparison,
  type PolicyPerson,
} from './compare-policies.js'
export { createFindParents, type FindParents, type UnitParents } from './create-find-parents.js'
export { evaluatePolicy } from './evaluate-policy.js'
export { findPolicyInForce } from './find-policy-in-force.js'
export { parsePolicy } from './parse-policy.js'
export {
  type KnownWords,
  type PolicyIssue,
  type PolicyIssueCode,
  policyIssueCodes,
} from './policy-issue.js'
export {
  measureWords,
  missingFactWords,
  nationalRiskLevels,
  zoneLevelWords,
} from './policy-words.js'
export { type ToPassPolicyFactsOptions, toPassPolicyFacts } from './to-pass-policy-facts.js'
export {
  type ToPolicyFactsInput,
  type ToPolicyFactsOptions,
  toPolicyFacts,
} from './to-policy-facts.js'
