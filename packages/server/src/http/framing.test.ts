import { contract, type Endpoint } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import { setup, signInOfficer } from '../backend.setup.js'
import { ask } from '../matrix/ask.setup.js'

const endpoints: readonly Endpoint[] = contract

it('95: lets no page frame an answer, on any endpoint', async () => {
  const backend = await setup()
  const { headers } = await signInOfficer(backend)
  const policies = new Map<string, string | null>()

  for (const endpoint of endpoints) {
    const { answerHeaders } = await ask(backend, endpoint, {}, headers)
    policies.set(endpoint.id, answerHeaders.get('content-security-policy'))
  }

  const framed = [...policies].filter(([, policy]) => !policy?.includes("frame-ancestors 'none'"))
  expect(framed).toEqual([])
})
