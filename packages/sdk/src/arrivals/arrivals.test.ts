import { createMock } from '@kbyt/mock-server'
import { expect, it } from 'vitest'
import { createClient } from '../client/create-client.js'
import { getConfig } from '../config/get-config.js'
import { submitDeclaration } from '../declaration/submit-declaration.js'
import { openOfficerSession } from '../inspection/index.js'
import { requestOtp } from '../otp/request-otp.js'
import { verifyOtp } from '../otp/verify-otp.js'
import { consentSchema, declaredPersonSchema } from '../schema/declaration.js'
import type { JourneyPlace } from '../schema/journey.js'
import { exportArrivals, findArrivals, recordArrivalEvent, reportArrival } from './index.js'

const phone = '0905 123 456'
const login = { username: 'vy-da', password: 'mot-mat-khau-dai' }
const hour = 3_600_000

/** Somebody on the way to Vỹ Dạ, and the officer of that ward, each with their own client. */
async function setup(areas = ['19777']) {
  const closed = createMock()
  const connect = ({ app }: typeof closed) =>
    createClient({ baseUrl: 'http://kbyt.test', fetch: app.request })
  const config = await getConfig(connect(closed))
  const mock = createMock({
    config: { ...config, forms: [{ kind: 'entry' }, { kind: 'domestic' }] },
  })
  const citizen = connect(mock)
  const { challengeId } = await requestOtp(citizen, { phone })
  await verifyOtp(citizen, { challengeId, code: mock.inbox.lastCode(phone) })
  const seeded = await mock.seed([{ fullName: 'Trần Văn An' }])
  const { relation, person, health } = declaredPersonSchema.parse(seeded.people[0])
  const at = (hours: number) => new Date(mock.clock.now() + hours * hour).toISOString()
  const place: JourneyPlace = { ...person.address, hamlet: 'Tổ 5' }
  const filed = await submitDeclaration(citizen, {
    kind: 'entry',
    consents: seeded.consents.map((consent) => consentSchema.parse(consent)),
    people: [{ relation, person, health, recentPlaces: [] }],
    journey: {
      travellerKind: 'returner',
      origin: place,
      stays: [],
      purpose: 'home-visit',
      vehicle: 'other',
      departureAt: at(1),
      arrivalAt: at(9),
      destination: place,
      destinationAddress: '12 Nguyễn Huệ',
    },
  })

  await mock.app.addOfficer({ ...login, displayName: 'Bình', role: 'ward', areas })
  const officer = connect(mock)
  await openOfficerSession(officer, login)
  return { mock, officer, filed, reason: config.inspectionReasons[0]!.value }
}

it('finds who comes, page by page, and records what was done', async () => {
  const { officer, filed } = await setup()

  const page = await findArrivals(officer, { hamlet: 'to 5', limit: 1 })
  const { arrivalId } = page.arrivals[0]!
  const recorded = await recordArrivalEvent(officer, { arrivalId, event: 'met', note: 'Đã gặp' })

  expect(page).toMatchObject({ arrivals: [{ declarationId: filed.declarationId }] })
  expect(page.nextCursor).toBeUndefined()
  expect(recorded).toMatchObject({ state: 'met', events: [{ note: 'Đã gặp' }] })
  expect((await findArrivals(officer, { state: 'expected' })).arrivals).toEqual([])
})

it('records somebody who reports with the pass, whatever reply gets lost', async () => {
  const { mock, officer, filed } = await setup()
  mock.faults.failNext('reportArrival', 1, 'lost-reply')

  const met = await reportArrival(officer, { by: 'qr', qr: filed.people[0]!.pass.text })

  expect(met).toMatchObject({ state: 'met', events: [{ event: 'met' }] })
})

it('says alike of everybody else that they are not registered here', async () => {
  const { officer, filed } = await setup(['19960'])

  const reporting = reportArrival(officer, { by: 'pass', passId: filed.people[0]!.pass.passId })

  await expect(reporting).rejects.toMatchObject({ code: 'arrival_elsewhere' })
})

it.each([
  ['csv', 'text/csv', 'Trần Văn An'],
  ['ndjson', 'application/x-ndjson', '"state":"expected"'],
  ['fhir', 'application/fhir+json', '"QuestionnaireResponse"'],
] as const)('downloads the list as %s', async (format, type, text) => {
  const { officer, reason } = await setup()

  const file = await exportArrivals(officer, { format, reason })

  expect(file.type).toBe(type)
  expect(file.fileName).toMatch(/^arrivals-[\d-]+\.\w+$/)
  expect(await new Response(file.body).text()).toContain(text)
})

it('says which field is wrong before anything is sent', async () => {
  const { officer, reason } = await setup()

  await expect(findArrivals(officer, { limit: 201 })).rejects.toMatchObject({
    code: 'input_invalid',
    issues: [{ path: 'limit' }],
  })
  await expect(exportArrivals(officer, { reason, from: '2021-02-30' })).rejects.toMatchObject({
    issues: [{ path: 'from', code: 'date_impossible' }],
  })
})
