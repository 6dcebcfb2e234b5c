import { KbytError } from '@kbyt/sdk'
import {
  checkPost,
  defaultPageLimit,
  type FindPapersInput,
  type NewPaper,
  type Paper,
  type PaperList,
  paperSchema,
  toPlainText,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { rolesThatAssist } from '../declaration/channel-declaration.service.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createUuid } from '../identifiers.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { checkRole } from '../localities/check-role.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { PaperRow } from '../store/store.js'
import { getOwnPaper, toPaperOwner } from './get-own-paper.js'

const list = 'papers'
const cursorSchema = z.object({ afterId: z.string() })
const sealedSchema = z.object({ note: z.string(), reason: z.optional(z.string()) })

/** Owns: papers that wait to be entered (dispatch 391, I.3), so that none is forgotten. */
export interface PaperService {
  /** @throws {KbytError} `forbidden`, `input_invalid`, `audit_unavailable`. */
  receive(paper: NewPaper, call: OfficerCall): Promise<Paper>
  /** @throws {KbytError} `forbidden`, `rate_limited`, `audit_unavailable`. */
  find(input: FindPapersInput, call: OfficerCall): Promise<PaperList>
  /** @throws {KbytError} `not_found`, `paper_closed`. */
  setAside(
    input: { readonly paperId: string; readonly reason: string },
    call: OfficerCall,
  ): Promise<Paper>
}

export interface PaperServiceOptions {
  readonly outside: Outside
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
  readonly limits: InspectionLimits
}

export function createPaperService(options: PaperServiceOptions): PaperService {
  const { outside, idempotency, audit, limits } = options
  const { store, vault, clock, config, randomBytes } = outside
  const { parse } = paperSchema

  function toOwner({ officer }: OfficerCall): string | undefined {
    checkRole(officer, rolesThatAssist)
    return toPaperOwner(officer)
  }

  const record = (
    { officer }: OfficerCall,
    action: string,
    row: { paperId?: string; post?: string | null },
  ) =>
    audit.append({
      officerId: officer.officerId,
      action,
      reason: null,
      post: row.post ?? null,
      subjectIndex: null,
      outcome: 'asked',
      details: { ...(row.paperId !== undefined && { paperId: row.paperId }) },
    })

  const openNote = async ({ paperId, sealed }: PaperRow) =>
    sealedSchema.parse(await vault.open(paperId, sealed))

  return {
    receive: async (sent, call) => {
      checkRole(call.officer, rolesThatAssist)
      const issues = checkPost(sent.post, config)
      if (issues.length > 0) throw new KbytError('input_invalid', { issues })
      const once = { principal: toOfficerPrincipal(call.officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const receivedAt = clock.now()
        const paperId = createUuid(receivedAt, randomBytes)
        const note = toPlainText(sent.note)
        const row: PaperRow = {
          paperId,
          kind: sent.kind,
          post: sent.post ?? null,
          state: 'waiting',
          receivedAt,
          receivedBy: call.officer.officerId,
          closedAt: null,
          declarationId: null,
          sealed: await vault.seal(paperId, { note }),
        }
        await record(call, 'paper receive', row)
        const paper = toPaper(row, note)
        await store.papers.savePaper(row, await seal(paper))
        return paper
      })
    },

    find: async ({ cursor, limit = defaultPageLimit, state = 'waiting', post }, call) => {
      const receivedBy = toOwner(call)
      // a note says whose paper it is: the list counts as a look-up
      await limits.countLookUp(call.officer.officerId, clock.now())
      const place = await openCursor(vault, list, cursorSchema, cursor)
      const filter = { state, post, receivedBy }
      const rows = await store.papers.findPapers(filter, place?.afterId, limit + 1)
      await record(call, 'paper list', { post: post ?? null })
      const page = rows.slice(0, limit)
      const afterId = rows.length > limit ? page.at(-1)?.paperId : undefined
      const papers = page.map(async (row) => toPaper(row, (await openNote(row)).note))
      return {
        papers: await Promise.all(papers),
        ...(afterId && { nextCursor: await sealCursor(vault, list, { afterId }) }),
      }
    },

    setAside: async ({ paperId, reason }, call) => {
      const once = { principal: toOfficerPrincipal(call.officer), status: 200, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        checkRole(call.officer, rolesThatAssist)
        const row = await getOwnPaper(store, paperId, call.officer)
        await record(call, 'paper set-aside', row)
        const { note } = await openNote(row)
        const closedAt = clock.now()
        const sealed = await vault.seal(paperId, { note, reason: toPlainText(reason) })
        const paper = toPaper({ ...row, closedAt, state: 'set-aside' }, note)
        const change = { closedAt, sealed }
        const isClosed = await store.papers.setAside(paperId, change, await seal(paper))
        if (!isClosed) throw new KbytError('paper_closed')
        return paper
      })
    },
  }
}

function toPaper(row: PaperRow, note: string): Paper {
  const { paperId, kind, post, state, receivedAt, receivedBy, closedAt, declarationId } = row
  return {
    paperId,
    kind,
    ...(post !== null && { post }),
    note,
    state,
    receivedAt: new Date(receivedAt).toISOString(),
    receivedBy,
    ...(closedAt !== null && { closedAt: new Date(closedAt).toISOString() }),
    ...(declarationId !== null && { declarationId }),
  }
}
