import type { OwnPresence } from '@kbyt/sdk/schema'
import { defaultPageLimit } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { CitizenCall } from '../call.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import { keptMs } from '../store/retention.js'
import type { FoundVisit } from '../store/store.js'
import { cutAtMidnight, toMidnight } from './cut-at-midnight.js'
import { toOwnPresences } from './to-own-presences.js'

/** More than a phone may record in a day. */
const maxPerDay = 5_000

const placeSchema = z.object({ before: z.number() })

interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Owns: what a citizen sees of their own visits. */
export interface OwnVisitsService {
  /** @throws {KbytError} `input_invalid` for a cursor that is none. */
  find(
    page: Page,
    call: CitizenCall,
  ): Promise<{ presences: OwnPresence[]; nextCursor?: string | undefined }>
}

export function createOwnVisitsService(outside: Outside): OwnVisitsService {
  const { store, vault, clock } = outside

  /** Whole days, the newest first, and where the next ones begin. */
  async function findDays(subject: string, before: number, limit: number) {
    const from = clock.now() - keptMs.visits
    const find = (start: number, count: number) =>
      store.visits.findVisitsOf(subject, { from: start, before }, count)
    const found = await find(from, limit + 1)
    if (found.length <= limit) return { visits: found, next: undefined }
    const whole = cutAtMidnight(found)
    const visits = whole.length > 0 ? whole : await find(toStart(found), maxPerDay)
    return { visits, next: toStart(visits) }
  }

  return {
    async find({ cursor, limit = defaultPageLimit }, { citizen }) {
      const list = `visits ${citizen.phoneIndex}`
      const place = await openCursor(vault, list, placeSchema, cursor)
      const before = place?.before ?? clock.now() + dayMs
      const { visits, next } = await findDays(citizen.phoneIndex, before, limit)
      const presences = await toOwnPresences(outside, visits)
      if (next === undefined) return { presences }
      return { presences, nextCursor: await sealCursor(vault, list, { before: next }) }
    },
  }
}

/** The midnight before the oldest of them. */
const toStart = (visits: readonly FoundVisit[]) => toMidnight(visits.at(-1)?.happenedAt ?? 0)
