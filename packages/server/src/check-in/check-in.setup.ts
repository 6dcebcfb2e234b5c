import {
  filedDeclarationSchema,
  type Visit,
  type VisitSubject,
  visitReceiptSchema,
} from '@kbyt/sdk/schema'
import { declare, phone, send, setup, signIn, type TestBackend } from '../backend.setup.js'
import { createUuid } from '../identifiers.js'
import { addDevice, setupVenue } from '../venue/venue.setup.js'

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A venue with its owner and a machine, and a visitor with a pass of their own phone. */
export async function setupDoor(
  options: Parameters<typeof setup>[0] = {},
  venueChanges: Parameters<typeof setupVenue>[1] = {},
) {
  const backend = await setup(options)
  const { owner, venue, path } = await setupVenue(backend, venueChanges)
  const { headers: machine } = await addDevice(backend, owner, path)
  const visitor = await signIn(backend, phone)
  const { json } = await declare(backend, visitor)
  const filed = filedDeclarationSchema.parse(json)
  const [person] = filed.people
  const pass: VisitSubject = { by: 'pass', passId: person?.pass.passId ?? '' }
  const at = venue.venueCode

  function makeVisit(changes: Partial<Visit> = {}): Visit {
    return {
      visitId: createUuid(backend.clock.at, randomBytes),
      venueCode: at,
      direction: 'in',
      scannedBy: 'visitor',
      subject: pass,
      at: new Date(backend.clock.at).toISOString(),
      ...changes,
    }
  }
  const scan = (changes: Partial<Visit> = {}) => makeVisit({ scannedBy: 'staff', ...changes })

  return { backend, owner, venue, path, machine, visitor, filed, pass, makeVisit, scan }
}

type Headers = Record<string, string>

/** The inspector of a venue, as the headers of their calls. */
export async function signInInspector({ app }: TestBackend, venueCode: string): Promise<Headers> {
  const username = `inspector-${crypto.randomUUID()}`
  const credentials = { username, password: 'mot-mat-khau-dai' }
  const officer = { displayName: 'B', role: 'inspector', areas: [], venueCode } as const
  await app.addOfficer({ ...credentials, ...officer })
  const { json } = await send({ app }, 'POST', '/v1/officers/sessions', credentials)
  return { authorization: `Bearer ${json.token}` }
}

export function sendVisits(
  backend: TestBackend,
  headers: Headers,
  visits: readonly Visit[],
  sentAt = backend.clock.at,
) {
  const batch = { sentAt: new Date(sentAt).toISOString(), visits }
  return send(backend, 'POST', '/v1/visits', batch, headers)
}

/** Why each visit was refused; undefined where it was kept. */
export async function record(...args: Parameters<typeof sendVisits>) {
  const { json } = await sendVisits(...args)
  return visitReceiptSchema.parse(json).results.map(({ refusedWith }) => refusedWith)
}

/** The venue's history as its staff sees it. */
export async function findHistory(
  backend: TestBackend,
  headers: Headers,
  path: string,
  query = '',
) {
  const { json } = await send(backend, 'GET', `${path}/visits${query}`, undefined, headers)
  const visits: Record<string, unknown>[] = Array.isArray(json.visits) ? json.visits : []
  return { visits, nextCursor: json.nextCursor }
}
