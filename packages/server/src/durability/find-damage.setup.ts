import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { findAuditFault } from '../audit/find-audit-fault.js'
import { declare, send, setup } from '../backend.setup.js'
import { config, places } from '../entry.setup.js'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import type { Database } from '../store/sql/database.js'
import { openDatabase } from '../store/sql/open-database.js'
import type { Store } from '../store/store.js'
import type { Line } from './lines.setup.js'

/**
 * Names what a blow took from a database, or left half done: acknowledged writes that are gone, calls
 * that have another answer or a second effect when they are made again, rows without those that belong
 * to them, breaks of the audit log.
 */
export async function findDamage(
  address: DatabaseAddress,
  said: readonly Line[],
): Promise<string[]> {
  const store = await createSqlStore(address)
  const { db, close } = await openDatabase(address)
  try {
    return [
      ...(await findBrokenFile(db, 'sqlite' in address)),
      ...(await findForgotten(store, said)),
      ...(await findHalves(db)),
      ...(await findAuditGaps(store, said)),
    ]
  } finally {
    await close()
    await store.close()
  }
}

async function findBrokenFile(db: Database, isSqlite: boolean): Promise<string[]> {
  if (!isSqlite) return []
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(db)
  return rows.flatMap(({ integrityCheck }) => (integrityCheck === 'ok' ? [] : [integrityCheck]))
}

/** Makes every call again that was begun: kept ones answer as before, none has a second effect. */
async function findForgotten(store: Store, said: readonly Line[]): Promise<string[]> {
  const backend = await setup({ store, node: 'check', config, places })
  // by now whoever claimed a key and died has lost it
  backend.clock.at += 20 * 60_000
  const kept = new Map(
    said.flatMap((line) => (line.step === 'kept' ? [[line.key, line.answer]] : [])),
  )
  const ids = new Map<string, Set<unknown>>()
  const damage: string[] = []
  for (const line of said) {
    if (line.step !== 'begun') continue
    const { key, headers, declaration } = line
    const again = await declare(backend, { ...headers, 'idempotency-key': key }, declaration)
    if (again.status !== 201) damage.push(`${key} made again is ${again.status}`)
    if (kept.has(key) && !isDeepStrictEqual(again.json, kept.get(key))) {
      damage.push(`${key} was kept and has another answer`)
    }
    const token = headers.authorization ?? ''
    ids.set(token, (ids.get(token) ?? new Set()).add(again.json.declarationId))
  }
  for (const [authorization, own] of ids) {
    const headers = { authorization }
    const { json } = await send(backend, 'GET', '/v1/declarations?limit=200', undefined, headers)
    const found = Array.isArray(json.declarations) ? json.declarations.length : 0
    if (found !== own.size) damage.push(`${found} declarations of ${own.size} calls`)
  }
  return damage
}

/** Rows without those they were written with: one pass per person, and every look-up both ways. */
async function findHalves(db: Database): Promise<string[]> {
  const orphans = {
    'a declaration without people': sql`select 1 from declarations d where not exists
      (select 1 from people p where p.declaration_id = d.declaration_id)`,
    'a person without declaration': sql`select 1 from people p where not exists
      (select 1 from declarations d where d.declaration_id = p.declaration_id)`,
    'a pass twice': sql`select pass_id from people group by pass_id having count(*) > 1`,
    'a person twice in a declaration': sql`select 1 from people
      group by declaration_id, person_id having count(*) > 1`,
    'a pass without its look-up': sql`select 1 from people p where not exists (select 1
      from pass_lookup l where l.pass_id = p.pass_id and l.declaration_id = p.declaration_id)`,
    'a look-up without its pass': sql`select 1 from pass_lookup l where not exists
      (select 1 from people p where p.pass_id = l.pass_id)`,
    'a pass without its status': sql`select 1 from people p where not exists
      (select 1 from status_slots s where s.pass_id = p.pass_id)`,
    'a person nobody finds': sql`select 1 from people p where not exists (select 1
      from person_lookup l where l.person_id = p.person_id and l.declaration_id = p.declaration_id)`,
    'a number nobody finds': sql`select 1 from people p where not exists
      (select 1 from id_lookup l where l.person_id = p.person_id)`,
    'a way without its arrival': sql`select 1 from declarations d where d.kind = 'entry'
      and not exists (select 1 from arrivals a where a.declaration_id = d.declaration_id)`,
    'a symptom without its screening': sql`select 1 from declarations d where d.kind = 'entry'
      and not exists (select 1 from screenings s where s.declaration_id = d.declaration_id)`,
    'a declaration without its answer': sql`select 1 where (select count(*) from declarations) >
      (select count(*) from idempotency where sealed is not null)`,
  }
  const damage: string[] = []
  for (const [name, query] of Object.entries(orphans)) {
    const { rows } = await query.execute(db)
    if (rows.length > 0) damage.push(`${rows.length} times ${name}`)
  }
  return damage
}

async function findAuditGaps({ audit }: Store, said: readonly Line[]): Promise<string[]> {
  const damage: string[] = []
  for (const chain of await audit.findChains()) {
    const fault = await findAuditFault(audit, { chain })
    if (fault) damage.push(`audit row ${fault.seq} of ${chain}`)
  }
  const nodes = new Map<string, number>()
  for (const line of said) {
    if (line.step === 'inspected') nodes.set(line.node, (nodes.get(line.node) ?? 0) + 1)
  }
  for (const [node, answered] of nodes) {
    const last = await audit.findLast(node)
    if ((last?.seq ?? 0) < answered) damage.push(`look-ups of ${node} without a record`)
  }
  return damage
}
