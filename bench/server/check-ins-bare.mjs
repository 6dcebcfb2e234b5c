// What a check-in costs without us: node:http, pg and the same statements on the same database.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { answerUsage } from './answer-usage.mjs'
import { pg } from './pg.mjs'

const [connectionString] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString, max: 10 })

/** @param {string} name @param {string} statement @param {unknown[]} values */
const ask = async (name, statement, values) =>
  (await pool.query({ name, text: statement, values })).rows

/** @param {string} deviceId @param {{ visits: { visitId: string, venueCode: string, direction: string, subject: { passId: string } }[] }} batch */
async function record(deviceId, { visits: [visit] }) {
  if (!visit) return
  const { visitId, venueCode, direction, subject } = visit
  const now = Date.now()
  const [device] = await ask(
    'device',
    'select device_id from venue_devices where venue_code = $1 and revoked_at is null and device_id = $2',
    [venueCode, deviceId],
  )
  await ask(
    'limit',
    'insert into rate_limits values ($1, 3600000, 1, $2) on conflict (limit_key, window_ms) do update set count = rate_limits.count + 1 returning count',
    [`bare ${device.device_id}`, now],
  )
  const [[pass]] = await Promise.all([
    ask('pass', 'select phone_index, declaration_id from pass_lookup where pass_id = $1', [
      subject.passId,
    ]),
    ask('venue', 'select sealed from venues where venue_code = $1', [venueCode]),
  ])
  const [person] = await ask(
    'person',
    'select person_id, people.sealed from people join declarations using (phone_index, declaration_id) where phone_index = $1 and declaration_id = $2 and pass_id = $3',
    [pass.phone_index, pass.declaration_id, subject.passId],
  )
  await ask(
    'keep',
    `with kept as (
      insert into visits values ($4, $3, $1, $2, $5, 'staff', $6, $6, 0, 0, $6, $7, $8)
      on conflict do nothing returning visit_id
    )
    insert into visit_lookup values
      ($1, $3, $4, $1, $5, $6, 0, $8), ($2, $3, $4, $1, $5, $6, 0, $8) on conflict do nothing`,
    [
      person.person_id,
      pass.phone_index,
      visitId,
      venueCode,
      direction,
      now,
      device.device_id,
      person.sealed,
    ],
  )
}

const server = createServer(async (request, response) => {
  const deviceId = request.headers.authorization?.slice(7) ?? ''
  await record(deviceId, JSON.parse(await text(request)))
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ receivedAt: randomUUID(), results: [] }))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const port = typeof address === 'object' ? address?.port : 0
answerUsage()
process.send?.({ url: `http://127.0.0.1:${port}` })
