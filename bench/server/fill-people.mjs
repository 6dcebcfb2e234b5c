import { randomBytes, randomUUID } from 'node:crypto'
import { toNumber } from './requests.mjs'

/** @typedef {Record<string, import('node:sqlite').SQLOutputValue>} Row */
/**
 * @typedef {object} Tables
 * @property {(table: string) => Promise<Row | undefined>} findRow Any row of it.
 * @property {(table: string, rows: readonly Row[]) => Promise<void>} insert
 */
/** @typedef {import('../../packages/server/src/vault.ts').Vault} Vault */

const chunk = 2_000
const listSize = 2 ** 16
/** Of a node that is no more: the backend takes slots in a list of its own. */
const firstList = 1_000
const tables = [
  'declarations',
  'people',
  'pass_lookup',
  'id_lookup',
  'person_lookup',
  'status_slots',
  'feed_events',
]

/**
 * Adds so many people with a declaration each, after the pattern of one that was filed through the API:
 * the same rows, under keys of their own and sealed anew, so that whoever is looked up is really found.
 *
 * @param {Tables} database
 * @param {Vault} vault
 * @param {number} people
 */
export async function fillPeople(database, vault, people) {
  const patterns = await Promise.all(tables.map((table) => database.findRow(table)))
  const [declaration = {}, person = {}] = patterns
  const content = await vault.open(String(declaration.declaration_id), String(declaration.sealed))
  const pass = await vault.open(String(person.pass_id), String(person.sealed))

  for (let from = 0; from < people; from += chunk) {
    const length = Math.min(chunk, people - from)
    const made = await Promise.all(
      Array.from({ length }, (_, index) => makeOwn(vault, from + index, content, pass)),
    )
    for (const [place, table] of tables.entries()) {
      const rows = made.map((own) => ({ ...patterns[place], ...own[place] }))
      await database.insert(table, rows)
    }
  }
}

/** What is a person's own in each of the tables. @param {Vault} vault @param {number} index @param {any} content @param {unknown} pass */
async function makeOwn(vault, index, content, pass) {
  const number = toNumber(index)
  const [first] = content.declaration.people
  const identityDocument = { ...first.person.identityDocument, number }
  const people = [{ ...first, person: { ...first.person, identityDocument } }]
  const own = { ...content, declaration: { ...content.declaration, people } }

  const phone_index = await vault.index('phone', `bench ${index}`)
  const document_index = await vault.index('document', `cccd ${number}`)
  const ids = { phone_index, declaration_id: randomUUID() }
  const person_id = randomUUID()
  const pass_id = randomBytes(8).toString('hex')
  const slot = { list: firstList + Math.floor(index / listSize), slot: index % listSize }
  return [
    { ...ids, sealed: await vault.seal(ids.declaration_id, own) },
    { ...ids, person_id, pass_id, sealed: await vault.seal(pass_id, pass) },
    { ...ids, pass_id },
    { document_index, person_id },
    { ...ids, person_id },
    { ...slot, pass_id },
    { ...ids, person_id, event_id: randomUUID(), position: index + 1 },
  ]
}
