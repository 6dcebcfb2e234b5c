import { generateSigningKey, importSigner } from '@kbyt/sdk/qr/sign'
import {
  type Access,
  filedDeclarationSchema,
  type JourneyPlace,
  type OfficerRole,
} from '@kbyt/sdk/schema'
import { list, setupArrivals } from '../arrivals/arrivals.setup.js'
import {
  declare,
  inspect,
  makeDeclaration,
  makeDeclared,
  newKey,
  send,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'
import { signInInspector } from '../check-in/check-in.setup.js'
import { openKey } from '../crypto/node-signing.js'
import { createNodeVault } from '../crypto/node-vault.js'
import { config, makeEntry } from '../entry.setup.js'
import { createUuid } from '../identifiers.js'
import { importSources } from '../imports/imports.setup.js'
import { isInArea } from '../inspection/is-in-area.js'
import { createListedInsurance } from '../insurance/create-listed-insurance.js'
import type { EkycProvider } from '../ports.js'
import { listScreenings } from '../screenings/screenings.setup.js'
import { addDevice, setupVenue } from '../venue/venue.setup.js'
import { type Owner, owners } from './people.setup.js'
import { oidc, operatorHeader } from './prepare-late-recipes.setup.js'
import { prepareRecipes } from './prepare-recipes.setup.js'

type Headers = Record<string, string>

/** Somebody who asks, and whose words they may be answered. */
export interface Caller {
  readonly name: string
  readonly headers: Headers
  /** What the contract calls them. */
  readonly kind?: Access
  readonly home?: JourneyPlace
  readonly maySee: (owner: number, endpointId: string) => boolean
}

/** A value that stands for something of an owner; without one it is everybody's. */
export interface Known {
  readonly value: unknown
  readonly owner?: number | undefined
}

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
/** A password is nothing here, and hashing it would take most of the time. */
const passwords = {
  hash: async (password: string) => `plain ${JSON.stringify(password)}`,
  verify: async (hash: string, password: string) => hash === `plain ${JSON.stringify(password)}`,
}

// as a server on Node has them: by WebCrypto ten thousand requests take a third longer
const secret = new Uint8Array(32).fill(7)
const vault = createNodeVault({
  indexKey: secret,
  otpKey: secret,
  encryptionKeys: [{ id: 'one', secret }],
})
const signer = generateSigningKey().then((key) => importSigner(key, openKey))

const stranger = {
  number: '046190001234',
  fullName: 'Lê Thị Xa',
  bornOn: '1990-05-20',
  gender: 'female' as const,
}

/** Reads the card that a photo is of. */
const ekyc: EkycProvider = {
  name: 'by number',
  async read({ card: [whose = 200] }) {
    const { identityDocument, ...named } = owners[whose]?.person ?? {
      ...stranger,
      identityDocument: stranger,
    }
    const { fullName, bornOn, gender } = named
    return {
      document: { idNumber: identityDocument.number, fullName, bornOn, gender },
      face: 'not-checked',
    }
  },
}

const { fullName, bornOn, gender } = stranger
const insurance = createListedInsurance([
  { cardNumber: 'DN4464612345678', fullName, bornOn, gender },
])

async function live(backend: TestBackend, owner: Owner, venueCode: string) {
  const headers = await signIn(backend, owner.phone)
  const { person, home } = owner
  const ill = { ...makeDeclared(), person }
  const declared = { ...ill, health: { ...ill.health, symptoms: ['fever' as const] } }
  const word = person.fullName
  const journey = { destination: home, destinationAddress: `12 ${word}`, hostName: word }
  const entry = makeEntry({ ...journey, seat: word, vehicleNumber: word }, [declared])
  const filed = []
  for (const declaration of [makeDeclaration(declared), entry]) {
    filed.push(filedDeclarationSchema.parse((await declare(backend, headers, declaration)).json))
  }
  const { consents } = makeDeclaration()
  const account = { person, consents }
  const key = { 'idempotency-key': newKey(), ...headers }
  await send(backend, 'POST', '/v1/accounts', account, key)
  const at = new Date(backend.clock.at).toISOString()
  const passes = filed.flatMap(({ people }) => people.map(({ pass }) => pass))
  const [pass] = passes
  const visitId = createUuid(backend.clock.at, randomBytes)
  const subject = { by: 'pass', passId: pass?.passId }
  const visit = { visitId, venueCode, direction: 'in', scannedBy: 'visitor', subject, at }
  await send(backend, 'POST', '/v1/visits', { sentAt: at, visits: [visit] }, headers)
  return { headers, filed, passes }
}

const grants: readonly (readonly [OfficerRole, readonly string[]])[] = [
  ['checkpoint', ['46']],
  ['clinic', ['46']],
  ['ward', ['19777']],
  ['ward', ['479']],
  ['ward', ['471', '19783']],
  ['health-station', ['19777']],
  ['health-station', ['474']],
  ['province', ['46']],
  ['administrator', ['46']],
]

/** An administrator opens records of what somebody asked about, and looks at photos with grounds. */
const opensForAdministrators = ['openAuditEntry', 'findCardPhotos']

/** Who sees whom by area. */
function toMaySee(role: OfficerRole, areas: readonly string[]): Caller['maySee'] {
  if (role === 'administrator')
    return (_, endpointId) => opensForAdministrators.includes(endpointId)
  return (owner) => isInArea([...areas], owners[owner]!.home, config)
}

/** People of four places, a venue, machines and officers of every role, with all they leave behind. */
export async function openWorld(overrides: Parameters<typeof setupArrivals>[0] = {}) {
  const backend = await setupArrivals({
    vault,
    signer: await signer,
    ...overrides,
    passwords,
    ekyc,
    insurance,
    importSources,
    oidc,
    cardPhotoDays: 30,
    readMetrics: async () => 'kbyt_up 1\n',
    isOperator: (request) => request.headers.get(operatorHeader) === 'yes',
  })
  const { owner: venueOwner, venue, path } = await setupVenue(backend)
  const { headers: machine, device } = await addDevice(backend, venueOwner, path)
  const nobody = () => false
  const callers: Caller[] = [
    { name: 'nobody', headers: {}, maySee: nobody },
    {
      name: 'a forged token',
      headers: { authorization: `Bearer kbyt_os_${'a'.repeat(43)}` },
      maySee: nobody,
    },
    { name: 'the venue', kind: 'citizen', headers: venueOwner, maySee: nobody },
    { name: 'a machine', kind: 'device', headers: machine, maySee: nobody },
    { name: 'a source', kind: 'source', headers: {}, maySee: nobody },
    {
      name: 'an inspector',
      kind: 'officer',
      headers: await signInInspector(backend, venue.venueCode),
      maySee: nobody,
    },
    {
      name: 'a stranger',
      kind: 'citizen',
      headers: await signIn(backend, '+84977000001'),
      maySee: nobody,
    },
  ]
  const known = new Map<string, Known[]>()
  const learn = (name: string, value: unknown, owner?: number) =>
    known.set(name, [...(known.get(name) ?? []), { value, owner }])

  for (const [index, owner] of owners.entries()) {
    const { headers, filed, passes } = await live(backend, owner, venue.venueCode)
    callers.push({
      name: `citizen ${index}`,
      kind: 'citizen',
      headers,
      home: owner.home,
      maySee: (whose) => whose === index,
    })
    learn('idNumber', owner.number, index)
    learn('phone', owner.phone, index)
    for (const { declarationId } of filed) learn('declarationId', declarationId, index)
    for (const { passId, text } of passes) {
      learn('passId', passId, index)
      // the QR shows its own facts to whoever has it: it belongs to all
      learn('qr', text)
    }
    backend.clock.at += 61_000
  }
  for (const [role, areas] of grants) {
    const { headers } = await signInOfficer(backend, role, [...areas])
    callers.push({
      name: `${role} of ${areas}`,
      kind: 'officer',
      headers,
      maySee: toMaySee(role, areas),
    })
  }
  await learnCases(backend, learn)
  learn('venueCode', venue.venueCode)
  learn('deviceId', device.deviceId)
  const recipes = await prepareRecipes(backend, callers, venue.venueCode)
  return { backend, callers, known, recipes, heard: new Map<string, string[]>() }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** What officers of the whole province come across. */
async function learnCases(
  backend: TestBackend,
  learn: (name: string, value: unknown, owner?: number) => void,
) {
  const { headers } = await signInOfficer(backend, 'province', ['46'])
  const whose = (number: string) => owners.findIndex((owner) => owner.number === number)
  for (const { arrivalId, person } of (await list(backend, headers, '?limit=200')).arrivals) {
    learn('arrivalId', arrivalId, whose(person.identityDocument.number))
  }
  const { screenings } = await listScreenings(backend, headers, '?limit=200')
  for (const { screeningId, person } of screenings) {
    learn('screeningId', screeningId, whose(person.identityDocument.number))
  }
  const post = await signInOfficer(backend, 'checkpoint')
  for (const [index, { number }] of owners.entries()) {
    const query = { by: 'id-number', idNumber: number }
    const { json } = await inspect(backend, post.headers, query, { kind: 'entry' })
    learn('inspectionId', json.inspectionId, index)
    const [person] = Array.isArray(json.people) ? json.people : []
    learn('personId', Object(person).personId, index)
  }
  const spare = await signInOfficer(backend, 'ward', ['19777'])
  learn('officerId', spare.officer.officerId)
}
