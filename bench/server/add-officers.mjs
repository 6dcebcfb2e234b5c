import { createHash, randomBytes, randomUUID } from 'node:crypto'

/**
 * Copies the one officer who is signed in: one by one, each new one would cost a password's hash.
 *
 * @param {import('./fill-people.mjs').Tables} database
 * @param {number} count
 * @returns {Promise<string[]>} Their tokens.
 */
export async function addOfficers(database, count) {
  const officer = await database.findRow('officers')
  const session = await database.findRow('officer_sessions')
  const added = Array.from({ length: count }, () => ({
    officer_id: randomUUID(),
    token: `kbyt_os_${randomBytes(32).toString('base64url')}`,
  }))
  const officers = added.map(({ officer_id }) => ({ officer_id, username: officer_id }))
  const sessions = added.map(({ officer_id, token }) => ({
    officer_id,
    token_hash: createHash('sha256').update(token).digest('base64url'),
  }))
  await database.insert(
    'officers',
    officers.map((own) => ({ ...officer, ...own })),
  )
  await database.insert(
    'officer_sessions',
    sessions.map((own) => ({ ...session, ...own })),
  )
  return added.map(({ token }) => token)
}
