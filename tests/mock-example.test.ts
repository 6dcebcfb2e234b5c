import { createMock } from '@kbyt/mock-server'
import { setupMockServer } from '@kbyt/mock-server/node'
import { createClient, requestOtp, verifyOtp } from '@kbyt/sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'

const mock = createMock({ baseUrl: 'http://kbyt.test' })
const server = setupMockServer(mock)
beforeAll(() => server.listen())
afterAll(() => server.close())
it('proves a phone with the code it was sent', async () => {
  const client = createClient({ baseUrl: 'http://kbyt.test' })
  const { challengeId } = await requestOtp(client, { phone: '0905 123 456' })
  const code = mock.inbox.lastCode('0905 123 456')
  expect((await verifyOtp(client, { challengeId, code })).phone).toBe('+84905123456')
})
