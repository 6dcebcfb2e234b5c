import { createClient } from '@kbyt/sdk'
import {
  createAccount,
  createMemoryHolderStore,
  createMyQr,
  getGrants,
  openHolderKey,
} from '@kbyt/sdk/account'
import {
  getInspectionResults,
  inspect as lookUp,
  openOfficerSession,
  recordPassage,
} from '@kbyt/sdk/inspection'
import type { Policy } from '@kbyt/sdk/policy'
import { publishPolicy, savePolicyDraft, tryPolicy } from '@kbyt/sdk/policy-publishing'
import type { OfficerRole } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import {
  child,
  declare,
  makeDeclaration,
  makePerson,
  newKey,
  openCitizen,
  ownOrigin,
  phone,
  send,
  setup as setupBackend,
} from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { config, makeEntry, places } from '../entry.setup.js'

const idNumber = '046190001234'
const reason = 'checkpoint'
const post = 'ga-hue'
const password = 'mot-mat-khau-dai'

async function setup() {
  const backend = await setupBackend({ config, places })
  const { app, clock } = backend

  async function openOfficer(role: OfficerRole = 'checkpoint', grant: object = { areas: ['46'] }) {
    const username = `officer-${crypto.randomUUID()}`
    await app.addOfficer({ username, password, displayName: 'A', role, areas: [], ...grant })
    const client = createClient({ baseUrl: ownOrigin, fetch: app.request })
    await openOfficerSession(client, { username, password })
    return client
  }

  const openHolder = (holder = phone) => openCitizen(backend, holder)

  /** A live code of an account of this person. */
  async function showMyQr({ client }: Awaited<ReturnType<typeof openHolder>>) {
    const consents = makeDeclaration().consents
    await createAccount(client, { person: makePerson(), consents })
    const holderKey = await openHolderKey(createMemoryHolderStore())
    const { grants } = await getGrants(client, { devicePublicKey: holderKey.publicKey })
    return () => createMyQr({ grants, holderKey }, { now: clock.at })
  }

  const officer = await openOfficer()
  const findOne = async (kind: 'domestic' | 'entry', client = officer) => {
    const query = { by: 'id-number', idNumber } as const
    const { inspectionId, people } = await lookUp(client, { kind, reason, post, query })
    return { inspectionId, person: people[0] }
  }
  return { ...backend, backend, openOfficer, openHolder, showMyQr, officer, findOne }
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
    const { openHolder, showMyQr, openOfficer } = await setup()
    const holder = await openHolder()
    const draw = await showMyQr(holder)
    const inspector = await openOfficer('inspector', { areas: [], venueCode: 'ABCD1234' })

    const subject = { by: 'my-qr' as const, text: await draw() }
    const results = await getInspectionResults(inspector, { subject })
    const query = { by: 'id-number', idNumber } as const
    const byNumber = codeOf(lookUp(inspector, { kind: 'domestic', reason, post, query }))

    expect(results.displayName).toBe('N.T.P. Thảo')
    expect(await byNumber).toBe('forbidden')
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
    Object.assign(store.audit, { append: () => Promise.reject(new Error('disk full')) })

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

describe('passing a post', () => {
  it('keeps the first moment', async () => {
    const { backend, clock, openHolder, officer, findOne } = await setup()
    await declare(backend, (await openHolder()).headers, makeEntry())
    const { inspectionId, person } = await findOne('entry')
    const found = { inspectionId, personId: person!.personId }

    const first = await recordPassage(officer, found)
    clock.at += 60_000
    const second = await recordPassage(officer, found)

    expect(second).toEqual(first)
    expect((await findOne('entry')).person?.passedAt).toBe(first.passedAt)
  })

  it('is not for who is not expected, nor for officers of a ward', async () => {
    const { backend, openHolder, officer, openOfficer, findOne } = await setup()
    await declare(backend, (await openHolder()).headers)
    const ward = await openOfficer('ward', { areas: ['19777'] })
    const here = await findOne('domestic')
    const there = await findOne('domestic', ward)
    const toFound = ({ inspectionId, person }: typeof here) => ({
      ...{ inspectionId, personId: person!.personId },
    })

    expect(await codeOf(recordPassage(officer, toFound(here)))).toBe('not_found')
    expect(await codeOf(recordPassage(ward, toFound(there)))).toBe('forbidden')
  })
})

describe('what the policy asks of somebody found', () => {
  const policy: Policy = {
    version: 'test-phuc-xa',
    label: { vi: 'Thử', en: 'Test' },
    validFrom: '2021-03-01T00:00:00+07:00',
    legalBasis: 'Công văn 1/UBND',
    placesVersion: '2021-03',
    lookBackDays: 14,
    riskLevels: [{ value: 'high', label: { vi: 'Cao', en: 'High' } }],
    zones: [
      {
        level: 'ward',
        id: 'phuc-xa',
        name: 'Phường Phúc Xá',
        riskLevel: 'high',
        from: '2021-02-01T00:00:00+07:00',
        provinceCode: '01',
        districtCode: '001',
        wardCode: '00001',
      },
    ],
    rules: [
      {
        id: 'high',
        label: { vi: 'Từ vùng nguy cơ cao', en: 'From a high-risk area' },
        conditions: { riskLevels: ['high'] },
        measure: 'central-quarantine',
        days: 14,
        testDays: [1],
      },
    ],
    defaultMeasure: { measure: 'none', days: 0, testDays: [] },
    examples: [],
  }

  it('asks an officer while there is no policy, and applies the next one at once', async () => {
    const { backend, openHolder, openOfficer, findOne } = await setup()
    await declare(
      backend,
      (await openHolder()).headers,
      makeEntry({}, [...makeEntry().people, child()]),
    )
    const before = await findOne('entry')
    const author = await openOfficer('province')
    const { policyId } = await savePolicyDraft(author, { policy })
    const { dryRunId } = await tryPolicy(author, { policyId })
    await publishPolicy(author, { policyId, dryRunId })

    const after = await findOne('entry')

    expect(before.person?.decision).toMatchObject({
      measure: 'ask-officer',
      missing: [{ code: 'policy_not_in_force' }],
    })
    expect(after.person?.decision).toMatchObject({
      measure: 'central-quarantine',
      days: 14,
      legalBasis: ['Công văn 1/UBND'],
      rules: [{ ruleId: 'high', stays: [{ stay: 0, zoneIds: ['phuc-xa'] }, { stay: 1 }] }],
    })
  })

  it('says nothing of a domestic declaration', async () => {
    const { backend, openHolder, findOne } = await setup()
    await declare(backend, (await openHolder()).headers)

    expect((await findOne('domestic')).person).not.toHaveProperty('decision')
  })
})
