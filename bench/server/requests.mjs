import { randomUUID } from 'node:crypto'

const address = {
  placesVersion: '2021-03',
  provinceCode: '46',
  districtCode: '474',
  wardCode: '19756',
  hamlet: 'Tổ 1',
}
const contacts = { patient: false, 'from-affected-country': false, symptomatic: false }

/** Far from the one before: an officer who looks numbers up in a row is stopped. @param {number} index */
export const toNumber = (index) =>
  `046190${String((index * 7_919 + 13) % 1_000_000).padStart(6, '0')}`

/** @param {readonly string[]} numbers */
export function makeDeclaration(numbers) {
  const people = numbers.map((number, index) => ({
    relation: index === 0 ? 'self' : 'other',
    person: {
      fullName: 'Nguyễn Văn An',
      identityDocument: { type: 'cccd', number },
      bornOn: '1990',
      gender: 'male',
      nationality: 'VN',
      address,
    },
    health: { symptoms: [], contacts },
    recentPlaces: [],
  }))
  const consents = [{ purpose: 'epidemic-control', version: '2026-01', language: 'vi' }]
  return { kind: 'domestic', people, consents }
}

/** @param {string} idNumber */
export const makeInspection = (idNumber) => ({
  kind: 'domestic',
  reason: 'checkpoint',
  post: 'ga-hue',
  query: { by: 'id-number', idNumber },
})

/** Any answer's JSON. @param {string} url @param {string} path @param {unknown} body @param {string} [token] */
export async function post(url, path, body, token) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `"${randomUUID()}"`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
