import { describe, expect, it } from 'vitest'
import { signInOfficer } from '../backend.setup.js'
import { arrive, audits, newNumber, report, setupWard, withdraw } from './arrivals.setup.js'

describe('reporting at the ward', () => {
  it.each(['qr', 'pass', 'id-number'])('records somebody as met by %s', async (by) => {
    const { backend, headers, pass, number, officer } = await setupWard()
    const shown: Record<string, object> = {
      qr: { by, qr: pass.text },
      pass: { by, passId: pass.passId },
      'id-number': { by, idNumber: number.replace(/(...)/g, '$1 ') },
    }

    const { status, json } = await report(backend, headers, shown[by]!)

    expect([status, json.state]).toEqual([201, 'met'])
    expect(json.events).toMatchObject([{ event: 'met', officerId: officer.officerId }])
  })

  it('88: answers alike for somebody registered elsewhere and for nobody', async () => {
    const { backend, number } = await setupWard()
    const { headers } = await signInOfficer(backend, 'ward', ['19960'])
    const ask = (idNumber: string) => report(backend, headers, { by: 'id-number', idNumber })

    const elsewhere = await ask(number)
    const unknown = await ask(newNumber())

    expect([elsewhere.status, elsewhere.json]).toEqual([unknown.status, unknown.json])
    expect([unknown.status, unknown.json.code]).toEqual([404, 'arrival_elsewhere'])
    expect((await audits(backend)).map(({ outcome }) => outcome).slice(-2)).toEqual([
      'out_of_area',
      'absent',
    ])
  })

  it.each(['qr', 'pass'])('says what is wrong with a pass: %s', async (by) => {
    const { backend, pass, citizen, filed, headers } = await setupWard()
    const shown = by === 'qr' ? { by, qr: pass.text } : { by, passId: pass.passId }
    const other = await signInOfficer(backend, 'ward', ['19960'])
    const elsewhere = await report(backend, other.headers, shown)
    await withdraw(backend, citizen, filed.declarationId)
    const withdrawn = await report(backend, headers, shown)
    const expired = await arrive(backend)
    backend.clock.at += 40 * 86_400_000
    const later = await signInOfficer(backend, 'ward', ['19777'])
    const old = by === 'qr' ? { by, qr: expired.pass.text } : { by, passId: expired.pass.passId }

    expect([
      elsewhere.json.code,
      withdrawn.json.code,
      (await report(backend, later.headers, old)).json.code,
    ]).toEqual(['arrival_elsewhere', 'qr_revoked', 'qr_expired'])
  })

  it('knows neither a forged pass nor an invented id', async () => {
    const { backend, headers, pass } = await setupWard()
    const forged = `${pass.text.slice(0, -3)}${pass.text.endsWith('111') ? '222' : '111'}`

    const codes = [
      (await report(backend, headers, { by: 'qr', qr: forged })).json.code,
      (await report(backend, headers, { by: 'pass', passId: '0123456789abcdef' })).json.code,
    ]

    expect(codes).toEqual(['qr_forged', 'arrival_elsewhere'])
  })

  it('is not asked by nine zeros', async () => {
    const { backend, headers } = await setupWard()

    const { json } = await report(backend, headers, { by: 'id-number', idNumber: '000 000 000' })

    expect(json.code).toBe('inspection_placeholder')
  })

  it('89: stops an officer who counts through numbers', async () => {
    const { backend, headers } = await setupWard()
    const codes = []
    for (let index = 0; index < 50; index += 1) {
      backend.clock.at += 2_000
      const idNumber = String(46_190_001_200 + index).padStart(12, '0')
      codes.push((await report(backend, headers, { by: 'id-number', idNumber })).json.code)
    }

    expect(codes.at(48)).toBe('arrival_elsewhere')
    expect(codes.at(49)).toBe('rate_limited')
    expect(backend.alarms).toMatchObject([{ code: 'sequential_look_ups' }])
  })
})
