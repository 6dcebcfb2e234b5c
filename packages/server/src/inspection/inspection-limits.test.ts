import { describe, expect, it } from 'vitest'
import { listActions } from '../audit/list-actions.setup.js'
import { inspect, setup, signInOfficer } from '../backend.setup.js'
import { setupDeclared } from './declared.setup.js'

const number = '046190001234'
const byNumber = { by: 'id-number', idNumber: number }

describe('reasons, limits', () => {
  it.each([
    ['no reason', { reason: undefined }, 'reason required'],
    ['an unknown reason', { reason: 'curiosity' }, 'reason reason_unknown'],
    ['an unknown post', { post: 'nowhere' }, 'post post_unknown'],
  ])('90: refuses %s, and looks nobody up', async (_name, overrides, issue) => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend)

    const { status, json } = await inspect(backend, headers, byNumber, overrides)
    const issues = Array.isArray(json.issues) ? json.issues : []

    expect(status).toBe(400)
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([issue])
    expect(await listActions(backend)).toEqual([])
  })

  it('takes 60 look-ups a minute and 600 an hour from one officer', async () => {
    const backend = await setup()
    const { officer, headers } = await signInOfficer(backend)
    const other = await signInOfficer(backend)
    const { limits } = backend.store
    await limits.hit(`inspect:minute:${officer.officerId}`, 60_000, backend.clock.at, 59)
    const sixtieth = await inspect(backend, headers, byNumber)
    const next = await inspect(backend, headers, byNumber)
    const colleague = await inspect(backend, other.headers, byNumber)
    backend.clock.at += 60_000
    const minuteLater = await inspect(backend, headers, byNumber)
    await limits.hit(`inspect:hour:${officer.officerId}`, 3_600_000, backend.clock.at, 600)
    const tooMany = await inspect(backend, headers, byNumber)

    expect([sixtieth.status, next.status, colleague.status]).toEqual([201, 429, 201])
    expect(next.headers.get('retry-after')).toBe('60')
    expect([minuteLater.status, tooMany.status]).toEqual([201, 429])
  })

  it.each<[string, (index: number) => number]>([
    ['one after the other', (index) => index],
    ['backwards', (index) => -index],
    ['two by two', (index) => 2 * index],
    ['the even ones, then the odd', (index) => 2 * (index % 25) + Math.floor(index / 25)],
    ['across a thousand', (index) => 980 + index],
  ])('89: stops 50 neighbouring numbers with an alarm: %s', async (_name, toOffset) => {
    const backend = await setup()
    const { officer, headers } = await signInOfficer(backend)
    const statuses = []

    for (const index of [...Array(51).keys(), 49]) {
      backend.clock.at += 2_000
      const idNumber = String(46_190_001_200 + toOffset(index)).padStart(12, '0')
      statuses.push((await inspect(backend, headers, { by: 'id-number', idNumber })).status)
    }

    expect(statuses.slice(0, 49)).toEqual(Array(49).fill(201))
    expect(statuses.slice(49)).toEqual([429, 429, 429])
    expect(backend.alarms[0]).toEqual({
      code: 'sequential_look_ups',
      officerId: officer.officerId,
    })
  })

  it('89: stops 50 neighbouring phones with an alarm, however they are spelt', async () => {
    const backend = await setup()
    const { officer, headers } = await signInOfficer(backend)
    const statuses = []

    for (let index = 0; index < 51; index += 1) {
      backend.clock.at += 2_000
      const asked = `${index % 2 === 0 ? '0' : '+84 '}9051234${String(index).padStart(2, '0')}`
      statuses.push((await inspect(backend, headers, { by: 'phone', phone: asked })).status)
    }

    expect(statuses.slice(0, 49)).toEqual(Array(49).fill(201))
    expect(statuses.slice(49)).toEqual([429, 429])
    expect(backend.alarms[0]).toEqual({
      code: 'sequential_look_ups',
      officerId: officer.officerId,
    })
  })

  it('takes a queue of people, and the same person again', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend)
    const ask = async (offset: number) => {
      backend.clock.at += 2_000
      const idNumber = String(46_190_001_000 + offset).padStart(12, '0')
      return (await inspect(backend, headers, { by: 'id-number', idNumber })).status
    }
    const scattered = []
    for (let index = 0; index < 20; index += 1) scattered.push(await ask(1_000 + index * 13))
    const repeated = []
    for (let index = 0; index < 20; index += 1) repeated.push(await ask(5_000))

    expect(new Set([...scattered, ...repeated])).toEqual(new Set([201]))
    expect(backend.alarms).toEqual([])
  })
})
