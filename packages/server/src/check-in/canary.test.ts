import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { send, signIn, signInOfficer } from '../backend.setup.js'
import { createSqlStore } from '../sql.js'
import { findHistory, record, setupDoor } from './check-in.setup.js'

const canaries = [
  'Chim Hoàng Yến',
  'Hoàng Yến',
  'Tên Cửa Hàng',
  'Ngõ Canary',
  'Cổng Canary',
  '0905000002',
  '905000002',
  '2343822222',
  '046099777888',
  '0777888999',
  'Phương Thảo',
  'N.T.P. Thảo',
]

async function readFolder(folder: string): Promise<string> {
  const files = await readdir(folder)
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))))
  return contents.map((bytes) => bytes.toString('latin1')).join('')
}

const toLatin1 = (text: string) => Buffer.from(text).toString('latin1')

it('63, P9: nothing personal of venues and visits lies in the clear, in the database or the log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-canary-'))
  const store = await createSqlStore({ sqlite: join(folder, 'kbyt.sqlite') })
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  const door = await setupDoor(
    { store, isStrict: false },
    { name: 'Tên Cửa Hàng', contact: { fullName: 'Chim Hoàng Yến', phone: '0234 382 2222' } },
  )
  const { backend, owner, machine, path, scan, visitor, venue } = door
  const staff = { phone: '0905 000 002', role: 'staff' }
  await send(backend, 'POST', `${path}/staff`, staff, owner)
  const { json: device } = await send(
    backend,
    'POST',
    `${path}/devices`,
    { name: 'Cổng Canary' },
    owner,
  )
  await send(backend, 'PATCH', path, { address: { ...venue.address, street: 'Ngõ Canary' } }, owner)
  await record(backend, machine, [
    scan(),
    scan({ subject: { by: 'cccd', number: '046099777888' } }),
    scan({ subject: { by: 'bhyt', number: 'GD4010777888999' } }),
  ])
  const history = await findHistory(backend, owner, path)
  await send(backend, 'GET', '/v1/visits', undefined, visitor)
  await signIn(backend, '+84905000002')
  const officer = await signInOfficer(backend, 'province', ['46'])
  const request = { venueCode: venue.venueCode, reason: 'contact-tracing', post: 'ga-hue' }
  const traced = await send(backend, 'POST', '/v1/inspections/venues', request, officer.headers)
  await send(backend, 'GET', '/v1/venues/Chim Hoàng Yến')

  const outputs = [await readFolder(folder), toLatin1(JSON.stringify(backend.logged))]

  const secrets = [String(device.key), machine.authorization ?? '']
  expect(history.visits).toHaveLength(3)
  expect(JSON.stringify(traced.json)).toContain('046099777888')
  for (const output of outputs) {
    for (const canary of [...canaries, ...secrets]) expect(output).not.toContain(toLatin1(canary))
  }
})
