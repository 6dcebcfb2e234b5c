import { contract, fullPath } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import { ownOrigin, send, setup } from '../backend.setup.js'
import { createOpenApiDocument } from './create-open-api-document.js'

const methods = ['get', 'put', 'post', 'delete', 'patch']

function operations() {
  const { paths } = createOpenApiDocument()
  return Object.entries(Object(paths)).flatMap(([path, item]) =>
    Object.entries(Object(item)).map(([method, operation]) => ({
      path,
      method,
      ...Object(operation),
    })),
  )
}

it('has every endpoint of the contract, each with a summary', () => {
  const listed = operations().map(({ operationId, method, path }) => [operationId, method, path])

  expect(listed).toEqual(
    expect.arrayContaining(
      contract.map(({ id, method, path }) => [id, method.toLowerCase(), fullPath(path)]),
    ),
  )
  expect(listed).toHaveLength(contract.length)
  expect(operations().every(({ summary, method }) => summary && methods.includes(method))).toBe(
    true,
  )
})

it('declares each path parameter once, as required, and never again in the body', () => {
  for (const { path, parameters, requestBody } of operations()) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = parameters.filter((parameter: { in: string }) => parameter.in === 'path')
    expect(declared.map(({ name }: { name: string }) => name)).toEqual(names)
    expect(declared.every(({ required }: { required: boolean }) => required)).toBe(true)
    for (const name of names) expect(JSON.stringify(requestBody ?? {})).not.toContain(`"${name}"`)
  }
})

it('describes the body of a choice by all that can be chosen', () => {
  const submit = operations().find(({ operationId }) => operationId === 'submitDeclaration')
  const { oneOf } = submit.requestBody.content['application/json'].schema
  const kinds = oneOf.map(({ properties }: { properties: { kind: object } }) => properties.kind)

  expect(kinds).toEqual([
    { type: 'string', const: 'domestic' },
    { type: 'string', const: 'entry' },
  ])
})

it('lists the problems each operation answers, by status', () => {
  const verify = operations().find(({ operationId }) => operationId === 'verifyOtp')

  expect(verify.responses['410'].description).toBe('otp_expired, otp_tries_exhausted, otp_used')
})

it('is served, and refers to nothing that it does not hold', async () => {
  const { status, json } = await send(await setup(), 'GET', '/v1/openapi.json')
  const references = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to)

  expect([status, json.openapi]).toEqual([200, '3.1.0'])
  expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']))
})

it('names every way in of an endpoint that several may call', () => {
  const security = operations().find(({ operationId }) => operationId === 'recordVisits')?.security

  expect(security).toEqual([{ citizen: [] }, { device: [] }, { officer: [] }])
})

it('is made once, however often it is asked for: nobody keeps the server busy with it', async () => {
  const { app } = await setup()
  const ask = async () => (await app.request(`${ownOrigin}/v1/openapi.json`)).text()
  const first = await ask()
  const measure = async (work: () => unknown) => {
    const before = process.cpuUsage()
    for (let count = 0; count < 10; count += 1) await work()
    const { user } = process.cpuUsage(before)
    return user
  }

  const made = await measure(createOpenApiDocument)
  const asked = await measure(ask)

  expect(JSON.parse(first)).toEqual(createOpenApiDocument())
  expect(asked).toBeLessThan(made / 2)
})
