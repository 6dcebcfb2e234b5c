import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { contract } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'

const sdk = resolve(import.meta.dirname, '../packages/sdk')
const { exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'))

/** The sources of what a partner imports; the schemas are no functions of theirs. */
const sources = Object.entries(exports).flatMap(([subpath, target]) => {
  const { '@kbyt/source': source }: { '@kbyt/source'?: string } = Object(target)
  return source === undefined || subpath === './schema' ? [] : [source]
})

/**
 * A browser goes to the OpenID provider and back (`toOidcAddress` says where); the others are asked by the machine that runs a server, by address and without a client; and what the outbox of
 * `@kbyt/sdk/check-in` sends by itself.
 */
const exceptions = [
  'getHealth',
  'getReadiness',
  'getMetrics',
  'recordVisits',
  'startOidc',
  'finishOidc',
]

it('has a function for every endpoint of the contract, named after it', async () => {
  const functions = new Set<string>()
  for (const source of sources) {
    const entry: Record<string, unknown> = await import(join(sdk, source))
    for (const [name, value] of Object.entries(entry)) {
      if (typeof value === 'function') functions.add(name)
    }
  }

  // A redirect is gone to, not called.
  const called = contract.filter(({ status }) => status !== 303).map(({ id }) => id)
  const missing = called.filter((id) => !functions.has(id))
  expect(missing.filter((id) => !exceptions.includes(id))).toEqual([])
})

it('makes exceptions of endpoints that exist alone', () => {
  const known = contract.map((endpoint): string => endpoint.id)

  expect(exceptions.filter((id) => !known.includes(id))).toEqual([])
})
