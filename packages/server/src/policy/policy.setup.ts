import { readFile } from 'node:fs/promises'
import { createClient } from '@kbyt/sdk'
import { openOfficerSession } from '@kbyt/sdk/inspection'
import type { Policy } from '@kbyt/sdk/policy'
import { publishPolicy, savePolicyDraft, tryPolicy } from '@kbyt/sdk/policy-publishing'
import type { OfficerRole } from '@kbyt/sdk/schema'
import type { CreateAppOptions } from '../app-options.js'
import { ownOrigin, setup as setupBackend } from '../backend.setup.js'

const folder = new URL('../../../sdk/policies/', import.meta.url)
const read = async (name: string): Promise<Policy> =>
  JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8'))

export const february = await read('hue-2021-02-09')
export const march = await read('hue-2021-03-03')

/** A zone in Hà Nội, and a rule for whoever comes from there: what differs from a real policy. */
export const highRiskWard: Pick<Policy, 'riskLevels' | 'zones' | 'rules'> = {
  riskLevels: [{ value: 'high', label: { vi: 'Cao', en: 'High' } }],
  zones: [
    {
      level: 'ward',
      id: 'phuc-xa',
      name: 'Phường Phúc Xá',
      riskLevel: 'high',
      from: '2021-02-01T00:00:00+07:00',
      provinceCode: '01',
      districtCode: '001',
      wardCode: '00001',
    },
  ],
  rules: [
    {
      id: 'high',
      label: { vi: 'Từ vùng nguy cơ cao', en: 'From a high-risk area' },
      conditions: { riskLevels: ['high'] },
      measure: 'central-quarantine',
      days: 14,
      testDays: [1],
    },
  ],
}

/** The province's client of a backend, on the first day of March. */
export async function setup(overrides: Partial<CreateAppOptions> = {}) {
  const backend = await setupBackend(overrides)
  backend.clock.at = Date.parse('2021-03-01T08:00:00+07:00')
  const signIn = async (role: OfficerRole, areas = ['46']) => {
    const username = `officer-${crypto.randomUUID()}`
    await backend.addOfficer(role, areas, username)
    const client = createClient({ baseUrl: ownOrigin, fetch: backend.app.request })
    await openOfficerSession(client, { username, password: 'mot-mat-khau-dai' })
    return client
  }
  return { ...backend, signIn, client: await signIn('province') }
}

type Client = Awaited<ReturnType<typeof setup>>['client']

/** Saves, tries and publishes. */
export async function publish(client: Client, policy: Policy) {
  const { policyId } = await savePolicyDraft(client, { policy })
  const { dryRunId } = await tryPolicy(client, { policyId })
  return publishPolicy(client, { policyId, dryRunId })
}
