import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { vyDa } from '../arrivals/arrivals.setup.js'
import {
  inspect,
  makeDeclaration,
  makeDeclared,
  newKey,
  send,
  type TestBackend,
} from '../backend.setup.js'
import { owners } from './people.setup.js'
import { prepareLateRecipes } from './prepare-late-recipes.setup.js'
import type { Caller } from './world.setup.js'

/** What an endpoint answers that chance alone never asks rightly, and who asks. */
export interface Recipe {
  readonly by: string
  /** What is sent, with headers beside those of who asks. */
  make(): Promise<{
    readonly input: Readonly<Record<string, unknown>>
    readonly headers?: Record<string, string>
  }>
}

const policies = new URL('../../../sdk/policies/', import.meta.url)
const policySchema = z.looseObject({ version: z.string() })
const policy = policySchema.parse(
  JSON.parse(await readFile(new URL('hue-2021-03-03.json', policies), 'utf8')),
)
const post = 'checkpoint of 46'
const province = 'province of 46'
const ward = 'ward of 19777'
const administrator = 'administrator of 46'

/** The photo that shows an owner's card; every other one shows a stranger's. */
export const toCardPhoto = (owner: number) => Buffer.from([owner]).toString('base64')
const strangersPhoto = Buffer.from([200]).toString('base64')

/** Does in a world what has to be done before, and says what can be asked then. */
export async function prepareRecipes(
  backend: TestBackend,
  callers: Caller[],
  venueCode: string,
): Promise<ReadonlyMap<string, Recipe>> {
  const ask = async (by: string, path: string, body: object) => {
    const { headers = {} } = callers.find(({ name }) => name === by) ?? {}
    const key = { 'idempotency-key': newKey() }
    return (await send(backend, 'POST', `/v1${path}`, body, { ...key, ...headers })).json
  }
  const add: Add = async (id, by, input) => {
    const made = { input: { ...(await input) } }
    return [id, { by, make: async () => made }]
  }

  return new Map([
    ...(await addPapers(add, ask, backend)),
    ...(await addPolicies(add, ask)),
    ...(await addInspections(add, callers, backend)),
    ...(await addVenue(add, ask, venueCode)),
    ...(await addPhotos(add, ask)),
    ...(await addSignIns(add, ask, backend)),
    ...(await addFeed(add, ask, callers)),
    ...(await addRights(add)),
    ...(await prepareLateRecipes(backend, callers, venueCode)),
  ])
}

type Ask = (by: string, path: string, body: object) => Promise<Record<string, unknown>>
type Add = (
  id: string,
  by: string,
  input: Promise<object> | object,
) => Promise<readonly [string, Recipe]>

async function addPapers(add: Add, ask: Ask, { clock }: TestBackend) {
  const { paperId } = await ask(post, '/papers', { kind: 'domestic', note: 'số 12' })
  const number = '046191099999'
  const stranger = makeDeclared({ identityDocument: { type: 'cccd', number } })
  const [reason, checkedBy, enteredBy] = ['mất mạng', 'Trần An', 'Lê Bình']
  const writtenAt = new Date(clock.at).toISOString()
  const declaration = makeDeclaration(stranger)
  const entered = { channel: 'paper', reason, writtenAt, checkedBy, enteredBy, declaration }
  return [
    await add('setPaperAside', post, { paperId, reason: 'không đọc được' }),
    await add('submitPaperDeclaration', post, entered),
  ]
}

async function addPolicies(add: Add, ask: Ask) {
  const draft = async (version: string) => {
    const drafted = { policy: { ...policy, version } }
    const { policyId } = await ask(province, '/policies/drafts', drafted)
    const { dryRunId } = await ask(province, '/policies/dry-runs', { policyId })
    return { policyId, dryRunId }
  }
  await ask(province, '/policies', await draft(policy.version))
  const { policyId, dryRunId } = await draft('next')
  return [
    await add('getPolicy', 'nobody', {}),
    await add('getPolicyRecord', province, { policyId }),
    await add('savePolicyDraft', province, { policy }),
    await add('tryPolicy', province, { policyId }),
    await add('publishPolicy', province, { policyId, dryRunId }),
  ]
}

