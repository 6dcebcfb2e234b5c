import { afterEach, expect, it } from 'vitest'
import { declarationSchema, healthSchema, recentPlaceSchema } from './declaration.js'
import { declaration, thao } from './declaration.setup.js'
import { toInputIssues } from './issue.js'
import { personSchema } from './person.js'

const issuesOf = (input: unknown) => {
  const { error } = declarationSchema.safeParse(input, { reportInput: true })
  return error ? toInputIssues(error) : []
}

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('fever')
})

it('takes a proper declaration as it is', () => {
  expect(declarationSchema.parse(declaration)).toEqual(declaration)
})

// ATTACKS 71
it('drops whatever a caller adds', () => {
  const input = { ...declaration, status: 'approved', unitId: 1, createdAt: '2000-01-01T00:00:00Z' }

  expect(declarationSchema.parse(input)).toEqual(declaration)
})

it.each(['__proto__', 'constructor.prototype'])('does not let %s through contacts', (key) => {
  const contacts: unknown = JSON.parse(`{"case":false,"${key}":{"fever":true}}`)

  const { data } = healthSchema.safeParse({ ...thao.health, contacts })

  expect(Object.getPrototypeOf(data?.contacts ?? {})).toBe(Object.prototype)
  expect(Reflect.get({}, 'fever')).toBeUndefined()
})

it.each(['__proto__', 'constructor', 'toString'])(
  'does not let %s through the declaration',
  (key) => {
    const input: unknown = JSON.parse(`{"${key}":{"fever":true},"kind":"domestic"}`)

    expect(issuesOf(input)).toEqual([
      { path: 'people', code: 'required' },
      { path: 'consents', code: 'required' },
    ])
  },
)

it.each([
  ['nothing', undefined, [{ path: '', code: 'required' }]],
  ['an array', [], [{ path: '', code: 'invalid_type' }]],
  ['a text', '{}', [{ path: '', code: 'invalid_type' }]],
  ['nobody', { ...declaration, people: [] }, [{ path: 'people', code: 'too_few' }]],
  [
    'a coach full',
    { ...declaration, people: Array.from({ length: 21 }, () => thao) },
    [{ path: 'people', code: 'too_many' }],
  ],
  ['another kind', { ...declaration, kind: 'dragon' }, [{ path: 'kind', code: 'invalid_value' }]],
  [
    'contacts by other names',
    {
      ...declaration,
      people: [{ ...thao, health: { ...thao.health, contacts: { 'A B': true, case: 'yes' } } }],
    },
    [
      { path: 'people.0.health.contacts.A B', code: 'invalid_value' },
      { path: 'people.0.health.contacts.case', code: 'invalid_type' },
    ],
  ],
])('says what is wrong with %s', (_, input, issues) => {
  expect(issuesOf(input)).toEqual(issues)
})

it('takes a declarer with relatives up to twenty people (Khai hộ)', () => {
  const relative = { ...thao, relation: 'parent' } as const
  const people = [thao, ...Array.from({ length: 19 }, () => relative)]

  expect(issuesOf({ ...declaration, people })).toEqual([])
})

it('meets a body nested deeper than any stack', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const contacts: unknown = JSON.parse(deep)

  expect(healthSchema.safeParse({ ...thao.health, contacts }).success).toBe(false)
})

it.each([
  ['province', '30', true],
  ['country', 'KR', true],
  ['province', 'KR', false],
  ['country', '30', false],
  ['country', 'kr', false],
  ['hamlet', '30', false],
])('judges a stay in the %s %s', (level, code, isFine) => {
  const stay = { level, code, from: '2021-03-01', to: '2021-03-01' }

  expect(recentPlaceSchema.safeParse(stay).success).toBe(isFine)
})

it('refuses a stay that ends before it begins, at its end', () => {
  const stay = { level: 'country', code: 'KR', from: '2021-03-02', to: '2021-03-01' }

  const { error } = recentPlaceSchema.safeParse(stay, { reportInput: true })

  expect(error && toInputIssues(error)).toEqual([{ path: 'to', code: 'date_order' }])
})

it.each([
  ['email', `${'a'.repeat(250)}@b.vn`, 'too_long'],
  ['email', 'thao@', 'invalid_format'],
  ['nationality', 'Việt Nam', 'invalid_format'],
  ['nationality', '', 'required'],
  ['gender', 'unknown', 'invalid_value'],
  ['insuranceNumber', 'HS446001234567', 'document_format'],
  ['bornOn', '', 'required'],
])('refuses as %s %j', (field, value, code) => {
  const { error } = personSchema.safeParse(
    { ...thao.person, [field]: value },
    { reportInput: true },
  )

  expect(error && toInputIssues(error)).toEqual([{ path: field, code }])
})
