import { inspectionSchema } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import { arrive, list, report, setupArrivals } from '../arrivals/arrivals.setup.js'
import {
  child,
  declare,
  inspect,
  makeDeclaration,
  makeDeclared,
  phone,
  send,
  signIn,
  signInOfficer,
} from '../backend.setup.js'
import { listScreenings, noContact, recordScreening } from '../screenings/screenings.setup.js'

it('ACCEPTANCE 9: the station sees the child on top with the fever and the phone of the parent, and calls', async () => {
  const backend = await setupArrivals()
  const contact = { symptoms: [], contacts: { ...noContact, symptomatic: true } }
  const fever = { symptoms: ['fever'], contacts: noContact }
  const people = [
    { ...makeDeclared(), health: contact },
    { ...child(), health: fever },
  ]
  await declare(backend, await signIn(backend), makeDeclaration(...people))
  const { headers } = await signInOfficer(backend, 'health-station', ['19777'])

  const { screenings } = await listScreenings(backend, headers)
  const { json } = await recordScreening(backend, headers, screenings[0]!.screeningId, {
    event: 'called',
  })

  expect(screenings.map(({ person, declarerPhone }) => [person.fullName, declarerPhone])).toEqual([
    ['Nguyễn Văn Bé', phone],
    ['Nguyễn Thị Phương Thảo', phone],
  ])
  expect(json.state).toBe('called')
})

it('ACCEPTANCE 30: the ward finds who passed the post by thôn/tổ and meets them by their pass; another ward sees nobody', async () => {
  const backend = await setupArrivals()
  const { number, pass } = await arrive(backend)
  const checkpoint = await signInOfficer(backend, 'checkpoint', ['46'])
  const ward = await signInOfficer(backend, 'ward', ['19777'])
  const otherWard = await signInOfficer(backend, 'ward', ['19960'])

  const query = { by: 'id-number', idNumber: number }
  const found = await inspect(backend, checkpoint.headers, query, { kind: 'entry' })
  const { inspectionId, people } = inspectionSchema.parse(found.json)
  const path = `/v1/inspections/${inspectionId}/passed`
  const { personId } = people[0]!
  backend.clock.at += 60_000
  await send(backend, 'POST', path, { personId }, checkpoint.headers)
  const listed = await list(backend, ward.headers, '?hamlet=to%205&state=passed')
  const met = await report(backend, ward.headers, { by: 'qr', qr: pass.text })

  expect(listed.arrivals).toMatchObject([
    { person: { identityDocument: { number } }, passedAt: '2021-03-03T01:01:00.000Z' },
  ])
  expect(met.json).toMatchObject({ state: 'met', events: [{ event: 'passed' }, { event: 'met' }] })
  expect((await list(backend, otherWard.headers)).arrivals).toEqual([])
  expect((await report(backend, otherWard.headers, { by: 'qr', qr: pass.text })).json.code).toBe(
    'arrival_elsewhere',
  )
})
