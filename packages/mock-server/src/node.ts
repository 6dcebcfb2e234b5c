import { type SetupServer, setupServer } from 'msw/node'
import type { Mock } from './create-mock.js'

/**
 * An MSW server for Node that answers with the mock. Use an `http:` base URL: MSW in Node does not
 * survive WebCrypto inside a handler for `https:`.
 *
 * @example
 * const server = setupMockServer(createMock({ baseUrl: 'http://kbyt.test' }))
 * server.listen({ onUnhandledFrame: 'error' })
 */
export function setupMockServer(mock: Pick<Mock, 'handlers'>): SetupServer {
  return setupServer(...mock.handlers)
}
