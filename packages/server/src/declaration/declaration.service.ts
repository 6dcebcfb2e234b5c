import { KbytError } from '@kbyt/sdk'
import {
  type Declaration,
  type DeclarationKind,
  type FiledDeclaration,
  filedDeclarationSchema,
} from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { toFeedEvents } from '../feed/to-feed-events.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { checkLimit, dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { DeclarationWithPeople } from '../store/store.js'
import { checkSubmission } from './check-submission.js'
import type { Intake, PrepareFiling } from './create-filing.js'
import { toFiledDeclaration } from './to-filed-declaration.js'
import { toSuperseded } from './to-superseded.js'
import { withKnownPeople } from './with-known-people.js'

/** A phone that declares for twenty people daily reaches back weeks with it. */
const maxFound = 50

/** Owns: what a citizen declared from the proven phone. The phone comes from the session alone. */
export interface DeclarationService {
  /** @throws {KbytError} `form_closed`, `input_invalid`, `rate_limited`. */
  submit(declaration: Declaration, call: CitizenCall): Promise<FiledDeclaration>
  find(
    kind: DeclarationKind | undefined,
    call: CitizenCall,
  ): Promise<{ declarations: FiledDeclaration[] }>
  /** @throws {KbytError} `declaration_not_found`, also for somebody else's. */
  withdraw(declarationId: string, call: CitizenCall): Promise<FiledDeclaration>
}

export interface DeclarationServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly prepare: PrepareFiling
  /** Declarations taken from a phone in a day. */
  readonly perPhoneDay: number
}

export function createDeclarationService(options: DeclarationServiceOptions): DeclarationService {
  const { outside, places, idempotency, prepare, perPhoneDay } = options
  const { store, vault, clock, config, randomBytes } = outside
  const parse = filedDeclarationSchema.parse

  function toIntake(declaration: Declaration, { citizen }: CitizenCall): Intake {
    const { phone, phoneIndex } = citizen
    const { post, ...own } = declaration
    const common = { declaration: own, phone, phoneIndex, declaredAt: clock.now() }
    if (post === undefined) return { ...common, channel: 'self' }
    return { ...common, channel: 'post', handling: { post } }
  }

  async function countDeclaration(phoneIndex: string, nowMs: number): Promise<void> {
    const sent = await store.limits.hit(`declarations:${phoneIndex}`, dayMs, nowMs)
    checkLimit(sent, perPhoneDay, 'rate_limited', nowMs)
  }

  async function findNewer(stored: DeclarationWithPeople): Promise<boolean> {
    const { phoneIndex, declarationId } = stored.declaration
    const all = await store.declarations.findDeclarations(phoneIndex, maxFound)
    return toSuperseded(all).has(declarationId)
  }

  return {
    submit(sent, call) {
      const once = { principal: call.citizen.phoneIndex, status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const intake = toIntake(sent, call)
        await checkSubmission(sent, config, places, intake.declaredAt)
        await countDeclaration(call.citizen.phoneIndex, intake.declaredAt)
        return withKnownPeople(async () => {
          const { rows, filed, consequences } = await prepare(intake)
          await store.declarations.saveDeclaration(rows, await seal(filed), consequences)
          return filed
        })
      })
    },

    async find(kind, { citizen }) {
      const stored = await store.declarations.findDeclarations(citizen.phoneIndex, maxFound)
      const superseded = toSuperseded(stored)
      const nowMs = clock.now()
      const asked = stored.filter(({ declaration }) => !kind || declaration.kind === kind)
      const declarations = asked.map((each) =>
        toFiledDeclaration(vault, each, superseded.has(each.declaration.declarationId), nowMs),
      )
      return { declarations: await Promise.all(declarations) }
    },

    withdraw(declarationId, call) {
      const { phoneIndex } = call.citizen
      const once = { principal: phoneIndex, status: 200, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const stored = await store.declarations.findDeclaration(phoneIndex, declarationId)
        if (!stored) throw new KbytError('declaration_not_found')
        const nowMs = clock.now()
        const withdrawnAt = stored.declaration.withdrawnAt ?? nowMs
        const withdrawn = { ...stored, declaration: { ...stored.declaration, withdrawnAt } }
        const isSuperseded = await findNewer(stored)
        const filed = await toFiledDeclaration(vault, withdrawn, isSuperseded, nowMs)
        const answer = await seal(filed)
        // whatever the clocks of two processes say, it comes after what it takes back
        const at = Math.max(nowMs, stored.declaration.declaredAt + 1)
        const events = toFeedEvents('declaration-withdrawn', stored, at, randomBytes)
        await store.declarations.withdrawDeclaration(
          phoneIndex,
          declarationId,
          nowMs,
          answer,
          events,
        )
        return filed
      })
    },
  }
}
