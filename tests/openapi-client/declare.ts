// A partner's program that knows KBYT by its OpenAPI document alone: the types are generated from it, the
// calls made by openapi-fetch. Checked by TypeScript 5.9 and run against a real server by the test beside it.
import createClient from 'openapi-fetch'
import type { paths } from './.cache/api.ts'

const person = {
  fullName: 'Nguyễn Thị Phương Thảo',
  identityDocument: { type: 'cccd', number: '046190001234' },
  bornOn: '1990-05-20',
  gender: 'female',
  nationality: 'VN',
  address: {
    placesVersion: '2021-03',
    provinceCode: '46',
    districtCode: '474',
    wardCode: '19756',
    hamlet: 'Tổ 5',
  },
} as const
const contacts = { patient: false, 'from-affected-country': false, symptomatic: false }

/** Proves a phone, declares for one person, finds the declaration again and withdraws it. */
export async function declare(
  baseUrl: string,
  phone: string,
  findCode: (phone: string) => Promise<string>,
) {
  const client = createClient<paths>({ baseUrl })
  const header = () => ({ 'Idempotency-Key': `"${crypto.randomUUID()}"` })

  const config = await client.GET('/v1/config')
  const asked = await client.POST('/v1/otp/challenges', {
    params: { header: header() },
    body: { phone, purpose: 'declare' },
  })
  if (!asked.data || !config.data) throw new Error(asked.error?.code ?? 'no config')
  const { challengeId } = asked.data
  const verified = await client.POST('/v1/otp/challenges/{challengeId}/verify', {
    params: { path: { challengeId } },
    body: { code: await findCode(phone) },
  })
  const headers = { authorization: `Bearer ${verified.data?.token}` }

  const consents = config.data.consents.map(({ purpose, version }) => ({
    purpose,
    version,
    language: 'vi' as const,
  }))
  const people = [
    { relation: 'self' as const, person, health: { symptoms: [], contacts }, recentPlaces: [] },
  ]
  const filed = await client.POST('/v1/declarations', {
    params: { header: header() },
    headers,
    body: { kind: 'domestic', people, consents },
  })
  if (!filed.data) throw new Error(JSON.stringify(filed.error))
  const { declarationId } = filed.data
  const found = await client.GET('/v1/declarations', { headers, params: { query: {} } })
  const withdrawn = await client.POST('/v1/declarations/{declarationId}/withdraw', {
    params: { path: { declarationId }, header: header() },
    headers,
  })
  const unproven = await client.GET('/v1/declarations', { params: { query: {} } })
  return {
    pass: filed.data.people[0]?.pass.text,
    found: found.data?.declarations.map((each) => each.declarationId === declarationId),
    withdrawnAt: withdrawn.data?.withdrawnAt,
    refusedWith: unproven.error?.code,
  }
}