async function addInspections(add: Add, callers: readonly Caller[], backend: TestBackend) {
  const { headers = {} } = callers.find(({ name }) => name === post) ?? {}
  const query = { by: 'id-number', idNumber: owners[0]?.number }
  const { json } = await inspect(backend, headers, query, { kind: 'entry' })
  const { inspectionId } = json
  const [person] = Array.isArray(json.people) ? json.people : []
  const { personId } = Object(person)
  const subject = { by: 'person', inspectionId, personId }
  return [
    await add('getInspectionResults', post, { reason: 'checkpoint', post: 'ga-hue', subject }),
    await add('recordPassage', post, { inspectionId, personId }),
  ]
}

async function addVenue(add: Add, ask: Ask, venueCode: string) {
  const by = 'the venue'
  const staff = { phone: '0977000003', role: 'staff' }
  const { staffId } = await ask(by, `/venues/${venueCode}/staff`, staff)
  const point = { name: 'Trạm y tế', address: { ...vyDa, street: 'Tùng Thiện Vương' } }
  const { pointCode } = await ask(ward, '/points', point)
  const { deviceId } = await ask(by, `/venues/${venueCode}/devices`, { name: 'Cổng 2' })
  return [
    await add('changeVenue', by, { venueCode, name: 'Chợ Mới' }),
    await add('makePoster', by, { venueCode }),
    await add('addStaff', by, { venueCode, ...staff }),
    await add('removeStaff', by, { venueCode, staffId }),
    await add('revokeDevice', by, { venueCode, deviceId }),
    await add('closePoint', ward, { pointCode }),
  ]
}

async function addPhotos(add: Add, ask: Ask) {
  const holder = 'citizen 0'
  const card = toCardPhoto(0)
  await ask(holder, '/accounts/me/verifications', { card })
  const phone = owners[0]?.phone
  return [
    await add('readCard', 'a stranger', { card: strangersPhoto }),
    await add('verifyAccount', holder, { card }),
    await add('findCardPhotos', administrator, { phone, grounds: 'Đơn số 12' }),
    await add('lookUpInsurance', 'a stranger', { cardNumber: '4612345678', birthYear: 1990 }),
  ]
}

async function addSignIns(add: Add, ask: Ask, backend: TestBackend) {
  const { challengeId } = await ask('nobody', '/otp/challenges', {
    phone: '0977000004',
    purpose: 'declare',
  })
  const code = await backend.readCode()
  await backend.addOfficer('ward', ['19777'], 'nguoi-moi')
  const credentials = { username: 'nguoi-moi', password: 'mot-mat-khau-dai' }
  return [
    await add('verifyOtp', 'nobody', { challengeId, code }),
    await add('openOfficerSession', 'nobody', credentials),
  ]
}

async function addFeed(add: Add, ask: Ask, callers: Caller[]) {
  const reader = { legalBasis: 'Công văn 391', events: ['declaration-filed'], fields: [] }
  const names = ['Bộ Y tế', 'Sở Y tế'].map((name) => ({ name, ...reader }))
  const made = await Promise.all(names.map((each) => ask(administrator, '/feed/subscribers', each)))
  const [{ subscriberId, key } = {}, other] = made
  const headers = { authorization: `Bearer ${key}` }
  const nobody = () => false // it is told ids alone
  callers.push({ name: 'a subscriber', kind: 'subscriber', headers, maySee: nobody })
  return [
    await add('addSubscriber', administrator, { name: 'Viện Pasteur', ...reader }),
    await add('readFeed', 'a subscriber', {}),
    await add('findDeadLetters', administrator, { subscriberId }),
    await add('resendDeadLetters', administrator, { subscriberId }),
    await add('disableSubscriber', administrator, { subscriberId: other?.subscriberId }),
  ]
}

async function addRights(add: Add) {
  const documents = [{ type: 'cccd', number: '046191099998' }]
  return [
    await add('erasePerson', province, { documents, grounds: 'Đơn số 12' }),
    await add('openAuditEntry', administrator, { chain: 'main', seq: 1, reason: 'Đơn số 12' }),
  ]
}
