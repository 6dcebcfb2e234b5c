import type { InputIssue } from '@kbyt/sdk'
import {
  checkDeclaration,
  type Declaration,
  declarationSchema,
  toInputIssues,
} from '@kbyt/sdk/schema'
import type { Draft } from './draft.js'
import { findFieldPath } from './find-page.js'
import { sortIssues } from './sort-issues.js'
import { toWire, type WireContext } from './to-wire.js'

interface FindIssuesContext extends WireContext {
  readonly nowMs: number
}

/** What is wrong with a draft, by the contract's own paths; the server would say the same. */
export function findIssues(draft: Draft, context: FindIssuesContext): InputIssue[] {
  const wire = toWire(draft, context)
  const { error } = declarationSchema.safeParse(wire, { reportInput: true })
  const issues = new Map<string, InputIssue>()
  // The rules look at values the schema may still refuse, so that a page shows all it has at once.
  const ruled = checkDeclaration(toRuled(wire), context.config, context.nowMs)
  for (const issue of [...(error ? toInputIssues(error) : []), ...ruled]) {
    const path = findFieldPath(draft, issue.path)
    if (!issues.has(path)) issues.set(path, { path, code: issue.code })
  }
  return sortIssues([...issues.values()])
}

/** What the rules read, with a stand-in for answers still missing that they do not judge. */
function toRuled({ people, consents }: ReturnType<typeof toWire>): Declaration {
  return {
    kind: 'domestic',
    people: people.map((declared, index) => ({
      relation: index === 0 ? 'self' : 'other',
      person: { ...declared.person, gender: 'other' },
      health: { ...declared.health, symptoms: declared.health.symptoms ?? [] },
      recentPlaces: (declared.recentPlaces ?? []).map((place) => ({ ...place, level: 'province' })),
    })),
    consents,
  }
}
