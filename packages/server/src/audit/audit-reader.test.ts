import { auditEntrySchema } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { inspect, send, setup, signInOfficer, type TestBackend } from '../backend.setup.js'
import { fillDisk } from './fill-disk.setup.js'

const byNumber = { by: 'id-number', idNumber: '046190001234' }
const entriesSchema = z.object({ entries: z.array(auditEntrySchema) })

async function setupReader(backend: TestBackend) {
  const { officer, headers } = await signInOfficer(backend, 'administrator')
  const read = (query = '') => send(backend, 'GET', `/v1/audit${query}`, undefined, headers)
  const open = (opening: object) => send(backend, 'POST', '/v1/audit/openings', opening, headers)
  return { officer, read, open }
}

async function setupInspected() {
  const backend = await setup()
  const checkpoint = await signInOfficer(backend)
  for (let times = 0; times < 3; times += 1) {
    await inspect(backend, checkpoint.headers, byNumber)
    backend.clock.at += 60_000
  }
  return { backend, checkpoint, ...(await setupReader(backend)) }
}

const toSeqs = (json: unknown) => entriesSchema.parse(json).entries.map(({ seq }) => seq)

it('is read newest first, by pages, and each reading is on record', async () => {
  const { backend, checkpoint, officer, read } = await setupInspected()

  const first = await read('?limit=2&action=inspect')
  const second = await read(`?limit=2&action=inspect&cursor=${first.json.nextCursor}`)
  const [newest] = await backend.store.audit.findNewest({ officerId: officer.officerId }, 1)

  expect([toSeqs(first.json), toSeqs(second.json)]).toEqual([[4, 3], [2]])
  expect(entriesSchema.parse(first.json).entries[0]).toMatchObject({
    chain: 'main',
    officerId: checkpoint.officer.officerId,
    action: 'inspect domestic id-number',
    reason: 'checkpoint',
    post: 'ga-hue',
    outcome: 'absent',
  })
  expect(newest).toMatchObject({ seq: 7, action: 'audit read', outcome: 'found' })
})

it('is filtered by officer, action and time', async () => {
  const { checkpoint, officer, read } = await setupInspected()
  const from = encodeURIComponent('2021-03-03T08:01:00+07:00')
  const to = encodeURIComponent('2021-03-03T08:02:00+07:00')

  const timed = await read(`?from=${from}&to=${to}`)
  const ofCheckpoint = await read(`?officerId=${checkpoint.officer.officerId}`)
  const own = await read(`?officerId=${officer.officerId}&action=audit`)
  const none = await read('?action=inspect%20entry')

  expect([timed, ofCheckpoint, own, none].map(({ json }) => toSeqs(json))).toEqual([
    [3],
    [4, 3, 2, 1],
    [7, 6],
    [],
  ])
})

it.each([
  'action=inspect%25',
  'action=Inspect',
  'from=yesterday',
  'officerId=1',
  'limit=0',
  'limit=201',
  'cursor=x',
])('84: refuses %s', async (query) => {
  const { read } = await setupReader(await setup())

  const { status, json } = await read(`?${query}`)

  expect([status, json.code]).toEqual([400, 'input_invalid'])
})

it('goes on with the same question alone', async () => {
  const { read } = await setupInspected()
  const { json } = await read('?limit=1&action=inspect')

  const other = await read(`?limit=1&action=officer&cursor=${json.nextCursor}`)

  expect(other.json.code).toBe('input_invalid')
})

it('opens the details of a row for a reason, which is kept', async () => {
  const { read, open } = await setupInspected()

  const opened = await open({ chain: 'main', seq: 2, reason: 'Đơn khiếu nại số 12' })
  const [seq = 0] = toSeqs((await read('?action=audit%20open')).json)
  const kept = await open({ chain: 'main', seq, reason: 'Kiểm tra' })

  expect(opened.status).toBe(201)
  expect(opened.json).toMatchObject({ entry: { seq: 2 }, details: { personIds: [] } })
  expect(kept.json.details).toEqual({ chain: 'main', seq: 2, reason: 'Đơn khiếu nại số 12' })
})

it('opens nothing without a reason, nor what is not there', async () => {
  const { open } = await setupInspected()

  const blank = await open({ chain: 'main', seq: 2, reason: ' ' })
  const absent = await open({ chain: 'main', seq: 99, reason: 'Kiểm tra' })
  const other = await open({ chain: 'other', seq: 1, reason: 'Kiểm tra' })

  expect([blank.json.code, absent.json.code, other.json.code]).toEqual([
    'input_invalid',
    'not_found',
    'not_found',
  ])
})

it('is for administrators alone', async () => {
  const backend = await setup()
  const { headers } = await signInOfficer(backend, 'province')

  const read = await send(backend, 'GET', '/v1/audit', undefined, headers)
  const opening = { chain: 'main', seq: 1, reason: 'Kiểm tra' }
  const opened = await send(backend, 'POST', '/v1/audit/openings', opening, headers)

  expect([read.json.code, opened.json.code]).toEqual(['forbidden', 'forbidden'])
})

it('97: is not read when that cannot be recorded', async () => {
  const backend = await setup()
  const { read } = await setupReader(backend)
  fillDisk(backend.store)

  const { status, json } = await read()

  expect([status, json.code]).toEqual([503, 'audit_unavailable'])
  expect(json).not.toHaveProperty('entries')
})

it('is opened as often as an officer may look people up, and no more', async () => {
  const { open } = await setupInspected()
  const opening = { chain: 'main', seq: 2, reason: 'Khiếu nại số 12' }
  for (let count = 0; count < 60; count += 1) await open(opening)

  const { json } = await open(opening)

  expect(json.code).toBe('rate_limited')
})
