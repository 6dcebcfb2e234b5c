import { evaluatePolicy, type FindParents, toPolicyFacts } from '@kbyt/sdk/policy'
import type { PolicyDecision, Registration } from '@kbyt/sdk/schema'
import type { OpenedDeclaration, OpenedPerson } from '../declaration/open-declaration.js'
import type { Outside } from '../outside.js'
import type { PublishedPolicies } from './published-policies.js'

/** What an entry registration says beyond what was declared. */
type Verdict = Pick<Registration, 'decision' | 'passedAt'>

/** Applies the policy in force to one person of a declaration; nothing is said of a domestic one. */
export type DecidePerson = (
  declaration: OpenedDeclaration,
  person: OpenedPerson,
) => Promise<Verdict>

export function createDecidePerson(
  { store, clock, config }: Outside,
  published: PublishedPolicies,
  loadParents: () => Promise<FindParents>,
): DecidePerson {
  async function findPassedAt({ row }: OpenedPerson): Promise<string | undefined> {
    const arrival = await store.arrivals.findArrivalOfPerson(row.personId)
    const isSame = arrival?.row.declarationId === row.declarationId
    const passedAt = isSame ? arrival.row.passedAt : null
    return passedAt === null ? undefined : new Date(passedAt).toISOString()
  }

  return async (opened, person) => {
    const { declaration, row } = opened
    if (declaration.kind !== 'entry') return {}
    const nowMs = clock.now()
    const passedAt = await findPassedAt(person)
    const current = await published.findCurrent(nowMs)
    if (!current) return { decision: undecided, ...(passedAt && { passedAt }) }
    const facts = toPolicyFacts(
      { ...person.declared, journey: declaration.journey },
      {
        declaredAtMs: row.declaredAt,
        config,
        findParents: await loadParents(),
        arrivedAt: passedAt,
      },
    )
    const decision = evaluatePolicy(current.policy, facts, nowMs)
    return { decision, ...(passedAt && { passedAt }) }
  }
}

/** Without a policy nobody is waved through. */
const undecided: PolicyDecision = {
  policyVersion: '',
  measure: 'ask-officer',
  missing: [{ code: 'policy_not_in_force' }],
  rules: [],
  openRules: [],
  legalBasis: [],
}
