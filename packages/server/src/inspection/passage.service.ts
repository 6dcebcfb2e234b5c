import { KbytError } from '@kbyt/sdk'
import type { OfficerRole, Passage } from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { makeCaseEvent } from '../localities/make-case-event.js'
import type { Outside } from '../outside.js'
import type { InspectionMemory } from './inspection-memory.js'

const rolesAtPosts: readonly OfficerRole[] = ['checkpoint', 'province']

/** Owns: *Đã qua chốt*, which tells the ward that somebody is on the way (dispatch 391, III.2). */
export interface PassageService {
  /** @throws {KbytError} `forbidden`, `not_found`: nobody expected, or not found by this look-up. */
  record(
    found: { readonly inspectionId: string; readonly personId: string },
    call: OfficerCall,
  ): Promise<Passage>
}

export function createPassageService(
  outside: Outside,
  memory: InspectionMemory,
  audit: AuditService,
): PassageService {
  const { store, vault } = outside
  return {
    async record(found, { officer }) {
      if (!rolesAtPosts.includes(officer.role)) throw new KbytError('forbidden')
      const { post, reason } = await memory.recall(found, officer)
      const { inspectionId, personId } = found
      await audit.append({
        officerId: officer.officerId,
        action: 'passed',
        reason,
        post,
        subjectIndex: await vault.index('subject', personId),
        outcome: 'asked',
        details: { inspectionId, personId },
      })
      const event = await makeCaseEvent(outside, officer, 'passed' as const, post)
      const row = await store.arrivals.markPassed(personId, event)
      if (!row) throw new KbytError('not_found')
      return { personId, passedAt: new Date(row.passedAt ?? event.at).toISOString() }
    },
  }
}
