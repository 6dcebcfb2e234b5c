import { readFile } from 'node:fs/promises'
import { arrivalSchema, maxExportedArrivals } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { ownOrigin, signInOfficer, type TestBackend } from '../backend.setup.js'
import { config } from '../entry.setup.js'
import { arrive, list, phuBai, record, setupArrivals, withdraw } from './arrivals.setup.js'
import { createFhirCheck } from './export/fhir-schema.setup.js'
import { exportFields } from './export/fields.js'
import { toQuestionnaire } from './export/to-questionnaire.js'

type Headers = Record<string, string>

async function download(backend: TestBackend, headers: Headers, query: string) {
  const path = `/v1/arrivals/export?reason=health-follow-up${query}`
  const response = await backend.app.request(`${ownOrigin}${path}`, { headers })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  return { status: response.status, headers: response.headers, bytes, text }
}

async function setupExport() {
  const backend = await setupArrivals()
  const first = await arrive(backend, { hostName: '=cmd|calc', hostPhone: '0234 3822 122' })
  const second = await arrive(backend, { stays: [], origin: phuBai })
  await arrive(backend, { destination: phuBai })
  const { officer, headers } = await signInOfficer(backend, 'ward', ['19777'])
  return { backend, first, second, officer, headers }
}

/** RFC 4180, read strictly: every cell in quotes, every line ended by CRLF. */
function parseCsv(text: string): string[][] {
  expect(text).toMatch(/^(?:"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\r\n)*$/)
  const lines = text.split('\r\n').slice(0, -1)
  return lines.map((line) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')),
  )
}

describe('CSV', () => {
  it('opens in Excel: byte order mark, both languages, a line for each person of the areas', async () => {
    const { backend, headers, first } = await setupExport()

    const { bytes, text, headers: answered } = await download(backend, headers, '&format=csv')
    const [header, ...rows] = parseCsv(text.slice(1))

    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(Object.fromEntries(answered)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="arrivals-2021-03-03.csv"',
      'cache-control': 'no-store',
    })
    expect(header?.slice(0, 3)).toEqual([
      'Họ và tên / Full name',
      'Loại giấy tờ / Document',
      'Số giấy tờ / Document number',
    ])
    expect(rows).toHaveLength(2)
    expect(rows.map((cells) => cells.length)).toEqual([header?.length, header?.length])
    const number = first.number.replace(/(...)(?=.)/g, '$1 ')
    const row = rows.find((each) => each.includes(number))
    const cells = Object.fromEntries(exportFields.map(({ linkId }, n) => [linkId, row?.[n]]))
    expect(cells).toMatchObject({
      'person.full-name': 'Nguyễn Thị Phương Thảo',
      'person.document-number': number,
      'person.gender': 'Nữ',
      'journey.origin': 'Tổ 12, Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
      'journey.arrival-at': '2021-03-05 11:30',
      'destination.place': 'Tổ 5, Phường Vỹ Dạ, Thành phố Huế, Tỉnh Thừa Thiên Huế',
      'destination.host-name': "'=cmd|calc",
      'destination.host-phone': '02 343 822 122',
      'arrival.state': 'Chưa đến',
      'arrival.passed-at': '',
    })
  })

  it('writes out what was recorded, by the filters of the list', async () => {
    const { backend, headers } = await setupExport()
    const { arrivals } = await list(backend, headers)
    await record(backend, headers, arrivals[1]!.arrivalId, { event: 'met' })

    const { text } = await download(backend, headers, '&format=csv&state=met')

    expect(parseCsv(text.slice(1))).toHaveLength(2)
    expect(text).toContain('"Đã gặp"')
  })
})

describe('NDJSON', () => {
  it('holds what the list answers, one a line', async () => {
    const { backend, headers } = await setupExport()
    const { arrivals } = await list(backend, headers)

    const { text, headers: answered } = await download(backend, headers, '&format=ndjson')

    const lines = text.split('\n').slice(0, -1)
    expect(lines.map((line) => arrivalSchema.parse(JSON.parse(line)))).toEqual(arrivals)
    expect(answered.get('content-type')).toBe('application/x-ndjson')
  })
})

describe('FHIR', () => {
  const findFaults = createFhirCheck()

  it('is a Bundle that the R4 schema of HL7 takes: a Questionnaire and a response each', async () => {
    const { backend, headers, second } = await setupExport()
    await withdraw(backend, second.citizen, second.filed.declarationId)

    const { text, headers: answered } = await download(backend, headers, '&format=fhir')
    const bundle = JSON.parse(text)

    expect(findFaults(bundle)).toEqual([])
    expect(answered.get('content-type')).toBe('application/fhir+json')
    const resources = bundle.entry.map((entry: { resource: object }) => entry.resource)
    const [questionnaire, ...responses] = resources
    expect(questionnaire).toMatchObject({ resourceType: 'Questionnaire', status: 'active' })
    for (const response of responses) expect(response.questionnaire).toBe(questionnaire.url)
    expect(responses.map(({ status }: { status: string }) => status).sort()).toEqual([
      'completed',
      'entered-in-error',
    ])
  })

  it('answers by the linkIds of its Questionnaire alone, each once', async () => {
    const { backend, headers } = await setupExport()
    const bundle = JSON.parse((await download(backend, headers, '&format=fhir')).text)
    type Item = { linkId: string; answer?: object[] }
    const [asked, ...responses]: Item[][] = bundle.entry.map(
      (entry: { resource: { item: Item[] } }) => entry.resource.item,
    )
    const order = asked!.map(({ linkId }) => linkId)

    expect(new Set(order).size).toBe(order.length)
    for (const items of responses) {
      const ids = items.map(({ linkId }) => linkId)
      expect(ids).toEqual(order.filter((linkId) => ids.includes(linkId)))
    }
    expect(responses[0]).toContainEqual({
      linkId: 'journey.arrival-at',
      answer: [{ valueDateTime: '2021-03-05T04:30:00.000Z' }],
    })
  })

  it('is explained linkId by linkId, type by type, in the docs', async () => {
    const page = await readFile(
      new URL('../../../../docs/how-to/work-off-arrivals-and-screenings.md', import.meta.url),
      'utf8',
    )
    const { item } = toQuestionnaire(config)

    const explained = [...page.matchAll(/^\| `([\w.-]+)` \| (string|date|dateTime) \|/gm)]
    expect(explained.map(([, linkId, type]) => ({ linkId, type }))).toEqual(
      item.map(({ linkId, type }) => ({ linkId, type })),
    )
  })

  it('is shown to be checked: the schema refuses an answer of another type', async () => {
    const { backend, headers } = await setupExport()
    const { text } = await download(backend, headers, '&format=fhir')

    const broken = text.replace('"valueDate":"1990-05-20"', '"valueDate":"20.5.1990"')

    expect(findFaults(JSON.parse(broken))).not.toEqual([])
  })
})

describe('an export', () => {
  it.each([
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['application/fhir+json;q=0.9, */*;q=0.1', 'application/fhir+json'],
    ['*/*', 'text/csv; charset=utf-8'],
  ])('is written in what Accept: %s wants', async (accept, type) => {
    const { backend, headers } = await setupExport()

    const answer = await download(backend, { accept, ...headers }, '')

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  })

  it('is on record with its size and reason before a byte of it leaves', async () => {
    const { backend, headers, officer } = await setupExport()

    await download(backend, headers, '&format=ndjson')

    expect((await backend.store.audit.findRows('main', 1, 100)).at(-1)).toMatchObject({
      officerId: officer.officerId,
      action: 'export arrivals ndjson',
      reason: 'health-follow-up',
      outcome: 'exported 2',
    })
    backend.store.audit.append = () => Promise.reject(new Error('the disk is full'))
    expect((await download(backend, headers, '')).status).toBe(503)
  })

  it('goes through as many pages as it takes', async () => {
    const { backend, headers } = await setupExport()
    const { findArrivals } = backend.store.arrivals
    const [found] = await findArrivals(
      {
        areas: 'all',
        from: undefined,
        until: undefined,
        state: undefined,
        hamletIndexes: undefined,
      },
      undefined,
      1,
    )
    const pages = [200, 200, 7]
    backend.store.arrivals.findArrivals = async () => Array(pages.shift() ?? 0).fill(found)

    const { text } = await download(backend, headers, '&format=ndjson')

    expect(text.split('\n').slice(0, -1)).toHaveLength(407)
  })

  it('of too many people is refused as a whole, and audited', async () => {
    const { backend, headers } = await setupExport()
    backend.store.arrivals.countArrivals = async () => maxExportedArrivals + 1

    const { status, text } = await download(backend, headers, '')

    expect([status, JSON.parse(text).code]).toEqual([422, 'export_too_large'])
    expect((await backend.store.audit.findRows('main', 1, 100)).at(-1)).toMatchObject({
      outcome: 'export_too_large',
    })
  })

  it('breaks off when too many were added since they were counted', async () => {
    const { backend, headers } = await setupExport()
    const { findArrivals } = backend.store.arrivals
    backend.store.arrivals.findArrivals = async (filter) => {
      const [found] = await findArrivals(filter, undefined, 1)
      return Array(maxExportedArrivals + 1).fill(found)
    }

    await expect(download(backend, headers, '&format=ndjson')).rejects.toThrow()
  })

  it('is made 20 times an hour, and for a reason the portal knows', async () => {
    const { backend, headers, officer } = await setupExport()
    const { limits } = backend.store
    await limits.hit(`export:hour:${officer.officerId}`, 3_600_000, backend.clock.at, 19)

    const unknown = await backend.app.request(`${ownOrigin}/v1/arrivals/export?reason=none`, {
      headers,
    })
    const statuses = [await download(backend, headers, ''), await download(backend, headers, '')]

    expect(await unknown.json()).toMatchObject({
      code: 'input_invalid',
      issues: [{ path: 'reason', code: 'reason_unknown' }],
    })
    expect(statuses.map(({ status }) => status)).toEqual([200, 429])
  })
})
