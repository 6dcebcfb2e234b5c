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
const toDigits = (index) => String((index * 7_919 + 13) % 1_000_000).padStart(6, '0')

/** Of somebody who has declared. @param {number} index */
export const toNumber = (index) => `046190${toDigits(index)}`

/** Of somebody nobody has heard of. @param {number} index */
export const toNewNumber = (index) => `046192${toDigits(index)}`

/** @param {string} number */
export function makeDeclaration(number) {
  const person = {
    fullName: 'Nguyễn Văn An',
    identityDocument: { type: 'cccd', number },
    bornOn: '1990',
    gender: 'male',
    nationality: 'VN',
    address,
  }
  const people = [
    { relation: 'self', person, health: { symptoms: [], contacts }, recentPlaces: [] },
  ]
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
