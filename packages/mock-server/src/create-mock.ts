import type { Config, FiledDeclaration } from '@kbyt/sdk/schema'
import type { App, ImportSourceKeys, PublishableKey } from '@kbyt/server'
import type { RequestHandler } from 'msw'
import { answerThrough } from './answer.js'
import { startBackend } from './backend.js'
import { createMockClock, type MockClock } from './clock.js'
import { createFaults, type MockFaults } from './faults.js'
import { createHandlers } from './handlers.js'
import { createInbox, type MockInbox } from './inbox.js'
import type { SeedPerson } from './sample-person.js'
import { type SeedOptions, seed } from './seed.js'

/** How {@link createMock} stands in for a portal. */
export interface MockOptions {
  /** Where the API is mocked, an origin or an MSW pattern. @defaultValue `'*'`, every origin */
  readonly baseUrl?: string
  /** What the portal decides. @defaultValue the demo portal of Thừa Thiên Huế */
  readonly config?: Config
  /** Keys of partners' pages. @defaultValue none */
  readonly publishableKeys?: readonly PublishableKey[]
  /** Systems that may send in declarations, with the keys they sign with. @defaultValue none */
  readonly importSources?: readonly ImportSourceKeys[]
  /** The origin of the page that calls. @defaultValue the page's own; none in Node */
  readonly origin?: string | undefined
}

/** The backend with its outside in your hands. */
export interface Mock {
  /** For MSW: `setupServer(...mock.handlers)`. */
  readonly handlers: RequestHandler[]
  /** The same backend without MSW: `createClient({ baseUrl, fetch: mock.app.request })`. */
  readonly app: MockApp
  readonly inbox: MockInbox
  readonly clock: MockClock
  readonly faults: MockFaults
  /**
   * Files one declaration for these people through the API; what a person lacks is filled in.
   *
   * @example
   * await mock.seed([{ fullName: 'Trần Văn An' }, { fullName: 'Trần Thị Bé', bornOn: '2019' }])
   */
  seed(people: readonly SeedPerson[], options?: SeedOptions): Promise<FiledDeclaration>
}

/** The real backend, called without a network. */
export interface MockApp extends Pick<App, 'addOfficer'> {
  fetch(request: Request): Promise<Response>
  readonly request: typeof globalThis.fetch
}

/**
 * Runs the real backend in this process, in memory, with a readable SMS inbox, a clock to move and
 * faults to order. Nothing is started before the first call.
 *
 * @example
 * const mock = createMock({ baseUrl: 'http://kbyt.test' })
 * const client = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
 */
export function createMock(options: MockOptions = {}): Mock {
  const { baseUrl = '*', config, publishableKeys = [], importSources = [] } = options
  const { origin = globalThis.location?.origin } = options
  const clock = createMockClock()
  const faults = createFaults()
  const { inbox, gateway } = createInbox()
  let started: Promise<App> | undefined
  const backend = () => {
    const origins = origin ? [origin] : []
    const partners = { origins, publishableKeys, importSources }
    started ??= startBackend({ config, clock, sms: gateway, ...partners })
    return started
  }
  const answer = answerThrough(backend, { faults, origin })
  const request: typeof globalThis.fetch = (input, init) => answer(toRequest(input, init))
  return {
    handlers: createHandlers(baseUrl, answer),
    app: {
      fetch: answer,
      request,
      addOfficer: async (officer) => (await backend()).addOfficer(officer),
    },
    inbox,
    clock,
    faults,
    seed: (people, seedOptions = {}) => seed({ fetch: request, ...inbox }, people, seedOptions),
  }
}

const toRequest = (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
  new Request(typeof input === 'string' ? new URL(input, 'http://localhost') : input, init)
