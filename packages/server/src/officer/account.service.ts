import { KbytError } from '@kbyt/sdk'
import {
  defaultPageLimit,
  type NewOfficerAccount,
  type OfficerAccount,
  type OfficerAccountChanges,
  type OfficerInvitation,
  type OidcIdentity,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { Places } from '../ports.js'
import type { OfficerRow } from '../store/store.js'
import { toUsername } from './add-officer.js'
import { blankAccount } from './blank-account.js'
import { type AccountChange, changeAccount } from './change-account.js'
import { checkGrant } from './check-grant.js'
import { createInvitation } from './create-invitation.js'
import { requireAdministrator } from './require-administrator.js'
import { toAccount } from './to-account.js'

const placeSchema = z.object({ afterId: z.string() })

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

interface AccountPage {
  officers: OfficerAccount[]
  nextCursor?: string
}

type Order = Omit<AccountChange, 'orderedBy' | 'officerId'>

/**
 * Owns: who may be an officer, as what and where. Every order is on record before it is followed; each
 * throws `forbidden` for anybody but an administrator, and `audit_unavailable`.
 */
export interface AccountService {
  find(query: PageQuery, call: OfficerCall): Promise<AccountPage>
  /** @throws {KbytError} `input_invalid` for a taken name or a grant the role does not allow. */
  add(account: NewOfficerAccount, call: OfficerCall): Promise<OfficerInvitation>
  /** @throws {KbytError} `not_found`, `input_invalid`, `officer_last_administrator`. */
  change(changes: OfficerAccountChanges, call: OfficerCall): Promise<OfficerAccount>
  /** @throws {KbytError} `not_found`, `officer_last_administrator`. */
  disable(officerId: string, call: OfficerCall): Promise<OfficerAccount>
  /** @throws {KbytError} `not_found`. */
  enable(officerId: string, call: OfficerCall): Promise<OfficerAccount>
  /** @throws {KbytError} `not_found`, `officer_last_administrator`. */
  resetPassword(officerId: string, call: OfficerCall): Promise<OfficerInvitation>
  /** @throws {KbytError} `not_found`. */
  resetTotp(officerId: string, call: OfficerCall): Promise<OfficerAccount>
  /** @throws {KbytError} `not_found`, `input_invalid` when somebody else is linked to it. */
  link(officerId: string, identity: OidcIdentity, call: OfficerCall): Promise<OfficerAccount>
  /** @throws {KbytError} `not_found`, `officer_last_administrator`. */
  unlink(officerId: string, call: OfficerCall): Promise<OfficerAccount>
}

export interface AccountServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly audit: AuditService
}

export function createAccountService(options: AccountServiceOptions): AccountService {
  const { outside, places, audit } = options
  const { store, vault, clock, config, randomBytes } = outside

  async function order(officerId: string, { officer }: OfficerCall, what: Order) {
    requireAdministrator(officer)
    const orderedBy = officer.officerId
    return changeAccount(outside, audit, { ...what, orderedBy, officerId })
  }

  async function orderAccount(officerId: string, call: OfficerCall, what: Order) {
    return toAccount(await order(officerId, call, what))
  }

  return {
    async find({ cursor, limit = defaultPageLimit }, { officer }) {
      requireAdministrator(officer)
      const place = await openCursor(vault, 'officers', placeSchema, cursor)
      const rows = await store.officers.findOfficers(place?.afterId ?? '', limit + 1)
      const page = rows.slice(0, limit)
      const officers = page.map(toAccount)
      if (rows.length <= limit) return { officers }
      const afterId = page.at(-1)?.officerId
      return { officers, nextCursor: await sealCursor(vault, 'officers', { afterId }) }
    },

    async add({ username: typed, displayName, grant }, { officer: administrator }) {
      requireAdministrator(administrator)
      await checkGrant(grant, config, places)
      const createdAt = clock.now()
      const { token, expiresAt, kept } = await createInvitation(outside)
      const { role, areas, venueCode = null } = grant
      const officer: OfficerRow = {
        ...blankAccount,
        ...kept,
        officerId: createUuid(createdAt, randomBytes),
        username: toUsername(typed),
        displayName,
        role,
        areas,
        venueCode,
        createdAt,
      }
      const { officerId, username } = officer
      if (await store.officers.findOfficer(username)) throw usernameTaken()
      await audit.append({
        officerId: administrator.officerId,
        action: 'officer add',
        reason: null,
        post: null,
        subjectIndex: await vault.index('subject', officerId),
        outcome: 'ordered',
        details: { officerId, username, displayName, grant },
      })
      if (!(await store.officers.addOfficer(officer))) throw usernameTaken()
      return { officer: toAccount(officer), token, expiresAt }
    },

    async change({ officerId, displayName, grant }, call) {
      requireAdministrator(call.officer)
      if (grant) await checkGrant(grant, config, places)
      const changes = {
        ...(displayName !== undefined && { displayName }),
        ...(grant && { ...grant, venueCode: grant.venueCode ?? null }),
      }
      const action = 'officer change'
      return orderAccount(officerId, call, {
        action,
        changes,
        endsSessions: false,
        details: changes,
      })
    },

    disable: (officerId, call) =>
      orderAccount(officerId, call, {
        action: 'officer disable',
        changes: { disabledAt: clock.now() },
        endsSessions: true,
      }),

    enable: (officerId, call) =>
      orderAccount(officerId, call, {
        action: 'officer enable',
        changes: { disabledAt: null },
        endsSessions: false,
      }),

    async resetPassword(officerId, call) {
      const { token, expiresAt, kept: changes } = await createInvitation(outside)
      const action = 'officer reset-password'
      const changed = await order(officerId, call, { action, changes, endsSessions: true })
      return { officer: toAccount(changed), token, expiresAt }
    },

    resetTotp: (officerId, call) =>
      orderAccount(officerId, call, {
        action: 'officer reset-totp',
        changes: { totpSealed: null, totpCounter: null },
        endsSessions: true,
      }),

    link: (officerId, { issuer, subject }, call) =>
      orderAccount(officerId, call, {
        action: 'officer link',
        changes: { oidcIssuer: issuer, oidcSubject: subject },
        // whoever came in as somebody else at the provider is out
        endsSessions: true,
        details: { issuer, subject },
      }),

    unlink: (officerId, call) =>
      orderAccount(officerId, call, {
        action: 'officer unlink',
        changes: { oidcIssuer: null, oidcSubject: null },
        endsSessions: true,
      }),
  }
}

const usernameTaken = () =>
  new KbytError('input_invalid', { issues: [{ path: 'username', code: 'username_taken' }] })
