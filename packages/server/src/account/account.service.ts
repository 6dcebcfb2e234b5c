import { KbytError } from '@kbyt/sdk'
import {
  type Account,
  accountSchema,
  checkAccount,
  consentSchema,
  type GrantList,
  type GrantRequest,
  type NewAccount,
  personSchema,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { CitizenCall } from '../call.js'
import { checkUnits } from '../declaration/check-units.js'
import { normalizePerson } from '../declaration/normalize-declaration.js'
import { withKnownPeople } from '../declaration/with-known-people.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createUuid } from '../identifiers.js'
import { checkLimit, dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { AccountRow, GrantRow } from '../store/store.js'
import type { KnowHolder } from './create-know-holder.js'
import { type IssueGrants, toDeviceHash } from './issue-grants.js'

const sealedAccountSchema = z.object({ person: personSchema, consents: z.array(consentSchema) })
const sealedGrantSchema = z.object({ jws: z.string() })
/** Changing the phone is rare; passing an account from hand to hand is not. */
const devicesPerDay = 5
/** Somebody corrects a name or moves; nobody is a new person every few minutes. */
const changesPerDay = 20
/** An account changes once while a device asks; many times in a row it never does. */
const maxAttempts = 5

/** Owns: the account of a proven phone, and what its device may draw as *Mã QR của tôi*. */
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
  /** @throws {KbytError} `account_not_found`, `rate_limited`: too many devices in a day. */
  getGrants(request: GrantRequest, call: CitizenCall): Promise<GrantList>
}

export interface AccountServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly issueGrants: IssueGrants
  readonly knowHolder: KnowHolder
}

export function createAccountService(options: AccountServiceOptions): AccountService {
  const { outside, places, idempotency, issueGrants, knowHolder } = options
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

  async function openAccount(row: AccountRow): Promise<NewAccount> {
    return sealedAccountSchema.parse(await vault.open(row.accountId, row.sealed))
  }

  async function getRow({ citizen }: CitizenCall): Promise<AccountRow> {
    const row = await store.accounts.findAccount(citizen.phoneIndex)
    if (!row) throw new KbytError('account_not_found')
    return row
  }

  /** It is used: once a day that is written down. */
  async function getUsed(call: CitizenCall): Promise<AccountRow> {
    const row = await getRow(call)
    const { person } = await openAccount(row)
    return withKnownPeople(async () => {
      const known = await knowHolder(person, row.phoneIndex)
      if (row.keptUntil > known.keptUntil - dayMs) return row
      await store.accounts.keepAccount(row.phoneIndex, known)
      return { ...row, keptUntil: known.keptUntil }
    })
  }

  async function countDevice(phoneIndex: string, nowMs: number): Promise<void> {
    const changes = await store.limits.hit(`account:devices:${phoneIndex}`, dayMs, nowMs)
    checkLimit(changes, devicesPerDay, 'rate_limited', nowMs)
  }

  /** What the device holds with what was missing; undefined when the account has changed meanwhile. */
  async function fillUp(account: AccountRow, devicePublicKey: string, nowMs: number) {
    const deviceHash = await toDeviceHash(devicePublicKey)
    const held = await store.accounts.findGrants(account.phoneIndex, deviceHash, nowMs)
    const { person } = await openAccount(account)
    const after = held.at(-1)?.validUntil ?? 0
    const added = await issueGrants({ account, person, devicePublicKey, after }, nowMs)
    const isSaved = await store.accounts.saveGrants(account, deviceHash, added)
    return isSaved ? [...held, ...added] : undefined
  }

  const openGrant = async ({ grantId, sealed }: GrantRow) =>
    sealedGrantSchema.parse(await vault.open(grantId, sealed)).jws

  const toGrantList = async (grants: readonly GrantRow[], nowMs: number): Promise<GrantList> => ({
    grants: await Promise.all(grants.map(openGrant)),
    validUntil: new Date(grants.at(-1)?.validUntil ?? nowMs).toISOString(),
  })

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
      const row = await getUsed(call)
      return toAccount(row, await openAccount(row))
    },

    find: async ({ citizen }) => {
      const row = await store.accounts.findAccount(citizen.phoneIndex)
      return row && toAccount(row, await openAccount(row))
    },

    update: async (sent, call) => {
      const row = await getRow(call)
      const nowMs = clock.now()
      await check(sent, nowMs)
      const changes = await store.limits.hit(`account:changes:${row.phoneIndex}`, dayMs, nowMs)
      checkLimit(changes, changesPerDay, 'rate_limited', nowMs)
      const content = { person: normalizePerson(sent.person), consents: sent.consents }
      const isSomebodyElse = !isSamePerson((await openAccount(row)).person, content.person)
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
      const row = await getRow(call)
      const content = await openAccount(row)
      if (!isSamePerson(person, content.person)) return toAccount(row, content)
      return withKnownPeople(async () => {
        const known = await knowHolder(content.person, row.phoneIndex)
        const { personId, keptUntil } = known
        const verified = { ...row, personId, keptUntil, verifiedAt: clock.now() }
        await store.accounts.updateAccount(verified, known, false)
        return toAccount(verified, content)
      })
    },

    getGrants: async ({ devicePublicKey }, call) => {
      const { phoneIndex } = await getUsed(call)
      const nowMs = clock.now()
      const deviceHash = await toDeviceHash(devicePublicKey)
      const known = await store.accounts.findGrants(phoneIndex, deviceHash, nowMs)
      if (known.length === 0) await countDevice(phoneIndex, nowMs)
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        const grants = await fillUp(await getRow(call), devicePublicKey, nowMs)
        if (grants) return toGrantList(grants, nowMs)
      }
      throw new KbytError('overloaded', { retryAfterSeconds: 1 })
    },
  }
}

function toAccount(row: AccountRow, content: NewAccount): Account {
  const { accountId, personId, createdAt, verifiedAt, keptUntil } = row
  return {
    accountId,
    personId,
    ...content,
    verification: verifiedAt === null ? 'unverified' : 'verified',
    ...(verifiedAt !== null && { verifiedAt: new Date(verifiedAt).toISOString() }),
    createdAt: new Date(createdAt).toISOString(),
    keptUntil: new Date(keptUntil).toISOString(),
  }
}

/** What a card says of somebody, and a grant after it: the rest may change and it is still them. */
function isSamePerson(one: Account['person'], other: Account['person']): boolean {
  const toText = ({
    fullName,
    bornOn,
    gender,
    identityDocument: { type, number },
  }: Account['person']) => [fullName, bornOn, gender, type, number].join(' ')
  return toText(one) === toText(other)
}
