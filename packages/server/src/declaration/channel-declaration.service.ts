import { KbytError } from '@kbyt/sdk'
import {
  type AssistedDeclaration,
  type ChannelDeclaration,
  checkChannelDeclaration,
  type FiledDeclaration,
  filedDeclarationSchema,
  type Handling,
  isFormOpen,
  type OfficerRole,
  type PaperDeclaration,
  toDocumentNumber,
  toMobileE164,
  toPlainText,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import { getOwnPaper } from '../papers/get-own-paper.js'
import type { Places } from '../ports.js'
import { ClosedPaper } from '../store/closed-paper.js'
import { checkPlaces } from './check-places.js'
import type { Filing, Intake, PrepareFiling } from './create-filing.js'
import { withKnownPeople } from './with-known-people.js'

/** Who sits where people come in person. */
export const rolesThatAssist: readonly OfficerRole[] = [
  'checkpoint',
  'clinic',
  'ward',
  'health-station',
  'province',
]

/** Owns: declarations an officer sends for somebody (dispatch 391, I.3), each on record. */
export interface ChannelDeclarationService {
  /** @throws {KbytError} `forbidden`, `form_closed`, `input_invalid`, `rate_limited`, `audit_unavailable`. */
  submitAssisted(sent: AssistedDeclaration, call: OfficerCall): Promise<FiledDeclaration>
  /** @throws {KbytError} the same, and `paper_closed`, `not_found` for its `paperId`. */
  submitPaper(sent: PaperDeclaration, call: OfficerCall): Promise<FiledDeclaration>
}

export interface ChannelDeclarationServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
  readonly limits: InspectionLimits
  readonly prepare: PrepareFiling
}

export function createChannelDeclarationService(
  options: ChannelDeclarationServiceOptions,
): ChannelDeclarationService {
  const { outside, places, idempotency, audit, limits, prepare } = options
  const { store, vault, clock, config } = outside

  async function check(sent: ChannelDeclaration, nowMs: number): Promise<void> {
    const { declaration } = sent
    if (!isFormOpen(config, declaration.kind, nowMs)) throw new KbytError('form_closed')
    const placed = await checkPlaces(declaration, places, config.placesVersion)
    const issues = [
      ...checkChannelDeclaration(sent, config, nowMs),
      ...placed.map(({ path, code }) => ({ path: `declaration.${path}`, code })),
    ]
    const byPath = new Map(issues.map((issue) => [issue.path, issue]))
    if (byPath.size > 0) throw new KbytError('input_invalid', { issues: [...byPath.values()] })
  }

  async function record({ rows, filed }: Filing, { officer }: OfficerCall): Promise<void> {
    const { channel, handling, declarationId, people } = filed
    const [first] = people
    const number = toDocumentNumber(first?.person.identityDocument.number ?? '')
    await audit.append({
      officerId: officer.officerId,
      action: `declare ${channel}`,
      reason: null,
      post: handling?.post ?? null,
      subjectIndex: await vault.index('subject', number),
      outcome: 'filed',
      details: { declarationId, personIds: rows.people.map(({ personId }) => personId) },
    })
  }

  function file(
    sent: ChannelDeclaration,
    call: OfficerCall,
    paperId: string | undefined,
    toIntake: (nowMs: number) => Intake,
  ): Promise<FiledDeclaration> {
    if (!rolesThatAssist.includes(call.officer.role)) throw new KbytError('forbidden')
    const parse = filedDeclarationSchema.parse
    const once = { principal: toOfficerPrincipal(call.officer), status: 201, parse }
    return idempotency
      .runOnce(call, once, async (seal) => {
        const nowMs = clock.now()
        // nobody types so fast as they look people up
        await limits.countLookUp(call.officer.officerId, nowMs)
        await check(sent, nowMs)
        if (paperId !== undefined) await getOwnPaper(store, paperId, call.officer)
        return withKnownPeople(async () => {
          const filing = await prepare(toIntake(nowMs))
          const { rows, filed } = filing
          await record(filing, call)
          const { declarationId } = filed
          const paper =
            paperId === undefined ? undefined : { paperId, closedAt: nowMs, declarationId }
          const consequences = { ...filing.consequences, paper }
          await store.declarations.saveDeclaration(rows, await seal(filed), consequences)
          return filed
        })
      })
      .catch(explainClosed)
  }

  return {
    submitAssisted: async (sent, call) =>
      file(sent, call, undefined, (declaredAt) => ({
        ...toCommon(sent, { post: sent.post, assistedBy: toPlainText(sent.assistedBy) }),
        declaredAt,
      })),

    submitPaper: async (sent, call) =>
      file(sent, call, sent.paperId, (nowMs) => ({
        ...toCommon(sent, toPaperHandling(sent, nowMs)),
        // the paper is judged, and takes its place among the others, by the moment on it
        declaredAt: Date.parse(sent.writtenAt),
      })),
  }
}

function toCommon({ declaration, channel, phone }: ChannelDeclaration, handling: Handling) {
  const { post: _post, ...own } = declaration
  const e164 = phone === undefined ? undefined : toMobileE164(phone)
  return { declaration: own, channel, phone: e164, phoneIndex: undefined, handling }
}

function toPaperHandling(sent: PaperDeclaration, enteredAtMs: number): Handling {
  const { post, reason, writtenAt, checkedBy, enteredBy } = sent
  return {
    ...(post !== undefined && { post }),
    reason: toPlainText(reason),
    writtenAt: new Date(writtenAt).toISOString(),
    checkedBy: toPlainText(checkedBy),
    enteredBy: toPlainText(enteredBy),
    enteredAt: new Date(enteredAtMs).toISOString(),
  }
}

function explainClosed(error: unknown): never {
  if (error instanceof ClosedPaper) throw new KbytError('paper_closed', { cause: error })
  throw error
}
