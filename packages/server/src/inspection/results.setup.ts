import { createClient } from '@kbyt/sdk'
import {
  createAccount,
  createMemoryHolderStore,
  createMyQr,
  getGrants,
  openHolderKey,
} from '@kbyt/sdk/account'
import { inspect as lookUp, openOfficerSession } from '@kbyt/sdk/inspection'
import type { OfficerRole } from '@kbyt/sdk/schema'
import {
  makeDeclaration,
  makePerson,
  openCitizen,
  ownOrigin,
  phone,
  setup as setupBackend,
} from '../backend.setup.js'
import { config, places } from '../entry.setup.js'

export const idNumber = '046190001234'
export const reason = 'checkpoint'
export const post = 'ga-hue'
const password = 'mot-mat-khau-dai'

/** A backend that takes entry declarations, an officer of a post, and holders of accounts. */
export async function setup() {
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
