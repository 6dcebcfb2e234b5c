import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { openOfficerSession } from '../inspection/index.js'
import { findScreenings, recordScreeningEvent } from './index.js'

const login = { username: 'tram-vy-da', password: 'mot-mat-khau-dai' }

async function setup(areas = ['19777']) {
  const { mock, client } = setupMock()
  await mock.seed([{ fullName: 'Trần Văn An', symptoms: ['fever'] }])
  await mock.app.addOfficer({ ...login, displayName: 'Bình', role: 'health-station', areas })
  await openOfficerSession(client, login)
  return { mock, client }
}

it('finds who is to be called, and records that it was done', async () => {
  const { client } = await setup()

  const { screenings } = await findScreenings(client, { state: 'waiting' })
  const { screeningId } = screenings[0]!
  const recorded = await recordScreeningEvent(client, { screeningId, event: 'called' })

  expect(screenings).toMatchObject([
    { person: { fullName: 'Trần Văn An' }, declarerPhone: '+84905123456', severity: 2 },
  ])
  expect(recorded).toMatchObject({ state: 'called', events: [{ event: 'called' }] })
  expect((await findScreenings(client, { state: 'waiting' })).screenings).toEqual([])
})

it('finds nobody outside the areas of the station', async () => {
  const { client } = await setup(['19960'])

  expect((await findScreenings(client)).screenings).toEqual([])
})
