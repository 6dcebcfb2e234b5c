import { KbytError } from '@kbyt/sdk'
import { type Account, accountSchema, checkAccount, type NewAccount } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { checkUnits } from '../declaration/check-units.js'
import { normalizePerson } from '../declaration/normalize-declaration.js'
import { withKnownPeople } from '../declaration/with-known-people.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createUuid } from '../identifiers.js'
import { checkLimit, dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { AccountRow } from '../store/store.js'
import type { AccountRows } from './account-rows.js'
import type { KnowHolder } from './create-know-holder.js'
import { isSamePerson } from './is-same-person.js'
import { openAccount } from './open-account.js'
import { toAccount } from './to-account.js'

/** Somebody corrects a name or moves; nobody is a new person every few minutes. */
const changesPerDay = 20

/** Owns: the account of a proven phone. Does not own: what its device may draw (see grant.service). */
export interface AccountService {
  /** @throws {KbytError} `account_exists`, `input_invalid`. */
  create(account: NewAccount, call: CitizenCall): Promise<Account>
  /** @throws {KbytError} `account_not_found`. */
  get(call: CitizenCall): Promise<Account>
  /** The same, or undefined where the phone has none. */
  find(call: CitizenCall): Promise<Account | undefined>
  /** @throws {KbytError} `account_not_found`, `input_invalid`, `rate_limited`. */
  update(account: NewAccount, call: CitizenCall): Promise<Account>
  /**
   * Notes that the card of `person` agrees; nothing is noted where the account is somebody else's by now.
   *
   * @throws {KbytError} `account_not_found`.
   */
  markVerified(person: Account['person'], call: CitizenCall): Promise<Account>
}

export interface AccountServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly rows: AccountRows
  readonly knowHolder: KnowHolder
}

export function createAccountService(options: AccountServiceOptions): AccountService {
  const { outside, places, idempotency, rows, knowHolder } = options
  const { store, vault, clock, config, randomBytes } = outside
  const { parse } = accountSchema

  async function check(sent: NewAccount, nowMs: number): Promise<void> {
    const { address } = sent.person
    const province = await places.findProvince(config.placesVersion, address.provinceCode)
    const issues = [
      ...checkAccount(sent, config, nowMs),
      ...checkUnits(address, province, 'person.address'),
    ]
    if (issues.length > 0) throw new KbytError('input_invalid', { issues })
  }

  return {
    create: (sent, call) => {
      const { phoneIndex } = call.citizen
      return idempotency.runOnce(
        call,
        { principal: phoneIndex, status: 201, parse },
        async (seal) => {
          const createdAt = clock.now()
          await check(sent, createdAt)
          const content = { person: normalizePerson(sent.person), consents: sent.consents }
          const accountId = createUuid(createdAt, randomBytes)
          const sealed = await vault.seal(accountId, content)
          return withKnownPeople(async () => {
            const known = await knowHolder(content.person, phoneIndex)
            const { personId, keptUntil } = known
            const times = { createdAt, verifiedAt: null, keptUntil }
            const row: AccountRow = { phoneIndex, accountId, personId, ...times, sealed }
            const account = toAccount(row, content)
            const isAdded = await store.accounts.addAccount(row, known, await seal(account))
            if (!isAdded) throw new KbytError('account_exists')
            return account
          })
        },
      )
    },

    get: async (call) => {
      const row = await rows.getUsed(call)
      return toAccount(row, await openAccount(vault, row))
    },

    find: async ({ citizen }) => {
      const row = await store.accounts.findAccount(citizen.phoneIndex)
      return row && toAccount(row, await openAccount(vault, row))
    },

    update: async (sent, call) => {
      const row = await rows.get(call)
      const nowMs = clock.now()
      await check(sent, nowMs)
      const changes = await store.limits.hit(`account:changes:${row.phoneIndex}`, dayMs, nowMs)
      checkLimit(changes, changesPerDay, 'rate_limited', nowMs)
      const content = { person: normalizePerson(sent.person), consents: sent.consents }
      const isSomebodyElse = !isSamePerson((await openAccount(vault, row)).person, content.person)
      const sealed = await vault.seal(row.accountId, content)
      return withKnownPeople(async () => {
        const known = await knowHolder(content.person, row.phoneIndex)
        const { personId, keptUntil } = known
        const verifiedAt = isSomebodyElse ? null : row.verifiedAt
        const changed: AccountRow = { ...row, personId, verifiedAt, keptUntil, sealed }
        await store.accounts.updateAccount(changed, known, isSomebodyElse)
        return toAccount(changed, content)
      })
    },

    markVerified: async (person, call) => {
      const row = await rows.get(call)
      const content = await openAccount(vault, row)
      if (!isSamePerson(person, content.person)) return toAccount(row, content)
      return withKnownPeople(async () => {
        const known = await knowHolder(content.person, row.phoneIndex)
        const { personId, keptUntil } = known
        const verified = { ...row, personId, keptUntil, verifiedAt: clock.now() }
        await store.accounts.updateAccount(verified, known, false)
        return toAccount(verified, content)
      })
    },
  }
}
