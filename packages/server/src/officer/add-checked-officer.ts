import { isKbytError } from '@kbyt/sdk'
import type { Officer } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'
import type { Passwords, Places } from '../ports.js'
import { addOfficer, type NewOfficer } from './add-officer.js'
import { checkGrant } from './check-grant.js'

/** Where the account goes, and what its role may be bound to. */
export interface Office extends Pick<Outside, 'store' | 'clock' | 'randomBytes' | 'config'> {
  readonly places: Places
}

/**
 * Adds an officer whose role goes with their areas, as an administrator could: a ward's officer who is
 * bound to the province would see all of it.
 *
 * @throws {TypeError} naming the areas that do not go with the role, or as {@link addOfficer} does.
 */
export async function addCheckedOfficer(
  office: Office,
  passwords: Passwords,
  officer: NewOfficer,
): Promise<Officer> {
  const { role, areas, venueCode } = officer
  const grant = { role, areas: [...areas], ...(venueCode !== undefined && { venueCode }) }
  await checkGrant(grant, office.config, office.places).catch((error) => {
    if (!isKbytError(error)) throw error
    const wrong = error.issues.map(({ path, code }) => `${path.replace('grant.', '')} ${code}`)
    throw new TypeError(`the role ${role} cannot be granted so: ${wrong.join(', ')}`)
  })
  return addOfficer(office, passwords, officer)
}
