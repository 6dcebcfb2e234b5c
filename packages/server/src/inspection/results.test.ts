import { createMemoryHolderStore, getGrants, openHolderKey } from '@kbyt/sdk/account'
import { getInspectionResults, inspect as lookUp, recordPassage } from '@kbyt/sdk/inspection'
import type { Journey } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { fillDisk } from '../audit/fill-disk.setup.js'
import { declare, newKey, send } from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { makeEntry } from '../entry.setup.js'
import { setupVenue } from '../venue/venue.setup.js'
import { idNumber, post, reason, setup } from './results.setup.js'

const minute = 60_000
/** Somebody who left an hour ago, and arrives in ten minutes. */
const onTheWay = {
  departureAt: '2021-03-03T07:00:00+07:00',
  arrivalAt: '2021-03-03T08:10:00+07:00',
}

describe('the three results', () => {
  it('are each an answer where there is nothing, never a blank', async () => {
    const { openHolder, showMyQr, officer } = await setup()
    const draw = await showMyQr(await openHolder())

    const subject = { by: 'my-qr' as const, text: await draw() }
    const results = await getInspectionResults(officer, { reason, post, subject })

    expect(results).toMatchObject({
      displayName: 'N.T.P. Thảo',
      birthYear: 1990,
      isVerified: false,
      venueScan: { state: 'none' },
      declaration: { state: 'none' },
      entry: { state: 'none' },
    })
    expect(JSON.stringify(results)).not.toContain(idNumber)
  })

  it('tell the newest declaration of either kind, and whether it was made before the return', async () => {
    const { backend, clock, openHolder, showMyQr, officer } = await setup()
    const holder = await openHolder()
    const draw = await showMyQr(holder)
    await declare(backend, holder.headers, makeEntry())
    const declaredAt = new Date(clock.at).toISOString()
    clock.at += 60_000
    await declare(backend, holder.headers)

    const subject = { by: 'my-qr' as const, text: await draw() }
    const { declaration, entry } = await getInspectionResults(officer, { reason, post, subject })

    expect(declaration).toEqual({
      state: 'found',
      at: new Date(clock.at).toISOString(),
      system: 'kbyt',
    })
    expect(entry).toEqual({
      state: 'found',
      declaredAt,
      isBeforeReturn: true,
      returnedAt: '2021-03-05T04:30:00.000Z',
      basis: 'stated',
    })
  })

  it('go by the post that was passed, before the arrival that was stated', async () => {
    const { backend, clock, openHolder, officer, findOne } = await setup()
    await declare(backend, (await openHolder()).headers, makeEntry())
    clock.at += 60_000
    const { inspectionId, person } = await findOne('entry')
    const found = { inspectionId, personId: person!.personId }

    const { passedAt } = await recordPassage(officer, found)
    const subject = { by: 'person' as const, ...found }
    const { entry } = await getInspectionResults(officer, { reason, post, subject })

    expect(entry).toMatchObject({ isBeforeReturn: true, returnedAt: passedAt, basis: 'passed' })
  })

  it('still say yes, with its time, when a journey is corrected behind the post', async () => {
    const { backend, clock, openHolder, officer, findOne } = await setup()
    const { headers } = await openHolder()
    await declare(backend, headers, makeEntry(onTheWay))
    const declaredAt = new Date(clock.at).toISOString()
    clock.at += minute
    const { inspectionId, person } = await findOne('entry')
    const found = { inspectionId, personId: person!.personId }
    const { passedAt } = await recordPassage(officer, found)
    clock.at += minute
    await declare(backend, headers, makeEntry({ ...onTheWay, seat: '12A' }))

    const subject = { by: 'person' as const, ...found }
    const { entry, declaration } = await getInspectionResults(officer, { reason, post, subject })

    expect(entry).toEqual({
      state: 'found',
      declaredAt,
      isBeforeReturn: true,
      returnedAt: passedAt,
      basis: 'passed',
    })
    expect(declaration).toMatchObject({ at: new Date(clock.at).toISOString() })
  })

  it('say whether a corrected journey was declared before the stated arrival, and not another one', async () => {
    const { backend, clock, openHolder, showMyQr, officer } = await setup()
    const holder = await openHolder()
    const draw = await showMyQr(holder)
    const declareAndAsk = async (changes: Partial<Journey>) => {
      await declare(backend, holder.headers, makeEntry(changes))
      const subject = { by: 'my-qr' as const, text: await draw() }
      return (await getInspectionResults(officer, { reason, post, subject })).entry
    }
    await declare(backend, holder.headers, makeEntry())
    clock.at = Date.parse(onTheWay.arrivalAt) + minute

    const late = await declareAndAsk(onTheWay)
    clock.at += minute
    const corrected = await declareAndAsk({ ...onTheWay, arrivalAt: '2021-03-03T08:11:30+07:00' })

    expect(late).toMatchObject({ isBeforeReturn: false, basis: 'stated' })
    expect(corrected).toMatchObject({ isBeforeReturn: true, basis: 'stated' })
  })

  it('do not count what was withdrawn', async () => {
    const { backend, openHolder, showMyQr, officer } = await setup()
    const holder = await openHolder()
    const draw = await showMyQr(holder)
    const { json } = await declare(backend, holder.headers, makeEntry())
    const headers = { ...holder.headers, 'idempotency-key': newKey() }
    await send(backend, 'POST', `/v1/declarations/${json.declarationId}/withdraw`, {}, headers)

    const subject = { by: 'my-qr' as const, text: await draw() }
    const results = await getInspectionResults(officer, { reason, post, subject })

    expect([results.declaration.state, results.entry.state]).toEqual(['none', 'none'])
  })

  it('are for a live code: neither a screenshot nor that of an earlier device', async () => {
    const { clock, openHolder, showMyQr, officer } = await setup()
    const holder = await openHolder()
    const draw = await showMyQr(holder)
    const text = await draw()
    const ask = () =>
      codeOf(getInspectionResults(officer, { reason, post, subject: { by: 'my-qr', text } }))
    const { publicKey } = await openHolderKey(createMemoryHolderStore())
    await getGrants(holder.client, { devicePublicKey: publicKey })
    const revoked = await ask()
    clock.at += 120_000

    expect([revoked, await ask()]).toEqual(['qr_revoked', 'qr_expired'])
  })

  it('of somebody found belong to the look-up and the officer who made it', async () => {
    const { backend, openHolder, officer, openOfficer, findOne, clock } = await setup()
    await declare(backend, (await openHolder()).headers)
    const { inspectionId, person } = await findOne('domestic')
    const other = await openOfficer('clinic')
    const ask = (client: typeof officer, changes: object = {}) => {
      const found = { inspectionId, personId: person!.personId, ...changes }
      const subject = { by: 'person' as const, ...found }
      return codeOf(getInspectionResults(client, { reason, post, subject }))
    }
    const stranger = makePersonId(clock.at)

    expect(await ask(officer)).toBe('none')
    expect(await ask(other)).toBe('not_found')
    expect(await ask(officer, { personId: stranger })).toBe('not_found')
  })

  it('are all an inspector of a venue sees, and by a live code alone', async () => {
    const { backend, openHolder, showMyQr, openOfficer } = await setup()
    const holder = await openHolder()
    const draw = await showMyQr(holder)
    const { venueCode } = (await setupVenue(backend)).venue
    const inspector = await openOfficer('inspector', { areas: [], venueCode })

    const subject = { by: 'my-qr' as const, text: await draw() }
    const results = await getInspectionResults(inspector, { subject })
    const query = { by: 'id-number', idNumber } as const
    const byNumber = codeOf(lookUp(inspector, { kind: 'domestic', reason, post, query }))

    expect(results.displayName).toBe('N.T.P. Thảo')
    expect(await byNumber).toBe('forbidden')
  })

  it('are nobody’s at a venue that is closed, or never was', async () => {
    const { backend, openHolder, showMyQr, openOfficer } = await setup()
    const draw = await showMyQr(await openHolder())
    const { owner, venue } = await setupVenue(backend)
    const { venueCode } = venue
    const inspector = await openOfficer('inspector', { areas: [], venueCode })
    const elsewhere = await openOfficer('inspector', { areas: [], venueCode: 'ABCD1234' })
    const subject = { by: 'my-qr' as const, text: await draw() }
    const ask = (client: typeof inspector) => codeOf(getInspectionResults(client, { subject }))
    const open = await ask(inspector)

    await send(backend, 'POST', '/v1/me/erasures', {}, { ...owner, 'idempotency-key': newKey() })

    expect([open, await ask(inspector), await ask(elsewhere)]).toEqual([
      'none',
      'forbidden',
      'forbidden',
    ])
  })

  it('need a reason and a post of an officer, and a role that looks people up', async () => {
    const { openHolder, showMyQr, officer, openOfficer } = await setup()
    const draw = await showMyQr(await openHolder())
    const subject = { by: 'my-qr' as const, text: await draw() }
    const administrator = await openOfficer('administrator')

    expect(await codeOf(getInspectionResults(officer, { subject }))).toBe('input_invalid')
    expect(await codeOf(getInspectionResults(administrator, { subject, reason, post }))).toBe(
      'forbidden',
    )
  })

  it('are on record before they leave', async () => {
    const { openHolder, showMyQr, officer, store } = await setup()
    const draw = await showMyQr(await openHolder())
    const subject = { by: 'my-qr' as const, text: await draw() }
    await getInspectionResults(officer, { reason, post, subject })
    fillDisk(store)

    const refused = await codeOf(getInspectionResults(officer, { reason, post, subject }))
    const rows = await store.audit.findRows('main', 1, 10)

    expect(refused).toBe('audit_unavailable')
    expect(rows.at(-1)).toMatchObject({ action: 'results my-qr', reason, post, outcome: 'found' })
  })
})

/** A UUID of nobody. */
const makePersonId = (nowMs: number) =>
  `${Math.floor(nowMs)
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`
