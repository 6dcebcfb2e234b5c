import type { Officer, OfficerRole } from '@kbyt/sdk/schema'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { Passwords } from '../ports.js'
import type { OfficerRow } from '../store/store.js'
import { blankAccount } from './blank-account.js'
import { toOfficer } from './to-officer.js'

/** An account to make for an officer. */
export interface NewOfficer {
  readonly username: string
  readonly password: string
  readonly displayName: string
  readonly role: OfficerRole
  /** Codes of provinces, districts or wards the role is bound to. */
  readonly areas: readonly string[]
  /** The venue an inspector is bound to. @defaultValue none */
  readonly venueCode?: string | undefined
}

/** How usernames are stored and compared. */
export const toUsername = (typed: string) => typed.normalize('NFC').trim().toLowerCase()

/** @throws {TypeError} when the username is taken or empty, or the password is shorter than 10 characters. */
export async function addOfficer(
  { store, clock, randomBytes }: Pick<Outside, 'store' | 'clock' | 'randomBytes'>,
  passwords: Passwords,
  { username: typed, password, displayName, role, areas, venueCode }: NewOfficer,
): Promise<Officer> {
  const username = toUsername(typed)
  if (username === '') throw new TypeError('an officer needs a username')
  if ([...password].length < 10) throw new TypeError('a password has at least 10 characters')
  const createdAt = clock.now()
  const officer: OfficerRow = {
    officerId: createUuid(createdAt, randomBytes),
    username,
    displayName,
    ...blankAccount,
    passwordHash: await passwords.hash(password),
    role,
    areas,
    venueCode: venueCode ?? null,
    createdAt,
  }
  if (!(await store.officers.addOfficer(officer))) {
    throw new TypeError(`the username ${username} is taken`)
  }
  return toOfficer(officer)
}
