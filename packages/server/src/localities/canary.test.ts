import { expect, it } from 'vitest'
import {
  arrive,
  list,
  newNumber,
  record,
  report,
  setupArrivals,
} from '../arrivals/arrivals.setup.js'
import { declare, makeDeclaration, send, signIn, signInOfficer } from '../backend.setup.js'
import { listScreenings, makeIll, recordScreening } from '../screenings/screenings.setup.js'

const note = 'Ghi chú Hoàng Yến'

it('63, P9: no name, number, phone or note of an arrival or a screening is in a log line or a clear column', async () => {
  const backend = await setupArrivals()
  const number = newNumber()
  const fullName = 'Chim Hoàng Yến'
  await arrive(backend, { hostName: fullName, destinationAddress: 'Nhà Hoàng Yến' }, number)
  const citizen = await signIn(backend)
  const identityDocument = { type: 'cccd' as const, number }
  await declare(
    backend,
    citizen,
    makeDeclaration(makeIll({ symptoms: ['fever'] }, { fullName, identityDocument })),
  )
  const ward = await signInOfficer(backend, 'ward', ['19777'])
  const station = await signInOfficer(backend, 'health-station', ['19777'])
  const { arrivals } = await list(backend, ward.headers, '?hamlet=to%205')
  const { screenings } = await listScreenings(backend, station.headers)
  await record(backend, ward.headers, arrivals[0]!.arrivalId, { event: 'not-found', note })
  await recordScreening(backend, station.headers, screenings[0]!.screeningId, {
    event: 'called',
    note,
  })
  await report(backend, ward.headers, { by: 'id-number', idNumber: number })
  await report(backend, ward.headers, { by: 'id-number', idNumber: '046190999999' })
  const path = '/v1/arrivals/export?reason=health-follow-up'
  await send(backend, 'GET', `${path}&format=ndjson`, undefined, ward.headers)

  const everything = { areas: 'all' as const, state: undefined }
  const times = { from: undefined, until: undefined, hamletIndexes: undefined }
  const kept = [
    ...(await backend.store.arrivals.findArrivals({ ...everything, ...times }, undefined, 9)),
    ...(await backend.store.screenings.findScreenings(everything, undefined, 9)),
  ].flatMap(({ row, events }) => [row, ...events])
  const audited = await backend.store.audit.findRows('main', 1, 100)
  const clear = [...backend.logged, ...kept, ...audited].map((each) => JSON.stringify(each))

  expect(clear.length).toBeGreaterThanOrEqual(25)
  const canaries = ['Hoàng Yến', number, '046190999999', '905123456', 'Tổ 5', 'to 5', 'fever']
  for (const canary of canaries) expect(clear.join('\n')).not.toContain(canary)
})
