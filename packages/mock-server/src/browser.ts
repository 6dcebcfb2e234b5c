import { type SetupWorker, setupWorker } from 'msw/browser'
import type { Mock } from './create-mock.js'

/**
 * An MSW service worker that answers with the mock; `/mockServiceWorker.js` must be served, which
 * the plugin of `msw/vite` does.
 *
 * @example
 * const worker = setupMockWorker(createMock())
 * await worker.start({ onUnhandledFrame: 'bypass' })
 */
export function setupMockWorker(mock: Pick<Mock, 'handlers'>): SetupWorker {
  return setupWorker(...mock.handlers)
}
