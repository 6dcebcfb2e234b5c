import type { Declaration, FiledDeclaration, Handling } from '@kbyt/sdk/schema'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import { keptMs } from '../store/retention.js'
import type {
  BlindIndex,
  Consequences,
  DeclarationRow,
  DeclarationWithPeople,
} from '../store/store.js'
import type { IssuePass } from './issue-pass.js'
import { normalizeDeclaration } from './normalize-declaration.js'
import { sealDeclaration } from './open-declaration.js'
import { toPass } from './open-pass.js'
import { toConsequences } from './to-consequences.js'
import { describeFiled, toFiledPerson } from './to-filed-declaration.js'
import { toJourney } from './to-journey.js'
import { warnOfPoint } from './warn-of-point.js'

/** A checked declaration, and how it came in. */
export interface Intake {
  readonly declaration: Declaration
  readonly channel: 'self' | 'post' | 'assisted' | 'paper'
  readonly declaredAt: number
  /** The declarer's, E.164; proven, or as an officer wrote it down. */
  readonly phone: string | undefined
  /** Whose it is: undefined where no phone was proven, then it is its own. */
  readonly phoneIndex: BlindIndex | undefined
  readonly handling?: Handling | undefined
}

/** What there is to keep, and what the declarer is answered. */
export interface Filing {
  readonly rows: DeclarationWithPeople
  readonly filed: FiledDeclaration
  readonly consequences: Consequences
}

/** Turns a checked declaration into rows, passes and consequences; nothing is kept yet. */
export type PrepareFiling = (intake: Intake) => Promise<Filing>

export function createPrepareFiling(outside: Outside, issuePass: IssuePass): PrepareFiling {
  const { vault, randomBytes } = outside

  async function toRow(intake: Intake, declaration: Declaration): Promise<DeclarationRow> {
    const { channel, declaredAt, phone, handling } = intake
    const declarationId = createUuid(declaredAt, randomBytes)
    // an unproven phone opens nothing to whoever has it: such a declaration lies under its own id
    const phoneIndex =
      intake.phoneIndex ?? (await vault.index('phone', `unproven ${declarationId}`))
    return {
      phoneIndex,
      declarationId,
      kind: declaration.kind,
      channel,
      declaredAt,
      withdrawnAt: null,
      sealed: await sealDeclaration(vault, declarationId, { phone, declaration, handling }),
    }
  }

  /** Opens nothing to whoever has the phone; they may only have it forgotten. */
  async function toContact({ phone, phoneIndex }: Intake, { people }: DeclarationWithPeople) {
    if (phone === undefined || phoneIndex !== undefined) return undefined
    const lastDay = Math.max(...people.map(({ validUntil }) => validUntil))
    return {
      contactIndex: await vault.index('phone', phone),
      keptUntil: lastDay + keptMs.declarations,
    }
  }

  return async (intake) => {
    const declaration = normalizeDeclaration(intake.declaration)
    await warnOfPoint(outside, declaration.point)
    const row = await toRow(intake, declaration)
    const journey = toJourney(declaration)
    const issued = await Promise.all(
      declaration.people.map(async (declared, index) => ({
        declared,
        ...(await issuePass({ declared, journey }, index, row)),
      })),
    )
    const rows = { declaration: row, people: issued.map((each) => each.row) }
    const { declaredAt, handling } = intake
    const people = issued.map((each) =>
      toFiledPerson(each, toPass(each.row, each.content, row, declaredAt)),
    )
    const consequences = await toConsequences(outside, declaration, rows, intake.phone)
    return {
      rows,
      filed: describeFiled({ row, declaration, handling }, people, false),
      consequences: {
        ...consequences,
        known: issued.map(({ known }) => known),
        contact: await toContact(intake, rows),
      },
    }
  }
}
