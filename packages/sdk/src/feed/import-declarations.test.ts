import { createMock } from '@kbyt/mock-server'
import { defaultConfig } from '@kbyt/server'
import { describe, expect, it } from 'vitest'
import { createClient } from '../client/create-client.js'
import { generateSigningKey } from '../qr/sign.js'
import { importDeclarations } from './import-declarations.js'

const key = await generateSigningKey()
const { d: _d, ...publicKey } = key

const makeDeclaration = (number: string) => ({
  externalId: crypto.randomUUID(),
  declaredAt: new Date(Date.now() - 3_600_000).toISOString(),
  identityDocument: { type: 'cccd' as const, number },
  hasSymptom: false,
  hasContact: false,
})

/** A portal that takes in what NCOVI signs, and what went out to it. */
function setup() {
  const mock = createMock({ importSources: [{ source: 'ncovi', keys: [publicKey] }] })
  const sent: Request[] = []
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    sent.push(request.clone())
    return mock.app.fetch(request)
  }
  const client = createClient({ baseUrl: 'http://kbyt.test', fetch })
  const { issuer } = defaultConfig
  const send = (declarations: ReturnType<typeof makeDeclaration>[], changes: object = {}) =>
    importDeclarations(client, { source: 'ncovi', key, issuer, declarations, ...changes })
  return { mock, client, sent, send }
}

describe('importing declarations', () => {
  it('sends a line each, signed for the body, and says what became of every one', async () => {
    const { sent, send } = setup()
    const declarations = [makeDeclaration('046190001234'), makeDeclaration('046190001235')]

    const receipt = await send(declarations)
    const again = await send(declarations)

    expect(receipt.results).toEqual([
      { line: 1, result: 'accepted' },
      { line: 2, result: 'accepted' },
    ])
    expect(again).toMatchObject({ accepted: 0, duplicates: 2 })
    expect(sent[0]?.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await sent[0]?.text())?.trimEnd().split('\n') ?? []
    expect(lines.map((line) => JSON.parse(line))).toEqual(declarations)
  })

  it('names a line that is not taken, and takes the others', async () => {
    const { send } = setup()
    const wrong = { ...makeDeclaration('1'), declaredAt: '2019-01-01T00:00:00Z' }

    const { results } = await send([makeDeclaration('046190001234'), wrong])

    expect(results).toMatchObject([
      { result: 'accepted' },
      { line: 2, result: 'invalid', fault: 'line-invalid' },
    ])
  })

  it('says why nothing was taken: another key, another portal, another clock', async () => {
    const { mock, send } = setup()
    const declarations = [makeDeclaration('046190001234')]

    await expect(send(declarations, { key: await generateSigningKey() })).rejects.toMatchObject({
      code: 'key_unknown',
    })
    await expect(send(declarations, { issuer: 'https://other.vn' })).rejects.toMatchObject({
      code: 'import_forged',
    })
    await expect(send(declarations, { source: 'vhd' })).rejects.toMatchObject({
      code: 'import_forged',
    })
    mock.clock.advance(301_000)
    await expect(send(declarations)).rejects.toMatchObject({ code: 'import_stale' })
  })

  it('signs and sends nothing once it is given up', async () => {
    const { client, sent } = setup()
    const input = { source: 'ncovi' as const, key, issuer: defaultConfig.issuer, declarations: [] }
    const reason = new Error('closed')

    const given = importDeclarations(client, input, { signal: AbortSignal.abort(reason) })

    await expect(given).rejects.toBe(reason)
    expect(sent).toEqual([])
  })
})
