import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { officerRoleSchema, officerRoles } from '@kbyt/sdk/schema'
import { createPasswords } from '../crypto/node-passwords.js'
import { places } from '../node/places.js'
import { readConfig } from '../node/read-config.js'
import type { Settings } from '../node/settings.js'
import { addCheckedOfficer } from '../officer/add-checked-officer.js'
import { toUsername } from '../officer/add-officer.js'
import { defaultConfig } from '../portal/default-config.js'
import { openOffice } from './open-office.js'
import { UsageError } from './usage-error.js'

/** Adds an officer with the password on standard input. */
export async function runAddOfficer(args: readonly string[], settings: Settings): Promise<void> {
  const { username, name, role, areas } = readOptions(args)
  const parsedRole = officerRoleSchema.safeParse(role)
  if (!parsedRole.success) throw new UsageError(`--role must be one of ${officerRoles.join(', ')}`)
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')

  const { store, audit, vault, close } = await openOffice(settings)
  try {
    const config = (await readConfig(settings.KBYT_PORTAL_CONFIG)) ?? defaultConfig
    const office = { store, clock: Date, randomBytes, config, places }
    await audit.append({
      officerId: null,
      action: 'officer add',
      reason: null,
      post: null,
      subjectIndex: await vault.index('subject', toUsername(username)),
      outcome: 'ordered',
      details: { username: toUsername(username), role: parsedRole.data, areas },
    })
    const officer = await addCheckedOfficer(office, createPasswords(), {
      username,
      password,
      displayName: name,
      role: parsedRole.data,
      areas: areas.split(',').flatMap((area) => area.trim() || []),
    })
    console.log(`Added ${officer.username} (${officer.role}).`)
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message, { cause: error }) : error
  } finally {
    await close()
  }
}

function readOptions(args: readonly string[]) {
  const type = 'string' as const
  const names = { username: { type }, name: { type }, role: { type }, areas: { type } }
  try {
    const { username, name, role, areas } = parseArgs({ args: [...args], options: names }).values
    if (username && name && role && areas) return { username, name, role, areas }
  } catch (cause) {
    throw new UsageError('See kbyt-server officers add --help', { cause })
  }
  throw new UsageError(
    'officers add needs --username, --name, --role and --areas: see kbyt-server officers add --help',
  )
}
