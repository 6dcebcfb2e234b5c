import { declare, inspect, makeDeclared, newKey, setup, signInOfficer } from '../backend.setup.js'
import { config, makeEntry, places } from '../entry.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import type { Line } from './lines.setup.js'

// A process of its own for the tests beside it: several at once it files declarations and looks people
// up, says each before and after, and ends when it is killed or nobody holds its input any more.
const [address = '{}', node = '', from = '0', sessions = '[]'] = process.argv.slice(2)
process.stdin.on('end', () => process.exit()).resume()

const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)
const store = await createSqlStore(JSON.parse(address))
const backend = await setup({ store, node, config, places })
const officer = await signInOfficer(backend)
let person = Number(from)

/** Far from the one before: an officer who looks numbers up in a row is stopped. */
const nextNumber = () => `046190${String(person++).split('').reverse().join('').padEnd(6, '0')}`

async function live(headers: Record<string, string>): Promise<void> {
  for (;;) {
    const number = nextNumber()
    const traveller = makeDeclared({ identityDocument: { type: 'cccd', number } })
    const health = { ...traveller.health, symptoms: ['fever' as const] }
    const declaration = makeEntry({}, [{ ...traveller, health }])
    const key = newKey()
    say({ step: 'begun', key, headers, declaration })
    const filed = await declare(backend, { ...headers, 'idempotency-key': key }, declaration)
    if (filed.status === 201) say({ step: 'kept', key, answer: filed.json })
    const query = { by: 'id-number', idNumber: number }
    const found = await inspect(backend, officer.headers, query, { kind: 'entry' })
    if (found.status === 200) say({ step: 'inspected', node })
    backend.clock.at += 1_000
  }
}

say({ step: 'ready' })
const citizens: Record<string, string>[] = JSON.parse(sessions)
await Promise.all(citizens.map(live))
